// py-runner check as a person and as a program use it, its JSON against the published schema.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import type { Remark, Report } from '../../src/check/report.ts'
import { shebangOf } from '../../src/check/shebang.ts'
import { cli } from '../support/under-test.ts'

const root = join(import.meta.dirname, '../..')
const scripts = join(import.meta.dirname, 'scripts')
const validate = new Ajv2020({ allErrors: true }).compile(
  JSON.parse(readFileSync(join(root, 'docs/schemas/check.json'), 'utf8')) as object,
)

function check(words: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'check', ...words], {
    cwd: scripts,
    input,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function reports(words: readonly string[], input = ''): readonly Report[] {
  const { stdout, stderr } = check(['--json', ...words], input)
  expect(stderr).toBe('')
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Report) // checked against the schema below
}

const inShort = (remarks: readonly Remark[]) => remarks.map(({ line, kind }) => `${line} ${kind}`)

test('what is wrong with a script is said with its line', () => {
  const [report] = reports(['many.py'])
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
  expect(inShort(report?.problems ?? [])).toEqual([
    '3 platform',
    '4 missing',
    '5 removed',
    '6 missing',
    '7 import',
    '10 scripthelper',
    '20 missing',
    '25 platform',
    '36 scripthelper',
    '39 scripthelper',
    '40 scripthelper',
  ])
  expect(inShort(report?.notes ?? [])).toEqual(['12 platform', '16 platform', '18 platform', '42 warning'])
  const places = new Map(report?.imports.map(({ module, place }) => [module, place]))
  expect(places.get('neighbour')).toBe('beside')
  expect(places.get('xml.etree.ElementTree')).toBe('library')
  expect(report?.missing).toContain('requests')
})

test('what a module is only on other platforms is no matter where the script is for them alone', () => {
  const [report] = reports(['--platform', 'win32', 'many.py'])
  expect(inShort(report?.problems ?? [])).not.toContain('3 platform')
  expect(inShort(report?.problems ?? [])).toContain('25 platform')
})

test('the environment that a script reads, and what of it is needed', () => {
  const [report] = reports(['many.py'])
  expect(report?.environment.map(({ name, needed }) => `${name} ${needed}`)).toEqual([
    'PLAIN true',
    'WITH_DEFAULT false',
    'ASKED false',
    'BY_CONSTANT false',
    'FIRST_ASKED false',
  ])
  expect(report?.environment[1]?.default).toBe('x')
})

test('both samples are fine, each in its Python', () => {
  const samples = ['launch_url.py', 'install_msi.py'].map((name) => join(root, 'examples', name))
  const found = reports(samples)
  expect(found.map(({ dialect, problems, missing }) => ({ dialect, problems, missing }))).toEqual([
    { dialect: 3, problems: [], missing: [] },
    { dialect: 2, problems: [], missing: [] },
  ])
  expect(found[1]?.environment.filter(({ needed }) => needed).map(({ name }) => name)).toEqual(['MSI_URL', 'MSI_HASH'])
  expect(check(samples).status).toBe(0)
})

test('a syntax error is CPython’s own, and what can be read is read', () => {
  const [broken, old] = reports(['broken.py', 'old.py'])
  expect(broken?.problems).toEqual([{ line: 2, kind: 'syntax', message: 'SyntaxError: invalid syntax' }])
  expect(old?.imports.map(({ module }) => module)).toEqual(['os', 'urllib2'])
  expect(old?.environment).toEqual([{ name: 'HOME', line: 2, needed: true }])
  expect(validate(old), JSON.stringify(validate.errors)).toBe(true)
})

test('a script may come from standard input, whatever its bytes are', () => {
  const [fine] = reports(['-'], readFileSync(join(scripts, 'fine.py'), 'utf8'))
  expect(fine).toMatchObject({ script: '-', problems: [], missing: [] })
  const [nul] = reports(['-'], 'x = 1\0\n')
  expect(nul?.problems).toHaveLength(1)
})

test('nothing of a script runs', () => {
  const [report] = reports(['effects.py'])
  expect(report?.problems).toEqual([])
  expect(existsSync(join(scripts, 'ran'))).toBe(false)
})

test('a person gets a line for each thing, and 1 where something is wrong', () => {
  const { status, stdout } = check(['many.py'])
  expect(status).toBe(1)
  expect(stdout).toMatch(/^ {2}problem {7}line 5: telnetlib was removed in Python 3\.13; /m)
  expect(stdout).toMatch(/^ {2}problem {7}line 10: scripthelper has no digest_fil; digest_file may be meant$/m)
  expect(stdout).toMatch(/unexpected keyword argument 'algoritm'; it is digest_file\(path, algorithm='sha1'\)$/m)
})

test.each([
  [['nosuch.py'], 'check: nosuch.py: there is no such file'],
  [['neighbour.py', '.'], 'check: .: it is a folder'],
  [['--platform', 'sun', 'neighbour.py'], 'check: --platform takes win32, darwin, linux, not sun'],
])('%j is one line on stderr and 2', (words, message) => {
  expect(check(words)).toEqual({ status: 2, stdout: '', stderr: `py-runner: ${message}\n` })
})

test.each([
  ['pass', 'none'],
  ['#!foo.exe\n', 'program'],
  ['#!foo.exe -a somearg\r\n', 'options'],
  ['#!"c:\\Program Files\\Foo Corp\\foo.exe" -a somearg\n', 'quoted'],
  ['#EXT foo\n', 'extension'],
  ['#!python\n', 'python'],
  ['#!/usr/bin/env python\n', 'env-python'],
  ['#!/usr/bin/env python3\n', 'env-python'],
  ['\uFEFF#!/usr/bin/env python\n', 'env-python'],
  ['#!/usr/bin/python -u\n', 'options'],
])('the first line %j meets the rule %s', (text, rule) => {
  expect(shebangOf(Buffer.from(text)).rule).toBe(rule)
})
