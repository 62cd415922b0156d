// Engines that can suspend a wasm stack (JSPI) run it on memory of its own, and let its size be chosen. So guest code goes
// deep on a thread whose stack is small, and what it imports still gets all of that thread's.
import { InternalError } from '../errors.ts'
import type { Enter } from './instance.ts'
import { setV8Flags } from './v8-flags.ts'

type OwnStackEnter = (...args: Parameters<Enter>) => Promise<number>

/** What the engines have that no types describe: JSPI, WebAssembly/js-promise-integration. */
const { promising } = WebAssembly as unknown as { readonly promising?: (enter: Enter) => OwnStackEnter }

export const hasOwnStacks = promising !== undefined

/** How large they are made, and how large the worker seat's thread is. */
export const STACK_MB = 192
const V8_STACK_KB = 984 // node --v8-options says it

let isSet = false

/** Where there are any, V8 makes them so large from now on. */
export function setOwnStackSize(): void {
  setSize(STACK_MB * 1024)
  isSet = true
}

/** Back to V8's own size: its caches of code are refused where flags differ. */
export function unsetOwnStackSize(): void {
  setSize(V8_STACK_KB)
  isSet = false
}

/** With the flags that a cache of the engine's code was made with, on a thread that has its depth without them. */
export function withOwnStackSize<T>(call: () => T): T {
  if (isSet) return call()
  setOwnStackSize()
  try {
    return call()
  } finally {
    unsetOwnStackSize()
  }
}

/** It takes both flags; the second leaves the limits of running threads as they are. */
function setSize(kilobytes: number): void {
  if (hasOwnStacks) setV8Flags(`--wasm-stack-switching-stack-size=${kilobytes}`, `--stack-size=${kilobytes}`)
}

/** `enter` on a stack of its own. It runs at once, before the promise is there. */
export function onOwnStack(enter: Enter): OwnStackEnter {
  if (!promising) throw new InternalError('this engine makes no stacks')
  return promising(enter)
}
