// A client with much to run: its event loop stays free, its memory flat, its runs apart; and what is aborted leaves nothing.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { underTest } from '../support/under-test.ts'
import { node, program } from './drive.ts'

function client(cwd: string, what: string) {
  const env = { ...process.env, TMPDIR: cwd }
  const { stdout, stderr } = spawnSync(node, [program('load.mjs'), underTest, what], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout)
}

/** Ends of pipes and the like that are kept for the next child, or not yet. */
const RESERVE = 6

// On a machine busy with other things any loop is late: it is compared with one beside a thread of Node's own, and tried again.
test('a script that burns a processor leaves the event loop alone', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const seen = []
    for (let attempt = 0; attempt < 8; attempt++) {
      const { beside, burning, blocked } = client(folder, 'delays')
      expect(blocked).toBeGreaterThan(50) // the measure sees what it is for
      if (burning <= Math.max(20, 2 * beside)) return
      seen.push({ beside, burning })
    }
    expect(seen).toEqual('p99 of at most 20 ms')
  }),
)

test('a script that prints 1 GB takes no memory of its client', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const { exitCode, length, grownMb } = client(folder, 'gigabyte')
    expect({ exitCode, length }).toEqual({ exitCode: 0, length: 2 ** 30 })
    expect(grownMb).toBeLessThan(200)
  }),
)

test('fifty runs at the same time do not mix folder, environment, umask or output', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const results = client(folder, 'together')
    const expected = Array.from({ length: 50 }, (_, i) => ({
      exitCode: 0,
      lines: Array.from({ length: 20 }, (_, line) => [join(folder, `run${i}`), `w${i}`, i, String(i), line]),
      stderr: `0o${(0o666 & ~i).toString(8)}\n`,
    }))
    expect(results).toEqual(expected)
  }),
)

test('two hundred runs aborted at random leave no thread, child, descriptor or file', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    const { ends, exitCode, before, after, left, files } = client(folder, 'aborts')
    expect({ ends, exitCode, left, files }).toEqual({ ends: ['AbortError'], exitCode: 0, left: [], files: [] })
    expect(after.children).toEqual([])
    expect(after.threads).toBeLessThanOrEqual(before.threads)
    const count = (kind: string, of: readonly string[]) => of.filter((each) => each === kind).length
    const more = (kind: string) => count(kind, after.descriptors) - count(kind, before.descriptors)
    for (const kind of new Set<string>(after.descriptors)) expect([kind, more(kind) > RESERVE]).toEqual([kind, false])
  }),
)
