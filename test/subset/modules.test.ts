// py-runner modules, against what bundles are made from.
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { builtCommand } from '../support/commands.ts'

const [node = '', ...cli] = builtCommand

function modules(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(node, [...cli, 'modules', ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

test('every module has its line, with what a subset does with it', () => {
  const { stdout, status, stderr } = modules('--subset', 'core')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(/^keep {5}json: /m)
  expect(stdout).toMatch(/^drop {5}sqlite3: .*; instead: json or csv files$/m)
  expect(stdout).toMatch(/^removed {2}telnetlib: in no Python since 3\.13; instead: socket$/m)
  expect(modules('--subset', 'core', '--with', 'sqlite3').stdout).toMatch(/^keep {5}_sqlite3: /m)
})

test('--json says the same for programs, for another system too', () => {
  const { stdout } = modules('--json', '--target-platform', 'win32-x64')
  const { subset, platform, modules: listed } = JSON.parse(stdout)
  expect({ subset, platform }).toEqual({ subset: 'full', platform: 'win32-x64' })
  expect(listed).toContainEqual(expect.objectContaining({ module: 'winreg', state: 'keep' }))
  expect(listed).toContainEqual(expect.objectContaining({ module: 'tkinter', state: 'drop', instead: expect.any(String) }))
  expect(JSON.parse(modules('--json').stdout).modules.map(({ module }: { module: string }) => module)).not.toContain('winreg')
})

test('an unknown subset or module is one line and 2', () => {
  expect(modules('--subset', 'cor')).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining('did you mean core?') })
  expect(modules('--with', 'sqlite')).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining('did you mean sqlite3?') })
})
