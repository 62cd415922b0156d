// How deep the worker seat's stack is. The thread's own stack is reserved, not used, until a script goes that deep.
import { STACK_MB } from '../engine/own-stack.ts'

/** V8's stack of the guest's thread. */
export const THREAD_STACK_MB = STACK_MB
/** What that carries of the guest's C stack, which is 10 MB and grows down from its top. */
export const STACK_BYTES = 8 * 1024 * 1024
