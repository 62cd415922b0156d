// System calls seen from Python: each program of this folder under python3 and in every seat, compared line by line.
// PY_RUNNER_TEST_KERNEL limits the run to names that begin so.
import { fileURLToPath } from 'node:url'
import { test } from 'vitest'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { compareSeats } from './support/compare-seats.ts'
import { findPrograms } from './support/program.ts'

const wanted = (process.env.PY_RUNNER_TEST_KERNEL ?? '').split(',')
const programs = findPrograms(fileURLToPath(new URL('.', import.meta.url)))

for (const program of programs.filter(({ name }) => wanted.some((start) => name.startsWith(start)))) {
  // No time limit: a machine under load is slow, and the caller of the whole suite decides how long is too long.
  test(`${program.name}: ${program.about}`, { timeout: 0 }, () => inFreshFolder((place) => compareSeats(program, place)))
}
