// How the command ends: as python would, or with what was wrong. The only place that prints on behalf of the host.
import { exitCodeOf, InternalError, UsageError } from '../errors.ts'
import type { RunResult } from '../run-options.ts'

export function end({ exitCode, signal }: RunResult): void {
  if (signal) {
    for (const name of process.eventNames()) if (String(name).startsWith('SIG')) process.removeAllListeners(name) // ours would keep it alive
    process.kill(process.pid, signal) // dies of it, as python does; the exit below is for systems that have no signals
  }
  const { reallyExit } = process as unknown as { reallyExit(code: number): never } // Node's own last step of exit(); its types leave it out
  reallyExit(exitCode)
}

export function complain(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof UsageError) console.error(`py-runner: ${message}\nTry 'py-runner --help' for more information.`)
  else console.error(`py-runner: ${message}`)
  if (error instanceof InternalError || exitCodeOf(error) === 70)
    console.error('py-runner: this is a fault of py-runner itself; please report it with the output of --debug')
  if (process.argv.includes('--debug') && error instanceof Error) console.error(error.stack)
  process.exitCode = exitCodeOf(error)
}
