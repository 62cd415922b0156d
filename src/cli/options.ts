// What the words of the command and the process it is make a run of.
import type { RunOptions } from '../run-options.ts'
import type { CommandLine } from './command-line.ts'
import { launcher } from './launcher.ts'
import { environmentBytes } from './process-bytes.ts'

export function runOptions(command: CommandLine, words: readonly Uint8Array[]): RunOptions {
  return {
    mode: command.mode,
    target: command.target,
    argv: command.argv,
    origArgv: [Buffer.from(launcher), ...words],
    environment: environmentBytes(),
    platform: command.platform,
    ...(command.drive === undefined ? {} : { drive: command.drive }),
    executable: launcher,
    snapshot: command.snapshot,
  }
}
