// The worker seat: the guest in a thread of its own, the host end on this thread's event loop. An interrupt is a word in
// shared memory that the guest looks at; what does not look is ended.
import { installation } from '../installation.ts'
import { hostOperations } from '../operations.ts'
import { linux } from '../platform/linux/linux.ts'
import { drawOwnMark } from '../platform/linux/process-mark.ts'
import { nowMs } from '../platform/now.ts'
import type { RunOptions, RunResult } from '../run-options.ts'
import { askToStop, raiseSignal } from '../transport/frames.ts'
import { serveHostEnd } from '../transport/host-link.ts'
import { endInTime } from './end-from-outside.ts'
import { BREAK_OFF_MS, checkLimits, type RunLimits } from './limits.ts'
import { withMark } from './own-mark.ts'
import { RunChildren } from './run-children.ts'
import { type GuestThread, startGuestThread } from './worker-thread.ts'

export interface WorkerRun {
  readonly result: Promise<RunResult>
  /** Raises the signal in the guest, as a terminal's Ctrl-C would; answers whether it has not looked at an earlier one. */
  interrupt(signal: number): boolean
  /** Ends the guest wherever it is, and nothing else: programs that it started go on. */
  terminate(): Promise<void>
}

export interface WorkerSetting {
  /** A thread that was started for these options before; it knows of no limit. */
  readonly early?: GuestThread | undefined
  /** This process does nothing but this run. */
  readonly ownProcess?: boolean
}

/** `result` is there as soon as it is known; `gone` when the thread and all that it had open are, too. */
export function startInWorker(
  options: RunOptions,
  limits: RunLimits = {},
  { early, ownProcess = false }: WorkerSetting = {},
): WorkerRun & { readonly gone: Promise<void> } {
  checkLimits(limits)
  const { timeoutMs, signal, graceMs = 0 } = limits
  signal?.throwIfAborted()
  const breakOffMs = timeoutMs === undefined ? undefined : nowMs() + timeoutMs + graceMs + BREAK_OFF_MS
  const thread = early ?? startGuestThread(options, { breakOffMs, folder: installation() })
  const { bell, port, gone } = thread
  const mark = ownProcess && timeoutMs !== undefined ? drawOwnMark() : undefined
  const children = timeoutMs === undefined && !signal ? undefined : new RunChildren(linux.processes, { ownMark: mark }) // the host's, whatever the guest's platform
  const endHostEnd = serveHostEnd(port, bell, withMark(hostOperations, mark), children?.started)
  const ended = thread.ended.finally(() => endHostEnd())

  const interrupt = (number: number) => raiseSignal(bell, number)
  const terminate = () => thread.terminate()
  const result = endInTime({ ended, children, interrupt, terminate, askToStop: () => askToStop(bell) }, limits)
  return { result, gone, interrupt, terminate }
}
