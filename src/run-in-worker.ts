// A run as a library's caller sees it: when it is over, nothing of it is left in the process.
import type { RunOptions } from './run-options.ts'
import type { RunLimits } from './seats/limits.ts'
import { startInWorker, type WorkerRun } from './seats/worker.ts'

/**
 * Runs a script in a thread of its own. `result` resolves when the script has ended and its thread and descriptors are gone;
 * programs that it started and left behind go on, unless a limit ended the run.
 */
export function runInWorker(options: RunOptions, limits: RunLimits = {}): WorkerRun {
  const { gone, result, ...controls } = startInWorker(options, limits)
  const whenGone = async () => {
    try {
      return await result
    } finally {
      await gone
    }
  }
  return { ...controls, result: whenGone() }
}
