// What a handler returns when it cannot answer yet, and how the current thread waits for it. The wasm side of this is
// the loop that the build puts around every call marked `waits`: ask, and while the answer is WAIT, call host.wait().
import type { Errno } from './errno.ts'

/** The number that tells the wasm loop to wait and ask again; no call answers it otherwise. */
export const WAIT = -0x7fff

/** A handler's answer when it must wait. Everything it needs to go on is in here, so it can sit on the thread. */
export interface Wait<T = unknown> {
  readonly wait: true
  /** Whether `resume` can answer now. Asked often: cheap, no side effects. */
  ready(): boolean
  /** Looks again this often, where no event tells that `ready` may have changed. */
  readonly pollMs?: number
  /** An interrupt of the terminal does not end this wait, and is over when it was. */
  readonly ignoresInterrupt?: true
  /** Signals that the guest handles are put off until it is over; one that ends the guest does so at once. */
  readonly putsOffHandlers?: true
  /** Milliseconds of `performance.now()` after which `resume` is called although nothing is ready. */
  readonly deadlineMs?: number
  /** Answers (or waits again). Called once, when ready or past the deadline. */
  resume(): T | Errno | Wait<T>
  /** Gives up: the call was interrupted or its descriptor closed. A value answered here stands instead of EINTR. */
  cancel?(): T | undefined | void
}

export function isWait(value: unknown): value is Wait {
  return typeof value === 'object' && value !== null && 'wait' in value && value.wait === true
}
