// What --help and sub-commands print where nobody reads it, or it cannot be written: a code that says so, and no noise.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { builtCommand, productCommand } from '../support/commands.ts'

const PRINTING = [
  ['--help'],
  ['--help-all'],
  ['check', '--help'],
  ['completions', 'zsh'],
  ['modules'],
  ['-V'],
  ['--version', '--json'],
].map((words) => [words])

/** A bundle has no `modules`. */
const commandFor = (words: readonly string[]) => [...(words[0] === 'modules' ? builtCommand : productCommand()), ...words]
const asProgram = (words: readonly string[]): [string, string[]] => {
  const [file = '', ...others] = commandFor(words)
  return [file, others]
}

test.each(PRINTING)('%j: a reader that is gone is no error of anything', async (words) => {
  const child = spawn(...asProgram(words), { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  const [[code], noise] = await Promise.all([once(child, 'exit'), text(child.stderr)])
  expect({ code, noise }).toEqual({ code: 141, noise: '' })
})

test.each(PRINTING)('%j: a full disk is said in a line', (words) => {
  const full = openSync('/dev/full', 'w')
  const { status, stderr } = spawnSync(...asProgram(words), { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' })
  closeSync(full)
  expect(status).toBe(120)
  expect(stderr).toMatch(/^py-runner: standard output cannot be written: ENOSPC.*\n$/)
})

test.each(PRINTING)('%j: with neither stream it ends as with both', (words) => {
  const line = 'exec "$@" >&- 2>&-'
  const { status } = spawnSync('sh', ['-c', line, 'sh', ...commandFor(words)], { stdio: 'ignore' })
  expect(status).toBe(0)
})
