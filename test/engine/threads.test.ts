// One way to wait: two threads of the engine's own wait in turn, so that suspension is proven before threads are offered.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import binaryen from 'binaryen'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { underTest } from '../support/under-test.ts'
import type { Trace } from './two-threads-worker.ts'

const ROUNDS = 3
const here = fileURLToPath(new URL('.', import.meta.url))
const engine = join(underTest, 'engine')
const node = process.env.PY_RUNNER_TEST_NODE ?? process.execPath
let folder = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'py-runner-threads-'))
  await build({
    entryPoints: [join(here, 'two-threads-worker.ts'), join(here, 'start-worker.ts')],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  })
  writeFileSync(join(folder, 'sleeper.wasm'), sleeperModule())
})
afterAll(() => rmSync(folder, { recursive: true }))

test('two threads that sleep in the guest take turns, and sleep at the same time', () => {
  const words = [
    join(folder, 'start-worker.mjs'),
    join(folder, 'two-threads-worker.mjs'),
    engine,
    join(folder, 'sleeper.wasm'),
    String(ROUNDS),
  ]
  const trace = JSON.parse(execFileSync(node, words, { encoding: 'utf8' })) as Trace // printed by start-worker.ts
  expect(trace.suspension).toMatch(/jspi|suspender/)
  expect(trace.order).toEqual(['1:0', '2:0', '1:1', '2:1', '1:2', '2:2'])
  expect(trace.overlapped).toBe(true)
})

// main(who): ROUNDS times clock_nanosleep(CLOCK_MONOTONIC, 0, request, NULL), then said(who, round).
function sleeperModule(): Uint8Array {
  const { i32, none, createType } = binaryen
  const m = new binaryen.Module()
  m.setFeatures(binaryen.Features.MutableGlobals)
  m.addFunctionImport('sleep', 'guest', 'clock_nanosleep', createType([i32, i32, i32, i32]), i32)
  m.addFunctionImport('said', 'guest', 'said', createType([i32, i32]), none)
  m.addGlobalImport('request', 'guest', 'request', i32)
  const [who, round] = [0, 1] as const
  const clockMonotonic = 1
  const body = [
    m.drop(m.call('sleep', [m.i32.const(clockMonotonic), m.i32.const(0), m.global.get('request', i32), m.i32.const(0)], i32)),
    m.call('said', [m.local.get(who, i32), m.local.get(round, i32)], none),
    m.local.set(round, m.i32.add(m.local.get(round, i32), m.i32.const(1))),
    m.br('again', m.i32.lt_s(m.local.get(round, i32), m.i32.const(ROUNDS))),
  ]
  m.addFunction('main', createType([i32]), none, [i32], m.loop('again', m.block(null, body)))
  m.addFunctionExport('main', 'main')
  return m.emitBinary()
}
