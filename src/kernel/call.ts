// A system call is one declaration: its name in the wasm, its man page, whether it can wait, its arguments, the errors it
// may answer, and the handler. The imports of the engine, the build's list of waiting calls, the dispatcher and the
// sweeps of the tests all follow from it.
import type { Errno } from './errno.ts'
import type { Kernel } from './kernel.ts'
import type { Memory } from './memory.ts'
import type { Wait } from './wait.ts'

/** An operand as the wasm hands it over: 32 bits, or a 64-bit one as a double. */
export type Raw = number

/** Decodes one argument from `width` raw wasm parameters; answers an errno name when it cannot. */
export interface Input<T> {
  readonly width: number
  decode(kernel: Kernel, raw: readonly Raw[], at: number): T | Errno
}

/** A pointer that the call's result is written to, once, on success. */
export interface Output<T> {
  readonly output: true
  readonly width: 1
  readonly sizeBytes: number
  encode(memory: Memory, address: number, value: T): void
}

export type Arguments = Readonly<Record<string, Input<unknown> | Output<never>>>

export type Inputs<A extends Arguments> = {
  readonly [K in keyof A as A[K] extends Output<never> ? never : K]: A[K] extends Input<infer T> ? T : never
}
type OutputOf<A extends Arguments> = { [K in keyof A]: A[K] extends Output<infer T> ? T : never }[keyof A]

/** What a handler answers: an errno by name, a wait, or its result: the value of the one output, else a number (0 when nothing). */
export type Result<A extends Arguments> = [OutputOf<A>] extends [never] ? number | void : OutputOf<A>
export type Answer<A extends Arguments> = Result<A> | Errno | Wait<Result<A>>

/** How the wasm wants an error: `linux` −errno, `wasi` +errno, `libc` −1 with errno set, `null` 0 with errno set, `wide` −1 as 64 bits. */
export type Abi = 'linux' | 'wasi' | 'libc' | 'null' | 'wide'

export interface Declaration<A extends Arguments> {
  /** The import's name, or the exported C function that the build turns into one. */
  readonly name: string
  /** `import`: the wasm asks for it already; `served`: the build cuts the C body out and puts an import in its place. */
  readonly via: 'import' | 'served'
  readonly abi: Abi
  readonly man: string
  /** `now`: answered at once where the guest is. `waits`: may return a Wait. */
  readonly when: 'now' | 'waits'
  readonly args: A
  readonly errors: readonly Errno[]
  /** What part of the page is not offered, in a sentence. */
  readonly gap?: string
  readonly serve: (kernel: Kernel, args: Inputs<A>) => Answer<A>
}

/** A declaration with its argument types erased, as the dispatcher and the build use it. */
export interface Call extends Omit<Declaration<Arguments>, 'serve'> {
  readonly serve: (kernel: Kernel, args: never) => Answer<Arguments>
}

export function call<const A extends Arguments>(declaration: Declaration<A>): Call {
  return declaration as unknown as Call // the dispatcher builds the arguments from the same declaration
}

/** A call that is not offered: it answers `errno`, and `why` says what it would take. */
export function refuse(name: string, via: 'import' | 'served', abi: Abi, errno: Errno, why: string): Call {
  return { name, via, abi, man: name, when: 'now', args: {}, errors: [errno], gap: why, serve: () => errno }
}
