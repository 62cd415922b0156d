// Standard output of --help and of sub-commands that nobody takes: the work goes on, and the exit code says that it was not read.
import { UsageError } from '../errors.ts'
import { complain } from './ending.ts'

export function mindOutput(): void {
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    const exitCode = code === 'EPIPE' ? READER_WENT : NOT_WRITTEN
    if (exitCode === NOT_WRITTEN) complain(new UsageError(`standard output cannot be written: ${message}`, { complete: true }))
    process.once('exit', () => {
      process.exitCode = exitCode
    })
  })
}

const READER_WENT = 141 // as the shell has it for a program that SIGPIPE ended
const NOT_WRITTEN = 120 // as python has it
