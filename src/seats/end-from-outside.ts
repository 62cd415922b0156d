// Ends a run that takes too long or that nobody wants any more: in steps, the same ones in each seat. README.md names them.
import { constants } from 'node:os'
import { EXIT } from '../errors.ts'
import type { RunResult } from '../run-options.ts'
import { type RunLimits, TERMINATE_MS } from './limits.ts'
import type { RunChildren } from './run-children.ts'

/** A run as far as its end goes. */
export interface Endable {
  readonly ended: Promise<RunResult>
  /** The programs that it has started. */
  readonly children: RunChildren | undefined
  interrupt(signal: number): unknown
  /** Asks it to end where it is: `askToStop`. */
  askToStop(): void
  terminate(): Promise<void>
}

/** How it ended, or a rejection with the reason of the signal. `onStop` hears why it is being ended, before that begins. */
export function endInTime(
  run: Endable,
  { timeoutMs, signal, graceMs = 0 }: RunLimits,
  onStop: (reason: 'timeout' | 'abort') => void = () => {},
): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    let decided = false
    const decide = (outcome: () => void) => {
      if (decided) return
      decided = true
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      outcome()
    }
    const end = (reason: 'timeout' | 'abort', outcome: () => void) =>
      decide(() => {
        onStop(reason)
        stop(run, graceMs).then(outcome, reject)
      })
    const timedOut = () => end('timeout', () => resolve({ exitCode: EXIT.timedOut, timedOut: true }))
    const abort = () => end('abort', () => reject(signal?.reason))
    const timer = timeoutMs === undefined ? undefined : setTimeout(timedOut, timeoutMs)
    signal?.addEventListener('abort', abort)
    run.ended.then(
      (result) => decide(() => resolve(result)),
      (error) => decide(() => reject(error)),
    )
    if (signal?.aborted) abort()
  })
}

/** Ends the run and all programs that it started. */
export async function stop(run: Endable, graceMs: number): Promise<void> {
  const ended = run.ended.catch(() => undefined) // how it says it ended counts no more
  if (graceMs > 0) {
    run.interrupt(constants.signals.SIGINT)
    await within(graceMs, ended)
  }
  run.askToStop()
  const terminate = setTimeout(() => void run.terminate(), TERMINATE_MS)
  await Promise.all([ended, run.children?.end()])
  clearTimeout(terminate)
  await run.children?.end() // what it had started just then
}

async function within(ms: number, event: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([event, new Promise((resolve) => (timer = setTimeout(resolve, ms)))])
  clearTimeout(timer)
}
