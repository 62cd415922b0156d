// expected.toml: which tests do not pass, and why. Read, compared with a run, and written anew by --update.

import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'smol-toml'

const UNSTEADY = 'unsteady'
export const REASONS = ['version', 'engine', 'ours', 'own', UNSTEADY]
const UNSORTED = 'unsorted'

/** The groups of the file, each `{ reason, because, tests }`; a test that stands twice or has no true reason is refused. */
export function readExpected(path, { acceptUnsorted = false } = {}) {
  const { group: groups = [] } = parse(readFileSync(path, 'utf8'))
  const seen = new Set()
  for (const { reason, because, tests } of groups) {
    const known = REASONS.includes(reason) || (acceptUnsorted && reason === UNSORTED)
    if (!known) throw new Error(`expected.toml: reason ${reason} of ${tests[0]} is not one of ${REASONS.join(', ')}`)
    if (!because) throw new Error(`expected.toml: the group of ${tests[0]} has no sentence in 'because'`)
    for (const test of tests) {
      if (seen.has(test)) throw new Error(`expected.toml: ${test} stands twice`)
      seen.add(test)
    }
  }
  return groups
}

/** Whether an outcome is one that the file must explain. */
export function isFailure({ outcome }) {
  return outcome === 'fail' || outcome === 'error' || outcome === 'xpass'
}

/** The tests of one finished module that are not on the side where the file has them, a line for each. */
export function changedSides(module, tests, groups) {
  const listed = new Set(groups.flatMap((group) => group.tests).filter((test) => moduleOf(test) === module))
  const unsteady = new Set(groups.filter(({ reason }) => reason === UNSTEADY).flatMap((group) => group.tests))
  const changes = []
  for (const [test, result] of tests) {
    if (isFailure(result) && !listed.has(test)) changes.push(`${test}: ${result.outcome}, not listed: ${result.detail}`)
    if (result.outcome === 'pass' && listed.has(test) && !unsteady.has(test)) changes.push(`${test}: passes, but is listed`)
  }
  for (const test of listed) if (!tests.has(test)) changes.push(`${test}: is listed, but there is no such test`)
  return changes
}

/** Writes the file anew for the modules of `results`: what stays keeps its group, what is new is unsorted. */
export function updateExpected(path, groups, results) {
  const failing = new Map()
  for (const { tests } of results.values()) {
    for (const [test, result] of tests) if (isFailure(result)) failing.set(test, result)
  }
  const stays = (test) => failing.has(test) || !results.has(moduleOf(test))
  const kept = groups.map((group) => (group.reason === UNSTEADY ? group : { ...group, tests: group.tests.filter(stays) }))
  const explained = new Set(kept.flatMap((group) => group.tests))
  const fresh = [...failing.keys()].filter((test) => !explained.has(test))
  const all = [...kept, { reason: UNSORTED, because: 'To be looked into.', tests: fresh }].filter((group) => group.tests.length)
  const header = readFileSync(path, 'utf8').split('\n[[group]]')[0].trimEnd()
  writeFileSync(path, `${[header, ...all.map((group) => groupText(group, failing))].join('\n\n')}\n`)
}

function groupText({ reason, because, tests }, failing) {
  const note = (test) => (reason === UNSORTED && failing.has(test) ? ` # ${failing.get(test).detail}` : '')
  const rows = tests.map((test) => `  ${JSON.stringify(test)},${note(test)}`)
  return [
    '[[group]]',
    `reason = ${JSON.stringify(reason)}`,
    `because = ${JSON.stringify(because)}`,
    'tests = [',
    ...rows,
    ']',
  ].join('\n')
}

function moduleOf(test) {
  return test.split(/[. ]/, 1)[0]
}
