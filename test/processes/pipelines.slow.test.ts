// 2,000 random pipelines by every means that Python has for them, half in each seat and all of a seat in one process: what
// comes out and each exit code are what the shell gets; none hangs and no descriptor is left.
// SEED=n repeats the pipelines of that seed, COUNT=n runs so many.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { nativePython, productCommand } from '../support/commands.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { runCommand } from '../support/run-command.ts'

const seed = process.env.SEED ?? '1'
const count = Number(process.env.COUNT ?? 2000)
const SECONDS_EACH = '60'
/** Pipes are made some at a time: so many may be in store (src/kernel/pipes/host-operations.ts). */
const STORED_PIPES = 7

const here = (name: string) => fileURLToPath(new URL(`./pipelines/${name}`, import.meta.url))

/** What the plan's pipelines from `first` to before `last` print under `interpreter`, line by line. */
async function linesOf(interpreter: readonly string[], plan: string, first: number, last: number): Promise<readonly string[]> {
  return inFreshFolder(async (cwd) => {
    const numbers = [first, last].map(String)
    const { stdout, stderr, rc } = await runCommand({
      argv: [...interpreter, here('run.py'), plan, ...numbers, SECONDS_EACH],
      cwd,
    })
    expect({ rc, stderr: stderr.toString() }).toEqual({ rc: 0, stderr: '' })
    return stdout.toString().trim().split('\n')
  })
}

function expectRight(lines: readonly string[]): void {
  const [word, before, after] = lines.at(-1)?.split(' ') ?? []
  expect(lines.slice(0, -1)).toEqual([])
  expect(word).toBe('descriptors')
  expect(Number(before)).toBeGreaterThan(0)
  expect(Number(after) - Number(before)).toBeLessThanOrEqual(STORED_PIPES)
}

test(`random pipelines of seed ${seed}`, { timeout: 0 }, () =>
  inFreshFolder(async (place) => {
    console.log(`SEED=${seed} COUNT=${count}`)
    const plan = join(place, 'plan.json')
    const made = await runCommand({ argv: [...nativePython, here('plan.py'), seed, String(count), plan], cwd: place })
    expect({ rc: made.rc, stderr: made.stderr.toString() }).toEqual({ rc: 0, stderr: '' })
    const half = count >> 1
    const seat = (name: string) => [...productCommand(), '--seat', name]
    const [python, inline, worker] = await Promise.all([
      linesOf(nativePython, plan, 0, Math.min(count, 200)),
      linesOf(seat('inline'), plan, 0, half),
      linesOf(seat('worker'), plan, half, count),
    ])
    for (const lines of [python, inline, worker]) expectRight(lines)
  }),
)
