// Where the guest's C stack ends in this seat.
import type { Loaded } from './load.ts'

/** Tells CPython how much stack the seat really has, so that deep recursion is a RecursionError. */
export function protectStack({ instance }: Loaded, bytes: number): void {
  const top = instance.call('emscripten_stack_get_base')
  instance.call('PyUnstable_ThreadState_SetStackProtection', instance.call('PyThreadState_Get'), top - bytes, bytes)
}
