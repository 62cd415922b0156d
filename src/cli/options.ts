// What the words of the command and the process it is make a run of.

import { codeFolder } from '../engine/snapshot-place.ts'
import { engineFolder } from '../engine-folder.ts'
import { UsageError } from '../errors.ts'
import { findLauncher } from '../launcher.ts'
import { environmentBytes } from '../process-bytes.ts'
import type { RunOptions } from '../run-options.ts'
import type { CommandLine } from './command-line.ts'
import type { Given } from './given.ts'

export function runOptions(command: CommandLine, { openAtStart }: Given): RunOptions {
  if (command.drive !== undefined && command.platform !== 'win32')
    throw new UsageError('--drive is for --platform win32, which is not asked for', { complete: true })
  const launcher = findLauncher()
  return {
    mode: command.mode,
    target: command.target,
    argv: command.argv,
    origArgv: [Buffer.from(launcher), ...command.words],
    environment: environmentBytes(),
    platform: command.platform,
    ...(command.drive === undefined ? {} : { drive: command.drive }),
    executable: launcher,
    snapshot: command.snapshot,
    ...(command.snapshot && !command.python ? { codeFolder: codeFolder(engineFolder) } : {}),
    ...(command.python ? { python: command.python } : {}),
    openAtStart,
  }
}
