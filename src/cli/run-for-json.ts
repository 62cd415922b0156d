// py-runner --json: runs a script with its output collected, and says on standard output how it went, as one object.
// docs/schemas/result.json describes it.
import os from 'node:os'
import { UsageError } from '../errors.ts'
import type { RunOptions, RunResult } from '../run-options.ts'
import { Job } from '../runner/job.ts'
import type { CommandLine } from './command-line.ts'
import { handOn } from './process-signals.ts'

export async function runForJson(options: RunOptions, { seat, timeoutMs }: CommandLine): Promise<RunResult> {
  if (seat === 'inline')
    throw new UsageError('the inline seat cannot collect output: leave --seat or --json away', { complete: true })
  const job = new Job(options, { stdin: 'inherit', timeoutMs, graceMs: 0 }, true)
  handOn(job.asRun().interrupt)
  job.beginAlone()
  const { exitCode, signal, timedOut, durationMs, stdout, stderr, truncated } = await job.result
  const isWritten = await written(
    `${JSON.stringify({ exitCode, signal: signal ?? null, timedOut, durationMs, stdout, stderr, truncated })}\n`,
  )
  if (!isWritten) return { exitCode: NOT_WRITTEN }
  return { exitCode, ...(signal ? { signal: os.constants.signals[signal] } : {}) }
}
const NOT_WRITTEN = 120 // as python ends whose output could not be written

function written(text: string): Promise<boolean> {
  return new Promise((resolve) => {
    process.stdout.on('error', () => {}) // the callback hears of it
    process.stdout.write(text, (error) => resolve(!error))
  })
}
