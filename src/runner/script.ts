// A script as a client names it, and the run that it is: what python's command line would make of the same words.
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import { installation } from '../installation.ts'
import { findLauncher } from '../launcher.ts'
import { environmentBytes } from '../process-bytes.ts'
import type { Mode, RunOptions } from '../run-options.ts'
import { checkKeys } from './settings.ts'

/**
 * What to run: `file` as `python FILE`, `command` as `python -c`, `module` as `python -m`; `source` is a script that lies in
 * memory, as bytes or text: `name` is what sys.argv[0], __file__ and tracebacks call it. Exactly one of them.
 */
export type Script = ScriptSetting &
  (
    | { readonly file: string | Uint8Array; readonly source?: never; readonly command?: never; readonly module?: never }
    | { readonly source: string | Uint8Array; readonly file?: never; readonly command?: never; readonly module?: never }
    | { readonly command: string; readonly file?: never; readonly source?: never; readonly module?: never }
    | { readonly module: string; readonly file?: never; readonly source?: never; readonly command?: never }
  )

export interface ScriptSetting {
  /** Of a `source`; by itself `<script>`. */
  readonly name?: string
  /** The words after it, sys.argv[1:]. */
  readonly args?: readonly (string | Uint8Array)[]
  /** Its environment, whole; without this, the process's own. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** The folder it begins in; without this, the process's own. */
  readonly cwd?: string
}

export function describeScript(script: Script): RunOptions {
  checkKeys('a script', script, KEYS)
  if (script.name !== undefined && script.source === undefined) throw new UsageError('only a source is given a name')
  const [mode, target] = targetOf(script)
  const executable = findLauncher(installation())
  const args = (script.args ?? []).map((word) => Buffer.from(word))
  const first = mode === 'file' ? target : Buffer.from(FIRST_WORD[mode] ?? script.name ?? '<script>')
  const argv = [first, ...args]
  const words = mode === 'command' || mode === 'module' ? [first, target, ...args] : argv
  return {
    mode,
    target,
    argv,
    origArgv: [Buffer.from(executable), ...words],
    environment: script.env ? entriesOf(script.env) : environmentBytes(),
    ...(script.cwd === undefined ? {} : { cwd: folder(script.cwd) }),
    platform: 'linux',
    executable,
    snapshot: true,
    sharesProcess: true,
  }
}

const FIRST_WORD: Readonly<Partial<Record<Mode, string>>> = { command: '-c', module: '-m' }
const KEYS = ['file', 'source', 'command', 'module', 'name', 'args', 'env', 'cwd']

function targetOf(script: Script): readonly [Mode, Uint8Array] {
  const given = (['file', 'source', 'command', 'module'] as const).filter((mode) => script[mode] !== undefined)
  const [mode] = given
  if (!mode || given.length > 1) throw new UsageError('a script is named by one of file, source, command and module')
  return [mode, Buffer.from(script[mode] ?? '')]
}

function entriesOf(env: NonNullable<ScriptSetting['env']>): readonly Uint8Array[] {
  return Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [Buffer.from(`${name}=${value}`)]))
}

function folder(cwd: string): Uint8Array {
  if (!statSync(cwd, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`cwd: ${cwd} is not a folder`)
  return Buffer.from(resolve(cwd))
}
