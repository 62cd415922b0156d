// Where the guest's C stack ends in this seat.
import type { Loaded } from './load.ts'

/** Where the C stack begins; it grows down from there. Known to an initialised instance only: a restored one has it from its snapshot. */
export function stackTop({ instance }: Loaded): number {
  return instance.call('emscripten_stack_get_base')
}

/** Tells CPython how much stack the seat really has, so that deep recursion is a RecursionError. */
export function protectStack({ instance }: Loaded, top: number, bytes: number): void {
  instance.call('PyUnstable_ThreadState_SetStackProtection', instance.call('PyThreadState_Get'), top - bytes, bytes)
}
