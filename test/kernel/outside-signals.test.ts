// Signals from another process, under python3 and in both seats, asleep and busy: the same end, and the same said about it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { nativePython, productCommand } from '../support/commands.ts'

const program = fileURLToPath(new URL('signals/from_outside.py', import.meta.url))
async function endOf(words: readonly string[], signal: NodeJS.Signals) {
  const [command = '', ...rest] = words
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] })
  const output = { stdout: '', stderr: '' }
  child.stderr.on('data', (chunk) => (output.stderr += chunk))
  child.stdout.on('data', (chunk) => (output.stdout += chunk))
  while (!output.stdout.includes('\n')) await once(child.stdout, 'data')
  child.kill(signal)
  const [code, by] = await once(child, 'close')
  return { code, by, stdout: output.stdout, last: output.stderr.trim().split('\n').at(-1) }
}

const cases = ['SIGINT', 'SIGTERM', 'SIGUSR1', 'SIGHUP'].flatMap((signal) =>
  ['plain', 'handled'].flatMap((what) => ['asleep', 'busy'].map((how) => [signal as NodeJS.Signals, what, how] as const)),
)

describe.each(['inline', 'worker'])('in the %s seat', (seat) => {
  test.each(cases)('%s, %s, %s', { timeout: 0 }, async (signal, what, how) => {
    const native = await endOf([...nativePython, program, what, how], signal)
    expect(await endOf([...productCommand(), '--seat', seat, program, what, how], signal)).toEqual(native)
  })
})
