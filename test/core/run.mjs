// npm run test:core: the whole suite, and CPython's own tests, on a bundle of the subset core instead of on dist. It has what tests
// are written with besides, and its engine other bytes than zeros where data lay that nothing is to read any more. README.md says more.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MODULES } from '../cpython/suite.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** What tests import and core lacks; all of it is Python, so the engine is core's. */
const TEST_LIBRARY =
  '_pyio,unittest,doctest,asyncio,pydoc,py_compile,tracemalloc,shelve,mailbox,multiprocessing,pdb,nturl2path,xmlrpc.server'
/** Cases of modules that core lacks: bz2 and lzma, East Asian and old encodings. */
const CASES_OF_MORE = ['archives/compressed-files', 'archives/make-archive', 'archives/tar-files', 'files/text-encodings']
/** The same of CPython's: they must fail, so that the list stays true. */
const TESTS_OF_MORE = [
  ...['CTextIOWrapperTest', 'PyTextIOWrapperTest'].flatMap((suite) =>
    ['test_multibyte_seek_and_tell', 'test_seek_with_encoder_state'].map((name) => `test_io.${suite}.${name}`),
  ),
  'test_traceback.TracebackCases.test_encoded_file',
]
/** They run what docstrings say, which a bundle has none of, and name characters, whose names core lacks. */
const ON_DIST = ['test_http_cookies', 'test_xmlrpc']
/** A byte that neither ends a text nor is a small number. */
const POISON = '165'

const folder = mkdtempSync(join(tmpdir(), 'py-runner-core-'))
let passed = 0
let failed = 0
try {
  const place = bundle()
  await vitest(place)
  await cpython(place)
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function bundle() {
  chmodSync(folder, 0o755) // other users run it too
  const place = join(folder, 'core')
  const words = ['bundle', '--subset', 'core', '--with', TEST_LIBRARY, '--fill', POISON, '--out', place]
  const made = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), ...words], { stdio: 'inherit' })
  if (made.status !== 0) throw new Error('the bundle was not made')
  return place
}

/** On that bundle; what it says is shown as it comes, and answered. */
async function run(place, file, words) {
  const env = { ...process.env, PY_RUNNER_TEST_BUNDLE: place, PY_RUNNER_TEST_WITHOUT: CASES_OF_MORE.join() }
  const child = spawn(file, words, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  let stdout = ''
  for await (const text of child.stdout.setEncoding('utf8')) {
    process.stdout.write(text)
    stdout += text
  }
  const [status] = await ended
  return { status, stdout }
}

async function vitest(place) {
  const report = join(folder, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = await run(place, 'npx', [
    'vitest',
    'run',
    '--exclude',
    'test/structure.test.ts',
    '--retry',
    '1',
    ...reporters,
  ])
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
  // A file that cannot be loaded, or what it does after its tests, fails without a test.
  count('the suite', numPassedTests, status === 0 ? 0 : Math.max(1, numFailedTests))
}

async function cpython(place) {
  const modules = MODULES.filter((name) => !ON_DIST.includes(name))
  const words = ['test/cpython/run.mjs', '--jobs', '2', ...modules.flatMap((module) => ['--only', module])]
  const { status, stdout } = await run(place, process.execPath, words)
  const [, good = 0, bad = 1] = /^(\d+) passed, (\d+) failed/m.exec(stdout) ?? []
  const unlisted = [...stdout.matchAll(/^(\S+): \w+, not listed/gm)].map(([, name]) => name)
  const missed = TESTS_OF_MORE.filter((name) => !unlisted.includes(name))
  for (const name of missed) console.log(`${name} passes on core and is said not to`)
  const unexpected = Number(bad) - (TESTS_OF_MORE.length - missed.length) + missed.length
  count("CPython's own tests", Number(good), status !== 0 && unlisted.length === 0 ? Math.max(1, unexpected) : unexpected)
}

function count(what, good, bad) {
  console.log(`${what}: ${good} passed, ${bad} failed`)
  passed += good
  failed += bad
}
