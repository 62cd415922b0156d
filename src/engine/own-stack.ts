// Engines that can suspend a wasm stack (JSPI) run it on memory of its own, and let its size be chosen. So guest code goes
// deep on a thread whose stack is small, and what it imports still gets all of that thread's.
import { InternalError } from '../errors.ts'
import type { Enter } from './instance.ts'
import { setV8Flags } from './v8-flags.ts'

type OwnStackEnter = (...args: Parameters<Enter>) => Promise<number>

/** What the engines have that no types describe: JSPI, WebAssembly/js-promise-integration. */
const { promising } = WebAssembly as unknown as { readonly promising?: (enter: Enter) => OwnStackEnter }

export const hasOwnStacks = promising !== undefined

/** How large V8 makes them from now on. It takes both flags; the second leaves the limits of running threads as they are. */
export function setOwnStackSize(megabytes: number): void {
  const kilobytes = megabytes * 1024
  setV8Flags(`--wasm-stack-switching-stack-size=${kilobytes}`, `--stack-size=${kilobytes}`)
}

/** Back to V8's own size: its caches of code are refused where flags differ. */
export function unsetOwnStackSize(): void {
  if (hasOwnStacks) setV8Flags(`--wasm-stack-switching-stack-size=${V8_STACK_KB}`, `--stack-size=${V8_STACK_KB}`)
}
const V8_STACK_KB = 984 // node --v8-options says it

/** `enter` on a stack of its own. It runs at once, before the promise is there. */
export function onOwnStack(enter: Enter): OwnStackEnter {
  if (!promising) throw new InternalError('this engine makes no stacks')
  return promising(enter)
}
