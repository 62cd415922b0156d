// Runs a plan with programs/drive.mjs, a client in a process of its own: what scripts print goes to its streams.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RunnerOptions, Script } from '../../src/index.ts'
import { underTest } from '../support/under-test.ts'

export interface Step {
  readonly script: Script
  readonly abortMs?: number
  readonly timeoutMs?: number
  readonly terminateMs?: number
  readonly interruptMs?: number
}

export interface Report {
  readonly before: readonly string[]
  readonly steps: readonly {
    /** Exit codes, signals below zero, an error as text. */
    readonly results: readonly (number | string)[]
    readonly ms: number
    /** How many guests there have been so far. */
    readonly guests: number
    readonly descriptors: readonly string[]
    readonly rssMb: number
  }[]
  readonly after: readonly string[]
  /** What a closed runner answers. */
  readonly refused: string
  /** What would keep the process alive. */
  readonly left: readonly string[]
  /** Signals that the process still listens to. */
  readonly listeners: readonly string[]
  /** What each step printed. */
  readonly outputs: readonly string[]
  readonly stderr: string
}

export interface Plan {
  readonly options?: RunnerOptions
  /** `runs` go on at the same time. */
  readonly steps: readonly (Step | { readonly runs: readonly Step[] })[]
  readonly dist?: string
  readonly env?: NodeJS.ProcessEnv
}

export const program = (name: string) => fileURLToPath(new URL(`programs/${name}`, import.meta.url))
export const node = process.env.PY_RUNNER_TEST_NODE ?? process.execPath

export async function drive(folder: string, { env = process.env, ...plan }: Plan): Promise<Report> {
  const report = join(folder, 'report.json')
  const file = join(folder, 'plan.json')
  await writeFile(file, JSON.stringify({ dist: underTest, ...plan, report }))
  const child = spawn(node, [program('drive.mjs'), file], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
  const [status] = await once(child, 'close')
  if (status !== 0) throw new Error(`the client ended with ${status}\n${stderr}`)
  const outputs = stdout.split('\0').slice(0, -1)
  return { ...(JSON.parse(await readFile(report, 'utf8')) as Report), outputs, stderr } // written by drive.mjs
}
