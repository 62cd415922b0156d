// npm run test:core: what compares with CPython, what a client meets, and CPython's own tests on bundles of the subset core instead of
// on dist. The paired cases and the samples run on the bundle as it ships; the rest on one that has what tests are written with
// besides, and whose engine has other bytes than zeros where the data lay that nothing is to read any more. README.md says more.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** What tests import and core lacks; all of it is Python, so the engine is core's. */
const TEST_LIBRARY = '_pyio,unittest,doctest,asyncio,pydoc,py_compile,tracemalloc,shelve,mailbox,multiprocessing,pdb'
/** Of the suite: events of a client, runs of the library, options, the browser, the machine's own setup. */
const OF_A_CLIENT = [
  'test/scripting/',
  'test/runner/runner.test.ts',
  'test/runner/streams.test.ts',
  'test/cli/own-options.test.ts',
  'test/setup/setup.test.ts',
  'test/setup/doctor.test.ts',
  'test/setup/nothing-baked-in.test.ts',
  'src/bridges/browser/',
]
const CPYTHON = [
  'test_io',
  'test_os',
  'test_posix',
  'test_fileio',
  'test_shutil',
  'test_hashlib',
  'test_random',
  'test_uuid',
  'test_select',
]
/** Cases of modules that core lacks: bz2 and lzma, py_compile, East Asian and old encodings, pdb. */
const CASES_OF_MORE = [
  'archives/compressed-files',
  'archives/make-archive',
  'archives/tar-files',
  'command-line/compiled-script',
  'files/text-encodings',
  'debugger/after-an-error',
  'debugger/breakpoint-ignored-environment',
  'debugger/commands-of-its-own',
  'debugger/steps-from-a-pipe',
  'terminal/debugger',
]
/** The same of CPython's: they must fail, so that the list stays true. */
const TESTS_OF_MORE = ['CTextIOWrapperTest', 'PyTextIOWrapperTest'].flatMap((suite) =>
  ['test_multibyte_seek_and_tell', 'test_seek_with_encoder_state'].map((name) => `test_io.${suite}.${name}`),
)
const PAIRED = ['test/cases.test.ts', 'test/samples']
/** A byte that neither ends a text nor is a small number. */
const POISON = '165'

const folder = mkdtempSync(join(tmpdir(), 'py-runner-core-'))
let passed = 0
let failed = 0
try {
  const core = bundle('core')
  vitest('the paired cases and the samples', core, PAIRED)
  const poisoned = bundle('poisoned', '--with', TEST_LIBRARY, '--fill', POISON)
  vitest('what a client meets', poisoned, OF_A_CLIENT)
  const words = ['test/cpython/run.mjs', '--jobs', '2', ...CPYTHON.flatMap((module) => ['--only', module])]
  const { status, stdout } = run(poisoned, process.execPath, words)
  const [, good = 0, bad = 1] = /^(\d+) passed, (\d+) failed/m.exec(stdout) ?? []
  const unlisted = [...stdout.matchAll(/^(\S+): \w+, not listed/gm)].map(([, name]) => name)
  const missed = TESTS_OF_MORE.filter((name) => !unlisted.includes(name))
  for (const name of missed) console.log(`${name} passes on core and is said not to`)
  const unexpected = Number(bad) - (TESTS_OF_MORE.length - missed.length) + missed.length
  count("CPython's own tests", Number(good), status !== 0 && unlisted.length === 0 ? Math.max(1, unexpected) : unexpected)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function bundle(name, ...words) {
  const place = join(folder, name)
  const made = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), 'bundle', '--subset', 'core', ...words, '--out', place], {
    stdio: 'inherit',
  })
  if (made.status !== 0) throw new Error(`the bundle ${name} was not made`)
  return place
}

/** On that bundle; what it says is shown, too. */
function run(place, file, words) {
  const env = { ...process.env, PY_RUNNER_TEST_BUNDLE: place, PY_RUNNER_TEST_WITHOUT: CASES_OF_MORE.join() }
  const { status, stdout } = spawnSync(file, words, {
    cwd: ROOT,
    env,
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.stdout.write(stdout)
  return { status, stdout }
}

function vitest(what, place, words) {
  const report = join(folder, 'vitest.json')
  rmSync(report, { force: true })
  run(place, 'npx', [
    'vitest',
    'run',
    '--retry',
    '1',
    ...words,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'))
  count(what, numPassedTests, numTotalTests === 0 ? 1 : numFailedTests)
}

function count(what, good, bad) {
  console.log(`${what}: ${good} passed, ${bad} failed`)
  passed += good
  failed += bad
}
