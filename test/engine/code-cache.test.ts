// V8 takes its cache of the engine's code in both seats: it refuses one where a flag is not what it was when the cache was made.
import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { cli } from '../support/under-test.ts'

const node = process.env.PY_RUNNER_TEST_NODE ?? process.execPath
const here = (name: string) => fileURLToPath(new URL(`./programs/${name}`, import.meta.url))
const v8 = execFileSync(node, ['-p', 'process.versions.v8'], { encoding: 'utf8' })
const keepsCode = Number.parseInt(v8, 10) < 14

beforeAll(() => execFileSync(node, [cli, 'setup']))

test.runIf(keepsCode).each(['inline', 'worker'])('%s', (seat) => {
  const words = ['-r', here('say-cached.cjs'), cli, '--seat', seat, here('say_how.py')]
  const { stdout, stderr } = spawnSync(node, words, { encoding: 'utf8' })
  expect({ stdout, stderr }).toEqual({ stdout: 'restored\n', stderr: 'taken\n' })
})
