// The layer that Python 2 scripts run on, under an installed Python 3.
// The programs in layer/ run on Python 2 as well: what Python 2.7.18 prints stands beside each. With the path of a
// python2 in PYTHON2 the tests run that one too, so that the expected output can be seen to be true.

import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Pages, startPages } from './page-server.ts'

const PYTHON = '/usr/bin/python3'
const FOLDER = import.meta.dirname
const ON_LAYER = [PYTHON, join(FOLDER, 'run_python2.py')]
const INTERPRETERS = [
  { name: 'the layer', command: ON_LAYER },
  ...(process.env.PYTHON2 ? [{ name: 'Python 2', command: [process.env.PYTHON2] }] : []),
]

const programs = readdirSync(join(FOLDER, 'layer')).filter((name) => name.endsWith('.py'))
const failures = readdirSync(join(FOLDER, 'failures')).filter((name) => name.endsWith('.py'))
const cwd = mkdtempSync(join(tmpdir(), 'dialect-'))
let pages: Pages

beforeAll(async () => {
  pages = await startPages()
})

afterAll(async () => {
  await pages.close()
  rmSync(cwd, { recursive: true })
})

describe.each(INTERPRETERS)('on $name', ({ command }) => {
  test.each(programs)('%s prints what Python 2 prints', async (program) => {
    const script = join(FOLDER, 'layer', program)
    const expected = readFileSync(script.replace(/py$/, 'out'), 'utf8')
    expect(await run([...command, script, pages.url])).toEqual({ code: 0, stdout: expected, stderr: '' })
  })
})

test('the layer is seen by the script alone', async () => {
  const expected = readFileSync(join(FOLDER, 'isolation', 'expected'), 'utf8')
  expect(await run([...ON_LAYER, join(FOLDER, 'isolation', 'script.py')])).toEqual({ code: 0, stdout: expected, stderr: '' })
})

test.each(failures)('%s fails on the layer as it fails in Python 3, without a frame of the layer', async (program) => {
  const script = join(FOLDER, 'failures', program)
  expect(await run([...ON_LAYER, script])).toEqual(await run([PYTHON, script]))
})

type Outcome = { readonly code: unknown; readonly stdout: string; readonly stderr: string }

function run(command: readonly string[]): Promise<Outcome> {
  const [program = '', ...args] = command
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', no_proxy: '*' }
  return new Promise((resolve) => {
    execFile(program, args, { cwd, env }, (error, stdout, stderr) => resolve({ code: error ? error.code : 0, stdout, stderr }))
  })
}
