// What may end a run from outside, and when each step of that comes.
import { UsageError } from '../errors.ts'

/** How long a run may take, and who may end it before. */
export interface RunLimits {
  /** Milliseconds from the call on; then the run and all programs that it started end, and the result says `timedOut`. */
  readonly timeoutMs?: number | undefined
  /** Ends the run in the same way; the result is then rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /**
   * Milliseconds that the script gets after either, with a KeyboardInterrupt, to put things in order. Without any it is ended
   * where it is: no `except` or `finally` runs.
   */
  readonly graceMs?: number | undefined
}

/** After being asked to end, so long until C code that does not look is broken off. */
export const BREAK_OFF_MS = 200
/** And so long until the guest's thread is ended wherever it is. */
export const TERMINATE_MS = 500
/** What Node's timers can count. */
export const LONGEST_MS = 2 ** 31 - 1

export function checkLimits({ timeoutMs, graceMs }: RunLimits): void {
  if (timeoutMs !== undefined && !(timeoutMs > 0 && timeoutMs <= LONGEST_MS))
    throw new UsageError(`timeoutMs takes milliseconds above 0 and up to ${LONGEST_MS}, not ${timeoutMs}`)
  if (graceMs !== undefined && !(graceMs >= 0 && graceMs <= LONGEST_MS))
    throw new UsageError(`graceMs takes milliseconds from 0 up to ${LONGEST_MS}, not ${graceMs}`)
}
