// The process's standard input, which scripts on a runner share one after another: none takes more of it than it asked for,
// also when it was ended while it waited.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { underTest } from '../support/under-test.ts'
import { node, program } from './drive.ts'

const client = [node, program('share-input.mjs'), underTest]

test.each([
  ['a socket', client],
  ['a pipe', ['/bin/sh', '-c', 'cat | exec "$@"', 'sh', ...client]],
])('what one script leaves of %s is there for the next', { timeout: 0 }, async (_, [command = '', ...words]) => {
  const child = spawn(command, words, { stdio: ['pipe', 'pipe', 'pipe'] })
  let stdout = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => text.includes('now') && child.stdin.write('one\n'))
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    if (text.includes('[]') && stdout.includes('one')) child.stdin.end('two\n')
  })
  await once(child, 'close')
  expect(stdout).toMatch(
    /^\[\]\nb'one\\n'\n\[\]\nb'two\\n'\n\["AbortError",\{"exitCode":0\},\{"exitCode":7\},\{"exitCode":0\}\]\n$/,
  )
})
