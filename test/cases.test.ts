// Ordinary scripts under CPython and under py-runner: streams, exit code and the files left behind must be equal.
// A case is a folder in test/cases (README.md there); PY_RUNNER_TEST_CASES limits the run to names that begin so, and
// PY_RUNNER_TEST_WITHOUT leaves out the names that it lists.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { show } from './support/bytes.ts'
import { type Case, findCases } from './support/case-folder.ts'
import { isReplaced, nativePython, productCommand } from './support/commands.ts'
import { inFreshFolder } from './support/fresh-folder.ts'
import { type CaseOutcome, runCase } from './support/run-case.ts'

const wanted = (process.env.PY_RUNNER_TEST_CASES ?? '').split(',')
const without = (process.env.PY_RUNNER_TEST_WITHOUT ?? '').split(',')
const cases = findCases(fileURLToPath(new URL('cases', import.meta.url)))

for (const testCase of cases.filter(({ name }) => isWanted(name))) {
  // No time limit: a machine under load is slow, and the caller of the whole suite decides how long is too long.
  test(`${testCase.name}: ${testCase.about}`, { timeout: 0 }, () =>
    inFreshFolder(async (place) => {
      if (testCase.ours) {
        if (!isReplaced())
          compareOwn(testCase, testCase.ours.rc, await runCase(testCase, productCommand(), place), join(place, 'run'))
        return
      }
      const native = await runCase(testCase, nativePython, place)
      const product = await runCase(testCase, productCommand(), place)
      compare(testCase, native, product, join(place, 'run'))
    }),
  )
}

function isWanted(name: string): boolean {
  return wanted.some((start) => name.startsWith(start)) && !without.includes(name)
}

/** Each part for itself, so that one failing run shows everything that differs. */
function compare(testCase: Case, native: CaseOutcome, product: CaseOutcome, folder: string): void {
  expect.soft(product.rc, 'exit code').toBe(native.rc)
  if (testCase.rcOnly === undefined) {
    for (const stream of ['stdout', 'stderr'] as const) compareStream(testCase, stream, native[stream], product[stream], folder)
  }
  expect.soft(product.tree, 'files left behind').toEqual(native.tree)
}

function compareOwn(testCase: Case, rc: number | string, product: CaseOutcome, folder: string): void {
  expect.soft(product.rc, 'exit code').toBe(rc)
  for (const stream of ['stdout', 'stderr'] as const) {
    const file = join(testCase.folder, `${stream}.txt`)
    const expected = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('{folder}', folder) : ''
    expect.soft(show(product[stream]), stream).toBe(expected)
  }
}

function compareStream(testCase: Case, stream: 'stdout' | 'stderr', native: Buffer, product: Buffer, folder: string): void {
  const { differs } = testCase
  if (differs[stream] !== undefined && !isReplaced()) {
    const expected = readFileSync(join(testCase.folder, `${stream}.txt`), 'utf8').replaceAll('{folder}', folder)
    expect.soft(show(product), stream).toBe(expected)
    expect.soft(show(native), `${stream} is declared to differ`).not.toBe(expected)
    return
  }
  if (stream === 'stderr' && differs.markers !== undefined && !isReplaced()) {
    expect.soft(show(native), 'markers are declared to differ').not.toBe(show(product))
    expect.soft(withoutMarkers(show(product)), stream).toBe(withoutMarkers(show(native)))
    return
  }
  expect.soft(show(product), stream).toBe(show(native))
}

/** Lines of a traceback that only mark a part of the line above. */
function withoutMarkers(text: string): string {
  return text.replaceAll(/^ {4,}[~^]+[ ~^]*\n/gm, '')
}
