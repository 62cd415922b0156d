// --help-env and --help-xoptions against what the variables and options do.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { helpOn } from '../../src/cli/help-topics.ts'
import { nativePython } from '../support/commands.ts'
import { cli } from '../support/under-test.ts'

function run(words: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PYTHON'))
  return spawnSync(process.execPath, [cli, ...words], { encoding: 'utf8', env: { ...Object.fromEntries(own), ...env } })
}

const found = (env: NodeJS.ProcessEnv, words: readonly string[] = []) =>
  JSON.parse(run([...words, join(import.meta.dirname, 'programs/settings.py')], env).stdout) as Readonly<Record<string, string>>

/** name, value, what a program says then. */
const EFFECTS = [
  ['PYTHONASYNCIODEBUG', '1', 'True'],
  ['PYTHON_CONTEXT_AWARE_WARNINGS', '1', '1'],
  ['PYTHON_CPU_COUNT', '77', '(77, 77)'],
  ['PYTHONDEVMODE', '1', 'True'],
  ['PYTHONDONTWRITEBYTECODE', '1', 'True'],
  ['PYTHONFAULTHANDLER', '1', 'True'],
  ['PYTHONINTMAXSTRDIGITS', '1000', '1000'],
  ['PYTHONIOENCODING', 'ascii:replace', "('ascii', 'replace')"],
  ['PYTHONNODEBUGRANGES', '1', 'None'],
  ['PYTHONNOUSERSITE', '1', '1'],
  ['PYTHONOPTIMIZE', '2', '2'],
  ['PYTHONPATH', '/some/folder', 'True'],
  ['PYTHONPYCACHEPREFIX', '/some/folder', "'/some/folder'"],
  ['PYTHONSAFEPATH', '1', 'True'],
  ['PYTHON_THREAD_INHERIT_CONTEXT', '1', '1'],
  ['PYTHONTRACEMALLOC', '5', '(True, 5)'],
  ['PYTHONUNBUFFERED', '1', 'True'],
  ['PYTHONUSERBASE', '/some/folder', "'/some/folder'"],
  ['PYTHONUTF8', '1', '1'],
  ['PYTHONWARNINGS', 'error::UserWarning', "['default', 'error::UserWarning']"],
] as const

/** Read by site, which heeds no -E. */
const BY_SITE: readonly string[] = ['PYTHONUSERBASE']

test('variables have the effect that --help-env says, and none with -E', () => {
  const env = Object.fromEntries(EFFECTS.map(([name, value]) => [name, value]))
  const [changed, without, ignored] = [found(env), found({}), found(env, ['-E'])]
  for (const [name, , expected] of EFFECTS) {
    expect([name, changed[name]]).toEqual([name, expected])
    expect([name, without[name]]).not.toEqual([name, expected])
    if (!BY_SITE.includes(name)) expect([name, ignored[name]]).toEqual([name, without[name]])
  }
})

const OPTIONS = [
  ['cpu_count=77', 'PYTHON_CPU_COUNT', '(77, 77)'],
  ['context_aware_warnings=1', 'PYTHON_CONTEXT_AWARE_WARNINGS', '1'],
  ['dev', 'PYTHONDEVMODE', 'True'],
  ['faulthandler', 'PYTHONFAULTHANDLER', 'True'],
  ['int_max_str_digits=1000', 'PYTHONINTMAXSTRDIGITS', '1000'],
  ['no_debug_ranges', 'PYTHONNODEBUGRANGES', 'None'],
  ['pycache_prefix=/some/folder', 'PYTHONPYCACHEPREFIX', "'/some/folder'"],
  ['thread_inherit_context=1', 'PYTHON_THREAD_INHERIT_CONTEXT', '1'],
  ['tracemalloc=5', 'PYTHONTRACEMALLOC', '(True, 5)'],
  ['utf8', 'PYTHONUTF8', '1'],
] as const

test('options of -X have the effect that --help-xoptions says', () => {
  const all = found(
    {},
    OPTIONS.flatMap(([option]) => ['-X', option]),
  )
  for (const [, name, expected] of OPTIONS) expect([name, all[name]]).toEqual([name, expected])
})

test.each([
  ['PYTHONINTMAXSTRDIGITS', '3'],
  ['PYTHONTRACEMALLOC', 'x'],
  ['PYTHONHASHSEED', 'x'],
])('%s=%s ends python in its own words', (name, value) => {
  const native = spawnSync(nativePython[0] ?? '', ['-c', '1'], { encoding: 'utf8', env: { [name]: value } })
  const { status, stderr } = run(['-c', '1'], { [name]: value })
  expect({ status, stderr }).toEqual({ status: native.status, stderr: native.stderr })
})

test('what CPython prints about its variables and options is all here', () => {
  const names = (words: readonly string[], pattern: RegExp) =>
    new Set([...spawnSync(nativePython[0] ?? '', words, { encoding: 'utf8' }).stdout.matchAll(pattern)].map(([, name]) => name))
  const variables = names(['--help-env'], /^(PYTHON\w+)/gm)
  expect(variables.size).toBeGreaterThan(25)
  for (const name of variables) expect(helpOn('--help-env', 100)).toContain(name)
  for (const [name] of EFFECTS) expect(helpOn('--help-env', 100)).toContain(`  ${name} `)
  const options = names(['--help-xoptions'], /^-X (\w+)/gm)
  expect(options.size).toBeGreaterThan(8)
  for (const name of options) expect(helpOn('--help-xoptions', 100)).toContain(name)
})

test('--help-all prints all of it', () => {
  const all = run(['--help-all']).stdout
  for (const word of ['--help', '--help-env', '--help-xoptions']) expect(all).toContain(run([word]).stdout)
  expect(all.split('\n').filter((line) => line.length > 100)).toEqual([])
})
