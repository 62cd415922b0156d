// Wrong arguments of every kind through every function that reaches a call, as the kernel's own table asks for them:
// what python3 answers, each seat must answer. A call of the table without a form in sweeps.py fails.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { describeCalls } from './support/call-table.ts'
import { compareSeats } from './support/compare-seats.ts'
import { readProgram } from './support/program.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

test('every fault of an argument is answered as the system answers it', { timeout: 0 }, () =>
  inFreshFolder(async (place) => {
    const table = join(place, 'calls.json')
    await writeFile(table, await describeCalls(place))
    const lines = await compareSeats(readProgram(folder, 'sweeps'), place, [table])
    expect(lines.length).toBeGreaterThan(1500)
    expect(lines.filter((line) => line.startsWith('no form'))).toEqual([])
  }),
)
