// How the command ends: as python would, or with what was wrong. The only place that prints on behalf of the host.
import fs from 'node:fs'
import { EXIT, exitCodeOf, InternalError, UsageError } from '../errors.ts'
import { linux } from '../platform/linux/linux.ts'
import type { RunResult } from '../run-options.ts'
import type { CommandLine } from './command-line.ts'
import type { Given } from './given.ts'

export function end({ exitCode, signal }: RunResult): void {
  if (signal) {
    process.on('SIGPIPE', () => {}) // Node ignores this one until somebody has listened to it
    for (const name of process.eventNames()) if (String(name).startsWith('SIG')) process.removeAllListeners(name) // ours would keep it alive
    process.kill(process.pid, signal) // dies of it, as python does; the exit below is for systems that have no signals
  }
  const { reallyExit } = process as unknown as { reallyExit(code: number): never } // Node's own last step of exit(); its types leave it out
  reallyExit(exitCode)
}

/** One line on standard error, unless nobody takes it: that must not keep what is over. */
export function sayTimedOut({ timeoutMs, target, mode }: Pick<CommandLine, 'timeoutMs' | 'target' | 'mode'>): void {
  const what = mode === 'file' || mode === 'module' ? Buffer.from(target) : Buffer.from('the program')
  const line = Buffer.concat([
    Buffer.from('py-runner: '),
    what,
    Buffer.from(` was ended: it took longer than ${Number(timeoutMs) / 1000} s\n`),
  ])
  try {
    const fd = fs.fstatSync(2).isFIFO() ? (linux.reopen(2, fs.constants.O_WRONLY) ?? 2) : 2 // on which a full pipe blocks nobody
    fs.writeSync(fd, line)
  } catch {
    // closed or full: there is nowhere to say it
  }
}

/** Whether the first word named no script and may have been meant for a sub-command: no script that runs pays for asking. */
export function mayBeMistyped({ mode, target }: CommandLine, { words }: Given, { exitCode }: RunResult): boolean {
  return exitCode === EXIT.usage && mode === 'file' && words[0] === target && !/[/.]/.test(Buffer.from(target).toString())
}

export function complain(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof UsageError && !error.complete)
    console.error(`py-runner: ${message}\nTry 'py-runner --help' for more information.`)
  else console.error(`py-runner: ${message}`)
  if (error instanceof InternalError || exitCodeOf(error) === 70)
    console.error('py-runner: this is a fault of py-runner itself; please report it with the output of --debug')
  if (process.argv.includes('--debug') && error instanceof Error) console.error(error.stack)
  process.exitCode = exitCodeOf(error)
}
