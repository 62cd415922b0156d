// When V8's optimising compiler takes on the evaluation loop, where there is no cache of code: not for a short script, which would
// wait for it at its end; for one that computes.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { cli } from '../support/under-test.ts'

const node = process.env.PY_RUNNER_TEST_NODE ?? process.execPath
const here = (name: string) => fileURLToPath(new URL(`./programs/${name}`, import.meta.url))

/** Sizes in bytes of what was compiled while Python started and made `turns`, by compiler. */
function compiled(turns: number) {
  const words = [
    '-r',
    here('trace-compilation.cjs'),
    cli,
    '--seat',
    'inline',
    '--no-snapshot',
    here('turn_in_circles.py'),
    `${turns}`,
  ]
  const { stdout } = spawnSync(node, words, { encoding: 'utf8', maxBuffer: 1 << 26 })
  const by = (compiler: string) =>
    [...stdout.matchAll(new RegExp(`using ${compiler}, .* bodysize (\\d+)`, 'g'))].map(([, size]) => Number(size))
  return { baseline: by('Liftoff'), optimised: by('TurboFan') }
}

const isLoop = (bytes: number) => bytes > 70_000 // no other function is nearly as large

test('a start and a short script leave it as it is', () => {
  const { baseline, optimised } = compiled(1000)
  expect(baseline.filter(isLoop)).toHaveLength(1)
  expect(optimised.filter(isLoop)).toEqual([])
})

test('a script that computes gets it optimised', () => {
  expect(compiled(4_000_000).optimised.filter(isLoop)).toHaveLength(1)
})
