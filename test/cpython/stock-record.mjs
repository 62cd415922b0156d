// stock.json: what stock Pyodide passes, recorded by --stock, and the promise that we pass no less of it anywhere.

import { readFileSync, writeFileSync } from 'node:fs'
import { MODULES } from './suite.mjs'

// What the peer misses in whole kinds (real links, times, modes, devices) is worth at least this many tests.
const LEAD = 300

// Passes that stock Pyodide has for the wrong reason, which no one should match: its record locks answer success and lock nothing,
// its sockets can be made and not be used, its names have addresses that no machine has. It also carries _testcapi, a module
// of C for tests alone, and has no readline, which pdb then does not import.
const FALSE_PASSES = { test_fcntl: 4, test_urllib: 1, test_urllib_response: 4, test_traceback: 19, test_zipimport: 3 }

/** Keeps the counts of the modules in `results`, and of all others what was there. */
export function recordStock(path, version, results) {
  const { modules } = readStock(path)
  for (const [module, { tests, crashed }] of results) modules[module] = { ...counts(tests), crashed: crashed !== '' }
  const row = (module) => `    "${module}": ${JSON.stringify(modules[module]).replace(/[:,{]/g, '$& ').replace('}', ' }')}`
  const rows = MODULES.filter((module) => module in modules).map(row)
  writeFileSync(path, `{\n  "pyodide": "${version}",\n  "modules": {\n${rows.join(',\n')}\n  }\n}\n`)
}

export function readStock(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** Where the promise is broken, a line for each; the sum is only asked for when every module ran. */
export function broken(stock, results, wholeSuite) {
  const lines = []
  let lead = 0
  for (const [module, { tests }] of results) {
    const ours = counts(tests).passed
    const recorded = stock.modules[module]?.passed
    const theirs = recorded === undefined ? undefined : recorded - (FALSE_PASSES[module] ?? 0)
    if (theirs === undefined) lines.push(`${module}: stock Pyodide's count is not recorded (run --stock)`)
    else if (ours < theirs) lines.push(`${module}: ${ours} tests pass, on stock Pyodide ${theirs}`)
    lead += ours - (theirs ?? 0)
  }
  if (wholeSuite && lead < LEAD) lines.push(`in all modules only ${lead} more tests pass than on stock Pyodide, not ${LEAD}`)
  return lines
}

export function counts(tests) {
  const count = (...outcomes) => [...tests.values()].filter(({ outcome }) => outcomes.includes(outcome)).length
  return { passed: count('pass'), failed: count('fail', 'error', 'xpass'), skipped: count('skip', 'xfail') }
}
