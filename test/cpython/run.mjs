// npm run test:cpython: CPython 3.11's own tests of files and processes under py-runner, held to expected.toml and stock.json.
// README.md beside this file says what the options do.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { changedSides, isFailure, readExpected, updateExpected } from './expected.mjs'
import { OURS, runModule } from './launch.mjs'
import { broken, counts, readStock, recordStock } from './stock-record.mjs'
import { copySuite, MODULES } from './suite.mjs'

const EXPECTED = here('expected.toml')
const STOCK = here('stock.json')

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    stock: { type: 'boolean' },
    python3: { type: 'boolean' },
    python: { type: 'string' },
    update: { type: 'boolean' },
    keep: { type: 'boolean' },
    jobs: { type: 'string', default: '1' },
  },
})
const python = options.python ?? (options.python3 ? '/usr/bin/python3' : undefined)
const interpreter = options.stock ? 'stock' : python ? 'python' : 'ours'
const modules = options.only ?? MODULES
for (const module of modules) if (!MODULES.includes(module)) stop(`--only ${module}: not one of ${MODULES.join(', ')}`)
if (!/^[1-9]\d*$/.test(options.jobs)) stop(`--jobs ${options.jobs}: not a number of jobs`)
if (interpreter === 'ours' && !existsSync(OURS)) stop('dist/cli.js is not there: npm run build')
const groups = interpreter === 'ours' ? readGroups() : []

const root = mkdtempSync(join(tmpdir(), 'py-runner-cpython-'))
copySuite(join(root, 'suite'))
const results = new Map()
const queue = [...modules]
await Promise.all(Array.from({ length: Number(options.jobs) }, runQueue))
process.exitCode = conclude() ? 0 : 1
if (options.keep) console.log(`reports and logs are kept in ${root}`)
else rmSync(root, { recursive: true, force: true })

async function runQueue() {
  for (let module = queue.shift(); module; module = queue.shift()) {
    const result = await runModule(interpreter === 'python' ? python : interpreter, module, root)
    results.set(module, result)
    const { passed, failed, skipped } = counts(result.tests)
    const ending = result.crashed ? `, CRASHED: ${result.crashed}` : ''
    console.log(`${module.padEnd(16)} ${passed} pass, ${failed} fail, ${skipped} skip, ${result.seconds.toFixed(0)} s${ending}`)
    if (result.crashed) console.log(logTail(join(root, module, 'log.txt')))
  }
}

/** Says what the results mean for this kind of run; true when it went as it should. */
function conclude() {
  if (interpreter === 'stock') {
    recordStock(STOCK, versionOf('pyodide'), results)
    return true
  }
  if (interpreter === 'python') {
    for (const { tests } of results.values()) {
      for (const [test, result] of tests) if (isFailure(result)) console.log(`${test}: ${result.outcome}: ${result.detail}`)
    }
    return true
  }
  const crashes = [...results].filter(([, { crashed }]) => crashed).map(([module, { crashed }]) => `${module}: ${crashed}`)
  if (options.update) {
    // Of a module that crashed nobody knows what the rest of it would do.
    for (const [module, { crashed }] of results) if (crashed) results.delete(module)
    updateExpected(EXPECTED, groups, results)
    for (const line of crashes) console.log(line)
    return crashes.length === 0
  }
  return holds(crashes)
}

function holds(crashes) {
  const changes = [...results]
    .filter(([, { crashed }]) => !crashed)
    .flatMap(([module, { tests }]) => changedSides(module, tests, groups))
  const complaints = [...crashes, ...changes, ...broken(readStock(STOCK), results, modules.length === MODULES.length)]
  for (const line of complaints) console.log(line)
  const total = counts(new Map([...results.values()].flatMap(({ tests }) => [...tests])))
  console.log(`${total.failed} tests do not pass; all but the ones named above are explained in expected.toml`)
  console.log(`${total.passed} passed, ${complaints.length} failed, ${total.skipped} skipped`)
  return complaints.length === 0
}

/** What expected.toml says now; a file with mistakes stops the run before it starts. */
function readGroups() {
  try {
    return readExpected(EXPECTED, { acceptUnsorted: options.update ?? false })
  } catch (error) {
    return stop(error.message)
  }
}

function logTail(path) {
  return readFileSync(path, 'utf8').split('\n').slice(-15).join('\n')
}

function versionOf(name) {
  return JSON.parse(readFileSync(here(`../../node_modules/${name}/package.json`), 'utf8')).version
}

function stop(message) {
  console.error(message)
  process.exit(2)
}

function here(relative) {
  return fileURLToPath(new URL(relative, import.meta.url))
}
