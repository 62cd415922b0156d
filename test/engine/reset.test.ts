// A guest that forgets a script: its memory, globals and table are byte for byte those of one that ran nothing, and there is
// nothing else in an instance that a script could change.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import binaryen from 'binaryen'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cli, underTest } from '../support/under-test.ts'
import type { Finding } from './reset-worker.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const node = process.env.PY_RUNNER_TEST_NODE ?? process.execPath
const word = 'kanarienvogel'
let folder = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'py-runner-reset-'))
  await build({
    entryPoints: [here('reset-worker.ts')],
    outfile: join(folder, 'reset.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    define: { 'import.meta.dirname': JSON.stringify(underTest) }, // where the build put the engine
  })
  execFileSync(node, [cli, '-c', 'pass']) // has a snapshot made, if there is none
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each(['return', 'os_exit', 'raise', 'recurse', 'grow', 'scribble'])('after %s the word is nowhere in memory', (how) => {
  const place = join(folder, how)
  mkdirSync(place)
  const words = [join(folder, 'reset.mjs'), here('../runner/programs/leave_traces.py'), how, place, word]
  const { stderr } = spawnSync(node, words, { cwd: folder, encoding: 'utf8' })
  const finding = JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as Finding // printed by reset-worker.ts
  expect(finding).toMatchObject({ after: [0, 0, 0], wasReset: true, isSame: true })
  for (const count of finding.before) expect(count).toBeGreaterThan(100)
})

test("the engine's code writes to no global but those that are set back and those of its own start, and to no table of functions", () => {
  const m = binaryen.readBinary(readFileSync(join(underTest, 'engine/engine.wasm')))
  const text = m.emitText()
  const nameOf = (exported: string) => binaryen.getExportInfo(m.getExport(exported)).value
  const written = new Set([...text.matchAll(/\(global\.set \$(\S+)/g)].map(([, name]) => name))
  for (const name of ['__stack_pointer', 'signal_questions_passed', 'suspender']) expect(written.delete(nameOf(name))).toBe(true)
  // What is left is written with one constant each: where the stack lies, and that the cold half is there.
  for (const name of written) {
    const values = [...text.matchAll(new RegExp(`\\(global\\.set \\$${name?.replace('$', '\\$')}\\s+\\(([^()]*)\\)`, 'g'))]
    expect(values.map(([, value]) => value)).toEqual([expect.stringMatching(/^i32\.const \d+$/)])
  }
  const functions = nameOf('__indirect_function_table')
  const tables = [...text.matchAll(/\(table\.(?:set|grow|fill|copy|init) \$(\S+)/g)].map(([, name]) => name)
  expect(tables.filter((name) => name === functions)).toEqual([])
  expect(text).toMatch(new RegExp(`\\(table \\$${functions} \\d+ .*funcref\\)`))
  m.dispose()
})
