// One module of the suite in one fresh process, in a fresh working folder, under one of three interpreters.

import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LEFT_OUT } from './suite.mjs'

/** PY_RUNNER_TEST_BUNDLE: another folder than dist. */
export const OURS = join(process.env.PY_RUNNER_TEST_BUNDLE || here('../../dist'), 'cli.js')

/**
 * Runs `module` under `interpreter` (ours, stock, or the path of a native python) and returns `{ tests, crashed, seconds }`:
 * tests maps an id to `{ outcome, detail }`, crashed is empty or says how and in which test the process ended before the module did.
 */
export async function runModule(interpreter, module, root) {
  const folder = join(root, module)
  const work = join(folder, 'work')
  const temporary = join(folder, 'tmp')
  for (const path of [work, temporary]) mkdirSync(path, { recursive: true })
  if (interpreter === 'ours') offerSuite(folder, join(root, 'suite'))
  const report = join(folder, 'report.jsonl')
  const log = openSync(join(folder, 'log.txt'), 'w')
  const leftOut = interpreter === 'ours' ? (LEFT_OUT[module] ?? []) : []
  const [program, ...args] = [...command(interpreter), here('run_module.py'), report, join(root, 'suite'), module, ...leftOut]
  // Nothing of the caller's environment: results must not depend on it.
  const env = { PATH: process.env.PATH, HOME: folder, TMPDIR: temporary, LANG: 'C.UTF-8', PYTHONDONTWRITEBYTECODE: '1' }
  if (interpreter === 'stock') env.RUNNER_MOUNTS = JSON.stringify([root, here('.')])
  const started = performance.now()
  const child = spawn(program, args, { cwd: work, env, stdio: ['ignore', log, log], detached: true })
  closeSync(log)
  const ended = await endOf(child)
  return { ...readReport(report, ended), seconds: (performance.now() - started) / 1000 }
}

// Python programs that a test starts import `test` too, many with -E: they find it among the packages of a user with this home.
function offerSuite(home, suite) {
  const packages = join(home, '.local/lib/python3.14/site-packages')
  mkdirSync(packages, { recursive: true })
  writeFileSync(join(packages, 'suite.pth'), `${suite}\n`)
}

function command(interpreter) {
  if (interpreter === 'ours') return [process.execPath, OURS]
  if (interpreter === 'stock') return [process.execPath, here('stock.mjs')]
  return [interpreter, '-B']
}

// Far beyond what any of these modules takes: only a module that hangs gets here, and that counts as a crash.
const HANGS_AFTER_MS = 8 * 60_000

/** Resolves to how the process ended, in words, '' when well; its whole process group is gone by then. */
function endOf(child) {
  return new Promise((resolve, reject) => {
    let hung = false
    const timer = setTimeout(() => {
      hung = true
      killGroup(child.pid)
    }, HANGS_AFTER_MS)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      killGroup(child.pid)
      resolve(hung ? 'hung' : signal ? `died of ${signal}` : code === 0 ? '' : `exited with ${code}`)
    })
  })
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

function readReport(path, ended) {
  const tests = new Map()
  let place = 'before its first test'
  // What follows the last line's end is half a line of a process that was killed while it wrote.
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : []
  for (const line of lines) {
    const entry = JSON.parse(line)
    if (entry.start) place = `in ${entry.start}`
    else if (entry.test) {
      tests.set(entry.test, { outcome: entry.outcome, detail: entry.detail })
      place = `after ${entry.test}`
    } else if (entry.end) place = 'at its end'
  }
  if (ended === '' && place !== 'at its end') ended = 'exited with 0'
  return { tests, crashed: ended && `${ended} ${place}` }
}

function here(relative) {
  return fileURLToPath(new URL(relative, import.meta.url)).replace(/\/$/, '')
}
