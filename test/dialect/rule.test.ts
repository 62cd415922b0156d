// The rule that tells Python 2 from Python 3, under an installed Python 3: every script in scripts/2 and scripts/3 is
// a row of the table, its folder the expected answer.

import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

const PYTHON = '/usr/bin/python3'
const FOLDER = import.meta.dirname
const SCRIPTS = join(FOLDER, 'scripts')
// Python 3's own library, which has hardly any mark of Python 2 but every word of its names.
const LIBRARY = ['', 'email', 'http', 'json', 'logging', 'multiprocessing', 'unittest', 'urllib', 'xml/sax', 'xmlrpc']

type Row = { readonly path: string; readonly mayBe2: boolean; readonly dialect: number; readonly reason: string }

const rows = await decideAll([join(SCRIPTS, '2'), join(SCRIPTS, '3')])

describe.each([2, 3])('a script of Python %i is taken for one', (dialect) => {
  const folder = join(SCRIPTS, String(dialect))
  test.each(rows.filter(({ path }) => path.startsWith(folder)).map((row) => ({ ...row, name: path(row) })))('$name', (row) => {
    expect(`${row.dialect}: ${row.reason}`).toMatch(new RegExp(`^${dialect}: .`))
    if (dialect === 2) expect(row.mayBe2).toBe(true)
  })
})

test('the reason names the line and the mark', () => {
  const reasons = new Map(rows.map((row) => [path(row), row.reason]))
  expect(reasons.get('install_msi.py')).toBe('line 13: urllib.urlretrieve is only in Python 2')
  expect(reasons.get('launch_url.py')).toBe('it has no mark of Python 2')
  expect(reasons.get('shebang_python27.py')).toBe('its first line names python2.7')
  expect(reasons.get('f_string.py')).toBe('line 2: an f-string is only in Python 3')
  expect(reasons.get('syntax_error_print.py')).toMatch(/^not valid Python 3: line 2: Missing parentheses/)
})

test('no module of the library of Python 3 is taken for Python 2', async () => {
  const library = await decideAll(LIBRARY.map((name) => `{library}/${name}`))
  expect(library.length).toBeGreaterThan(200)
  expect(library.filter(({ dialect }) => dialect === 2)).toEqual([])
})

test('no damaged source makes the rule raise, and the quick look misses no mark', async () => {
  const folders = [join(SCRIPTS, '2'), join(SCRIPTS, '3'), join(FOLDER, 'layer')]
  const { stdout, stderr } = await promisify(execFile)(PYTHON, [join(FOLDER, 'any_bytes.py'), ...folders])
  expect(stderr).toBe('')
  expect(Number(stdout)).toBeGreaterThan(5000)
})

function path(row: Row): string {
  return row.path.slice(row.path.lastIndexOf('/') + 1)
}

async function decideAll(folders: readonly string[]): Promise<readonly Row[]> {
  const { stdout, stderr } = await promisify(execFile)(PYTHON, ['-X', 'dev', join(FOLDER, 'decide_all.py'), ...folders])
  if (stderr) throw new Error(stderr) // not even a warning may come from reading a script
  const read: unknown = JSON.parse(stdout)
  if (!Array.isArray(read)) throw new Error(`decide_all.py printed ${stdout}`)
  return read.map(([path, mayBe2, dialect, reason]) => ({ path, mayBe2, dialect, reason }))
}
