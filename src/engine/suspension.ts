// How this engine suspends a wasm stack, if it can: JSPI (Node 24 and later), or the form before it (Node 20 and 22, only in
// workers started after the V8 flag was set). `host.wait` is the only import that suspends, `enter` the only way in.

export type Suspension = 'jspi' | 'suspender' | undefined

/** V8's flag for the older form; to be set before the worker that uses it starts. */
export const SUSPENDER_FLAG = '--experimental-wasm-stack-switching'

type Wait = () => Promise<void> | undefined
type Enter = (suspender: null, which: number, a: number, b: number, c: number) => number
type PromisingEnter = (which: number, a: number, b: number, c: number) => Promise<number>

/** What the engines have that no types describe: JSPI, WebAssembly/js-promise-integration; the older form, V8's own. */
interface Switching {
  readonly Suspending?: new (wait: Wait) => unknown
  readonly promising?: (enter: Enter) => (suspender: null, which: number, a: number, b: number, c: number) => Promise<number>
  readonly Suspender?: unknown
  readonly Function?: new (
    type: { parameters: string[]; results: string[] },
    f: unknown,
    how: { suspending?: 'first'; promising?: 'first' },
  ) => unknown
}
const switching = WebAssembly as unknown as Switching

export function suspensionOfThisEngine(): Suspension {
  if (switching.Suspending && switching.promising) return 'jspi'
  return switching.Suspender && switching.Function ? 'suspender' : undefined
}

/** The import that suspends while the promise of `wait` is open; one that answers undefined goes straight on. */
export function suspendingImport(suspension: Suspension, wait: Wait): unknown {
  if (suspension === 'jspi' && switching.Suspending) return new switching.Suspending(wait)
  if (suspension === 'suspender' && switching.Function)
    return new switching.Function({ parameters: ['externref'], results: [] }, wait, { suspending: 'first' })
  return wait
}

/** `enter` as a function that answers a promise. */
export function promisingEnter(suspension: Suspension, enter: unknown): PromisingEnter {
  if (suspension === 'jspi' && switching.promising) {
    const promising = switching.promising(enter as Enter) // the build added it with this type
    return (which, a, b, c) => promising(null, which, a, b, c)
  }
  if (suspension === 'suspender' && switching.Function) {
    return new switching.Function({ parameters: ['i32', 'i32', 'i32', 'i32'], results: ['externref'] }, enter, {
      promising: 'first',
    }) as PromisingEnter // typed by its own description
  }
  return async (which, a, b, c) => (enter as Enter)(null, which, a, b, c) // one thread only: its waits block
}
