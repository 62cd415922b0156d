// A run with options of py-runner's own: the folder it begins in, variables from files, the Python that the script is written in.
import fs from 'node:fs'
import { parseEnv } from 'node:util'
import { UsageError } from '../errors.ts'
import type { RunOptions } from '../run-options.ts'
import type { CommandLine } from './command-line.ts'
import type { Given } from './given.ts'
import { runOptions } from './options.ts'

/** --cwd takes effect on the process, so that the script and its words are read as if it had been started there. */
export function ownRunOptions(command: CommandLine, given: Given): RunOptions {
  const { cwd, envFiles = [], dialect } = command.own ?? {}
  if (dialect === 2 && command.mode === 'module')
    throw new UsageError('--python 2 takes a script, not -m: modules are Python 3', { complete: true })
  const options = runOptions(command, given)
  const more = fromFiles(envFiles, namesOf(options.environment))
  if (cwd !== undefined) enter(cwd) // after that: where node reads the files itself, it reads them from where it was started
  return { ...options, environment: [...options.environment, ...more], ...(dialect ? { dialect } : {}) }
}

function enter(folder: string): void {
  try {
    process.chdir(folder)
  } catch (error) {
    throw new UsageError(`--cwd ${folder}: ${why(error)}`, { complete: true, cause: error })
  }
}

/** As node --env-file has it: what the environment has counts more than a file, a later file more than an earlier one. */
function fromFiles(files: readonly string[], taken: ReadonlySet<string>): Uint8Array[] {
  const found = new Map(files.flatMap((file) => Object.entries(parseEnv(readText(file)))))
  return [...found].flatMap(([name, value = '']) => (taken.has(name) ? [] : [Buffer.from(`${name}=${value}`, 'latin1')]))
}

// Bytes pass as they are: what the syntax is made of is ASCII.
function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'latin1')
  } catch (error) {
    throw new UsageError(`--env-file ${file}: ${why(error)}`, { complete: true, cause: error })
  }
}

function namesOf(environment: readonly Uint8Array[]): ReadonlySet<string> {
  return new Set(environment.map((entry) => Buffer.from(entry).toString('latin1').split('=', 1)[0] ?? ''))
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'not a folder',
  EISDIR: 'a folder, not a file',
  EACCES: 'permission denied',
}

function why(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException // what node:fs throws
  return REASONS[code] ?? message
}
