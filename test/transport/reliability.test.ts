// A long run of both ends of the transport, each on a thread of its own: a hundred thousand requests, no answer lost,
// none taken for another's, whatever is given up in between.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { bundle } from '../kernel/support/bundle.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'

const source = (name: string): string => fileURLToPath(new URL(`reliability/${name}.ts`, import.meta.url))

test('100,000 requests are answered, each with its own answer', { timeout: 0 }, () =>
  inFreshFolder(async (folder) => {
    await bundle(source('host-end'), join(folder, 'host-end.mjs'))
    const guest = await bundle(source('guest'), join(folder, 'guest.mjs'))
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [guest])
    expect(stderr).toBe('')
    const counts = JSON.parse(stdout) as Readonly<Record<string, number>> // what guest.ts prints
    expect(counts.compared).toBeGreaterThanOrEqual(100_000)
    expect(counts.failures).toBeGreaterThan(10_000)
    expect(counts.streams).toBeGreaterThan(20)
    expect(counts.closedStreams).toBeGreaterThan(5)
    expect(counts.givenUp).toBeGreaterThan(50)
    expect(counts.stoppedRequests).toBe(counts.givenUp)
  }),
)
