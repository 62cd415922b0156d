// The documented script that installs an MSI, verbatim, on the layer of Python 2 under an installed Python 3:
// a real web server, a real shell, a msiexec on PATH that writes down how it was called.

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Pages, startPages } from './page-server.ts'

const PYTHON = '/usr/bin/python3'
const FOLDER = import.meta.dirname
const SCRIPT = join(FOLDER, 'scripts', '2', 'install_msi.py')
const RECORDER = '#!/bin/sh\nprintf "%s\\n" "$@" >> called\n'

let pages: Pages
let cwd: string

beforeAll(async () => {
  pages = await startPages()
  return pages.close
})

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'install-msi-'))
  writeFileSync(join(cwd, 'msiexec'), RECORDER, { mode: 0o755 })
})

afterEach(() => rmSync(cwd, { recursive: true }))

test('with the right hash it installs once and leaves a marker', async () => {
  const hash = sha1('page of /setup.msi')
  const environment = { MSI_URL: `${pages.url}/setup.msi`, MSI_HASH: hash, MSI_OPT: '/q' }
  expect(await install(environment)).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(lines('called').slice(0, 3)).toEqual(['/i', 'setup.msi', '/q'])
  expect(lines('called').at(-1)).toBe('msi.log')
  expect(readFileSync(join(cwd, hash), 'utf8')).toBe('')
  expect(readFileSync(join(cwd, 'setup.msi'), 'utf8')).toBe('page of /setup.msi')

  const before = lines('called')
  expect(await install(environment)).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(lines('called')).toEqual(before)
})

test('with a wrong hash it stops before the installer', async () => {
  const wrong = sha1('something else')
  const { code, stderr } = await install({ MSI_URL: `${pages.url}/setup.msi`, MSI_HASH: wrong })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^Traceback[^]*line 15, in <module>\n[^\n]*\nValueError: downloaded file has incorrect hash\n$/)
  expect(existsSync(join(cwd, 'called'))).toBe(false)
  expect(existsSync(join(cwd, wrong))).toBe(false)
})

test('a missing page is saved and found by its hash, as in Python 2', async () => {
  const { code, stderr } = await install({ MSI_URL: `${pages.url}/status/404`, MSI_HASH: sha1('the installer') })
  expect(code).toBe(1)
  expect(stderr).toMatch(/ValueError: downloaded file has incorrect hash\n$/)
  expect(readFileSync(join(cwd, '404'), 'utf8')).toBe('page of 404')
})

test('a server that is not there is an IOError in the words of Python 2', async () => {
  const { code, stderr } = await install({ MSI_URL: 'http://127.0.0.1:1/setup.msi', MSI_HASH: 'x' })
  expect(code).toBe(1)
  expect(stderr).toMatch(/\nOSError: \[Errno socket error\] \[Errno 111\] Connection refused\n$/)
})

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex')
}

function lines(name: string): string[] {
  return readFileSync(join(cwd, name), 'utf8').trimEnd().split('\n')
}

function install(environment: Record<string, string>): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const PATH = `${cwd}${delimiter}${process.env.PATH}`
  const PYTHONPATH = join(FOLDER, '..', '..') // where the package scripthelper lies
  const env = { ...process.env, PATH, PYTHONPATH, PYTHONDONTWRITEBYTECODE: '1', no_proxy: '*', ...environment }
  return new Promise((resolve) => {
    execFile(PYTHON, [join(FOLDER, 'run_python2.py'), SCRIPT], { cwd, env }, (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, stdout, stderr }),
    )
  })
}
