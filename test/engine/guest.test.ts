// What the guest can and cannot reach: every module of the library imports or says why not, nothing of a JavaScript bridge
// is there, no recursion ends the process, ordinary source compiles in each seat.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { built, cli, underTest } from '../support/under-test.ts'

const program = (name: string) => fileURLToPath(new URL(`./programs/${name}.py`, import.meta.url))
const node = process.env.PY_RUNNER_TEST_NODE ?? process.execPath
const run = (...words: string[]) => spawnSync(node, [cli, ...words], { encoding: 'utf8' })
const folder = mkdtempSync(join(tmpdir(), 'py-runner-guest-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('every module of the library imports, or raises ImportError with a reason', () => {
  const { stdout, status } = run(program('import_everything'))
  const { imported, refused, broken } = JSON.parse(stdout) as {
    imported: number
    refused: Record<string, string>
    broken: Record<string, string>
  } // printed by the program
  expect(broken).toEqual({})
  expect(imported).toBeGreaterThan(underTest === built ? 560 : 500) // a bundle may have fewer
  expect(Object.values(refused).filter((reason) => reason.trim() === '')).toEqual([])
  expect(status).toBe(0)
})

test.each([['restored'], ['--no-snapshot']])('nothing of a bridge to JavaScript can be reached (%s)', (option) => {
  const words = option === 'restored' ? [] : [option]
  expect(run(...words, program('reach_the_bridge'))).toMatchObject({ stdout: '[]\n', status: 0 })
})

test('ctypes imports, calls its own helpers, and says what it cannot load', () => {
  expect(run(program('use_ctypes'))).toMatchObject({
    stdout: "b'abc'\n42\nno foreign library can be loaded into this Python: it runs inside WebAssembly\n",
    stderr: '',
    status: 0,
  })
})

describe.each([['inline'], ['worker']])('in the %s seat', (seat) => {
  test('no recursion ends the process', () => {
    const { stdout, status, stderr } = run('--seat', seat, program('recurse'))
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(
      stdout
        .trim()
        .split('\n')
        .filter((line) => !/: (ok|RecursionError|MemoryError)$/.test(line)),
    ).toEqual([])
    expect(stdout.trim().split('\n').length).toBeGreaterThan(20)
  })

  test('an elif chain of 400, a sum of 3,000 and 150 nested calls compile, in the script and in a module', () => {
    const source = [
      'x = 5\nif x == 0: pass\n',
      ...Array.from({ length: 399 }, (_, i) => `elif x == ${i + 1}: y = ${i + 1}\n`),
      `s = ${Array(3000).fill('1').join('+')}\n`,
      `c = ${'abs('.repeat(150)}7${')'.repeat(150)}\n`,
    ].join('')
    writeFileSync(join(folder, 'large.py'), source)
    writeFileSync(join(folder, 'script.py'), source + readFileSync(program('show_large'), 'utf8'))
    expect(run('--seat', seat, join(folder, 'script.py'))).toMatchObject({
      stdout: '5 3000 7\n5 3000 7\n',
      stderr: '',
      status: 0,
    })
  })

  test('a lock that nobody frees is waited for, and the wait ends in time', () => {
    expect(run('--seat', seat, program('wait_for_lock'))).toMatchObject({ stdout: 'True False True\n', stderr: '', status: 0 })
  })
})
