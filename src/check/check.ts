// Looks at scripts without running them: a program of ours does it in a guest, so that it is this Python's own compiler, library
// and scripthelper that are asked.
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { engineFolder } from '../engine-folder.ts'
import { InternalError, UsageError } from '../errors.ts'
import { findLauncher } from '../launcher.ts'
import type { PlatformName } from '../platform/platform-name.ts'
import { runInWorker } from '../run-in-worker.ts'
import type { Findings, Report } from './report.ts'
import { shebangOf } from './shebang.ts'

/** Where a script may be meant to run. */
export type Target = PlatformName | 'darwin'

export interface Checking {
  /** Paths, `-` is standard input. */
  readonly scripts: readonly string[]
  readonly platforms: readonly Target[]
}

export async function check({ scripts, platforms }: Checking): Promise<readonly Report[]> {
  const sources = scripts.map((script) => ({ script, source: read(script) })) // all of them, before anything is said
  const folder = fs.mkdtempSync(join(tmpdir(), 'py-runner-check-'))
  try {
    const entries = sources.map(({ script, source }, i) => {
      const file = join(folder, `${i}.py`)
      fs.writeFileSync(file, source)
      return { file, path: script === STDIN ? resolve('stdin') : resolve(script) }
    })
    const findings = await examine(folder, { scripts: entries, platforms })
    return sources.map(({ script, source }, i) => {
      const found = findings[i]
      if (!found) throw new InternalError(`nothing was found out about ${script}`)
      const { dialect, reason, ...rest } = found
      return { script, dialect, reason, shebang: shebangOf(source), ...rest }
    })
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
const STDIN = '-'

function read(script: string): Buffer {
  try {
    return fs.readFileSync(script === STDIN ? 0 : script)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException // node:fs throws nothing else
    const why = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'it may not be read' }[code ?? '']
    throw new UsageError(`check: ${script}: ${why ?? code}`, { complete: true, cause: error })
  }
}

async function examine(folder: string, plan: unknown): Promise<readonly Findings[]> {
  const planned = join(folder, 'plan.json')
  const found = join(folder, 'findings.json')
  fs.writeFileSync(planned, JSON.stringify(plan))
  const program = `${engineFolder}/check`
  const words = [program, planned, found].map((word) => Buffer.from(word))
  const executable = findLauncher()
  const { exitCode } = await runInWorker({
    mode: 'file',
    target: Buffer.from(program),
    argv: words,
    origArgv: [Buffer.from(executable), ...words],
    environment: [Buffer.from('PYTHONDONTWRITEBYTECODE=1')], // an installation stays as it was made
    platform: 'linux',
    executable,
    snapshot: true,
  }).result
  if (exitCode !== 0) throw new InternalError(`the program that looks at scripts ended with ${exitCode}`)
  return JSON.parse(fs.readFileSync(found, 'utf8')) as readonly Findings[] // written by program/__main__.py
}
