// Where the guest's C stack ends in this seat. It has to end before the engine's own stack does.
import type { Instance } from './instance.ts'
import type { Loaded } from './load.ts'

/** What V8's default stack (984 KB) carries of the guest's: seen to hold with a fifth to spare, on Node 20 with the evaluation loop optimised, whose frames are the largest. */
export const THREAD_STACK_BYTES = 112 * 1024

/** The C stack from its top down, as CPython has been told. */
export interface StackLimit {
  /** Whose stack it is: a PyThreadState. */
  readonly thread: number
  readonly top: number
  readonly bytes: number
}

/** Where the C stack begins; it grows down from there. Known to an initialised instance only: a restored one has it from its snapshot. */
export function stackTop({ instance }: Loaded): number {
  return instance.call('emscripten_stack_get_base')
}

/** Tells CPython how much stack the seat really has, so that deep recursion is a RecursionError. */
export function protectStack({ instance }: Loaded, top: number, bytes: number): void {
  setLimit(instance, { thread: instance.call('PyThreadState_Get'), top, bytes })
}

function setLimit(instance: Instance, limit: StackLimit): void {
  instance.stackLimit = limit
  instance.call('PyUnstable_ThreadState_SetStackProtection', limit.thread, limit.top - limit.bytes, limit.bytes)
}

/** Guest code that JavaScript calls back stands on the thread's stack again, however deep the stack of its caller is. */
export function callBack<T>(instance: Instance, call: () => T): T {
  const outer = instance.stackLimit
  const top = instance.stackPointer
  if (!instance.onOwnStack || top - THREAD_STACK_BYTES <= outer.top - outer.bytes) return call()
  instance.onOwnStack = false
  setLimit(instance, { ...outer, top, bytes: THREAD_STACK_BYTES })
  try {
    return call()
  } finally {
    setLimit(instance, outer)
    instance.onOwnStack = true
  }
}
