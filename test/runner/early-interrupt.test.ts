// An interrupt that comes while Python still starts.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { underTest } from '../support/under-test.ts'

const client = fileURLToPath(new URL('programs/interrupt-early.mjs', import.meta.url))
const node = process.env.PY_RUNNER_TEST_NODE ?? process.execPath

test('an interrupt ends a script at whatever point of its start it comes', { timeout: 0 }, () => {
  const times = [0, 10, 20, 25, 30, 35, 40, 50, 70, 100].map(String)
  const { stdout, stderr } = spawnSync(node, [client, underTest, ...times], { encoding: 'utf8' })
  expect(stdout).toBe('{"exitCode":130,"signal":2}\n'.repeat(times.length))
  expect(stderr).not.toMatch(/_pyrunner/)
})
