// A thread of the guest, as far as the kernel needs to know it: what it waits for. The current thread is an object from
// the start, so that a handler never keeps the state of a wait anywhere else.
import type { Errno } from './errno.ts'
import type { Wait } from './wait.ts'

export interface Parked {
  readonly wait: Wait
  finish(answer: unknown): number
  fail(errno: Errno): number
  /** What the wait threw when it was resumed. */
  thrown(error: unknown): number
}

export interface Thread {
  readonly name: string
  /** The wait that the thread's present call stands in, with the place its result goes to. */
  pending: Parked | undefined
  /** Set when something ended the wait from outside: the call answers EINTR unless it is ready all the same. */
  interrupted: boolean
  /** The arguments of its present call, as far as they are decoded. */
  args: Readonly<Record<string, unknown>> | undefined
}

export function createThread(name: string): Thread {
  return { name, pending: undefined, interrupted: false, args: undefined }
}
