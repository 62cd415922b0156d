// Whatever a script waits for: a time limit, an abort of the library and an interrupt end it. The programs of `waits` are
// named after the calls and services that can wait, so that one which is not tried is missed.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calls } from '../../src/kernel/table.ts'
import { compileServices, guestServices } from '../../src/services.ts'
import { productCommand } from '../support/commands.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { underTest } from '../support/under-test.ts'
import { type Peers, startPeers } from './support/peers.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const program = join(here, 'support/library-run.mjs')
const names = readdirSync(join(here, 'waits')).map((file) => file.replace(/\.py$/, ''))
/** From being asked to end to the end: what is promised is 100 ms, measured on a machine that does nothing else. */
const AT_MOST_MS = 1000
/** An interrupt is followed by a traceback and all that the end of a script brings. */
const WITH_TRACEBACK_AT_MOST_MS = 5000

const ONLY_INLINE = ['compile.elsewhere'] // the other seat compiles for itself
const IGNORES_INTERRUPTS = ['system'] // system(3)
/** The user's browser is no part of the run that opened it. */
const STAYS: Readonly<Record<string, readonly string[]>> = { 'browser.open': ['sleep 20'] }
/** Nor does an interrupt, other than a limit, end what a script started. */
const STAYS_INTERRUPTED: typeof STAYS = { ...STAYS, 'processes.wait': ['sleep 600'] }

test('every call and service that can wait is tried', () => {
  const services = Object.entries({ ...guestServices, ...compileServices }).filter(([, service]) => 'waits' in service)
  const declared = [...calls.filter(({ when }) => when === 'waits').map(({ name }) => name), ...services.map(([name]) => name)]
  expect(names.toSorted()).toEqual(declared.toSorted())
})

test('the page that lists them names each', async () => {
  const page = await readFile(join(here, 'README.md'), 'utf8')
  const rows = [...page.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name)
  expect(rows.toSorted()).toEqual(names.toSorted())
})

let close: () => void
let peers: Peers
beforeAll(
  () =>
    new Promise<void>((ready) => {
      void inFreshFolder(async (folder) => {
        peers = await startPeers(folder)
        const closed = new Promise<void>((resolve) => (close = resolve))
        ready()
        await closed
        peers.close()
      })
    }),
)
afterAll(() => close())

const inWorker = names.filter((name) => !ONLY_INLINE.includes(name))

describe.each(['timeout', 'abort', 'interrupt'] as const)('as a library, %s', (end) => {
  const tried = inWorker.filter((name) => end !== 'interrupt' || !IGNORES_INTERRUPTS.includes(name))
  test.each(tried)('%s', { timeout: 0 }, async (name) => {
    for (let timeoutMs = 2000; !(await endsWhereItWaits(name, timeoutMs)); timeoutMs *= 2);
  })

  // False where the limit came before the script was at its wait, as on a machine under load: a longer one is to be tried.
  const endsWhereItWaits = (name: string, timeoutMs: number) =>
    waiting(name, async ({ cwd, env, script, args }) => {
      const request = JSON.stringify({ script, args, end, timeoutMs })
      const child = spawn(process.execPath, [program, request, join(underTest, 'index.mjs')], {
        cwd,
        env,
        stdio: ['pipe', 'ignore', 'pipe'],
        detached: true,
      })
      const said = textOf(child.stderr)
      await once(child, 'exit')
      endGroup(child)
      expect(existsSync(join(cwd, 'outcome.json')), said()).toBe(true)
      const { result, wasReady, wasWaiting, tookMs, left } = JSON.parse(await readFile(join(cwd, 'outcome.json'), 'utf8'))
      if (end === 'timeout' && !wasWaiting && timeoutMs < LONGEST_LIMIT_MS) return false
      expect({ wasReady, wasWaiting }).toEqual({ wasReady: true, wasWaiting: true })
      expect(result).toEqual(ENDS[end])
      expect(left).toEqual({
        descriptors: [],
        threads: 0,
        children: (end === 'interrupt' ? STAYS_INTERRUPTED : STAYS)[name] ?? [],
        listeners: 0,
      })
      expect(tookMs).toBeLessThan(end === 'interrupt' ? WITH_TRACEBACK_AT_MOST_MS : AT_MOST_MS)
      report(`${name}, ${end}`, tookMs)
      return true
    })
})

const LONGEST_LIMIT_MS = 60_000

const ENDS = {
  timeout: { exitCode: 124, timedOut: true },
  abort: { rejected: 'with the reason' },
  interrupt: { exitCode: 130, signal: 2 },
}

describe.each(['inline', 'worker'] as const)('as a command, SIGINT in the %s seat', (seat) => {
  const tried = (seat === 'inline' ? names : inWorker).filter((name) => !IGNORES_INTERRUPTS.includes(name))
  test.each(tried)('%s', { timeout: 0 }, (name) =>
    waiting(name, async ({ cwd, env, script, args }) => {
      const [command = '', ...words] = [...productCommand(), '--seat', seat, script, ...args]
      const child = spawn(command, words, { cwd, env, stdio: ['pipe', 'ignore', 'pipe'], detached: true })
      const said = textOf(child.stderr)
      while (!existsSync(join(cwd, 'ready'))) await delay(5)
      await delay(SETTLED_MS)
      expect(child.exitCode, said()).toBe(null)
      const asked = performance.now()
      child.kill('SIGINT')
      await once(child, 'exit')
      const tookMs = performance.now() - asked
      endGroup(child)
      expect(child.signalCode, said()).toBe('SIGINT')
      expect(said()).toMatch(/KeyboardInterrupt\n$/)
      expect(tookMs).toBeLessThan(WITH_TRACEBACK_AT_MOST_MS)
      report(`${name}, SIGINT ${seat}`, tookMs)
    }),
  )
})
const SETTLED_MS = 300

// What was left behind on purpose, so that nothing is left behind here.
function endGroup({ pid }: ChildProcess): void {
  try {
    process.kill(-Number(pid), 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // there was nothing
  }
}

interface Waiting {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly script: string
  readonly args: readonly string[]
}

function waiting<T>(name: string, use: (waiting: Waiting) => Promise<T>): Promise<T> {
  return inFreshFolder(async (folder) => {
    const cwd = join(folder, 'run')
    await mkdir(cwd)
    await peers.lock(cwd)
    const env = { HOME: process.env.HOME ?? folder, LANG: 'C.UTF-8', PYTHONPATH: here, ...peers.env }
    return await use({ cwd, env, script: join(here, 'waits', `${name}.py`), args: [String(peers.port)] })
  })
}

// Not to its end, which a program that was left behind holds off.
function textOf(stream: Readable): () => string {
  let text = ''
  stream.on('data', (part) => (text += part))
  return () => text
}

function report(what: string, tookMs: number): void {
  if (process.env.PY_RUNNER_TEST_REPORT) console.log(`${what}: ${tookMs.toFixed(0)} ms`)
}
