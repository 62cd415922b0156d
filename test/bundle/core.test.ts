// A bundle of the subset core: its engine is another one than the build's, without the C code of the modules that it leaves out. It
// is made for real, made read-only, and has to have all that the manifest keeps and to say why it has not what the manifest drops.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { selectModules } from '../../bundle/tools/subset.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { built } from '../support/under-test.ts'

const program = (name: string) => join(import.meta.dirname, 'programs', name)
const SUPPORT = 'https://help.example/python?of=core'

let folder = ''
let core = ''

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'py-runner-core-test-')))
  core = join(folder, 'core')
  expect(ours('--subset', 'core', '--support-url', SUPPORT, '--out', core)).toMatchObject({ status: 0, stderr: '' })
  chmodTree(0o555)
}, 0)
afterAll(() => {
  chmodTree(0o755)
  removeFolder(folder)
})

function chmodTree(mode: number): void {
  for (const entry of readdirSync(core, { withFileTypes: true, recursive: true }))
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), mode)
  chmodSync(core, mode)
}

function start(file: string, words: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const own = { PATH: `${join(process.execPath, '..')}:/usr/bin:/bin`, HOME: folder, XDG_CACHE_HOME: join(folder, 'cache') }
  const { status, stdout, stderr } = spawnSync(file, words, { cwd: folder, encoding: 'utf8', env: { ...own, ...env } })
  return { status, stdout, stderr }
}

const ours = (...words: string[]) => start(process.execPath, [join(built, 'cli.js'), 'bundle', ...words])
const run = (...words: string[]) => start(join(core, 'py-runner'), words)
const importing = (name: string) => run('--no-snapshot', program('import_words.py'), name)
const { selection, manifest, graph } = selectModules(built, { subset: 'core', with: [], platform: 'linux-x64' })

test('it runs from a folder that cannot be written to, without a snapshot and with one', () => {
  const ran = { status: 0, stdout: 'all of them, in py-runner\n', stderr: '' }
  expect(run('--no-snapshot', program('imports.py'))).toEqual(ran)
  expect(run('setup')).toMatchObject({ status: 0, stderr: '' })
  expect(run(program('imports.py'))).toEqual(ran)
})

test('the library is an archive that other programs read, and compiled once for the machine, not at each start', () => {
  const archive = join(core, 'engine/library.zip')
  const { status, stdout, stderr } = start('python3', ['-m', 'zipfile', '-t', archive])
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'Done testing\n', stderr: '' })
  const names = selection.modules.filter((name) => !/__main__$|^encodings\.|^(antigravity|this)$/.test(name))
  const words = [program('compiled.py'), ...names]
  expect(run('--no-snapshot', ...words)).toMatchObject({
    stderr: '',
    stdout: expect.stringMatching(/^\d{3} modules, 0 compiled before$/m),
  })
  for (const seat of ['inline', 'worker'])
    expect(run('--seat', seat, ...words)).toMatchObject({
      stderr: '',
      stdout: expect.stringMatching(/^\d{3} modules, all compiled before$/m),
    })
})

test('every module that the manifest keeps can be imported, and the engine has those in C and no others that could be left out', () => {
  const inC = [...selection.states]
    .filter(([name, state]) => state === 'keep' && graph.builtin.includes(name))
    .map(([name]) => name)
  const names = [...selection.modules.filter((name) => !name.endsWith('__main__')), ...inC]
  const list = join(folder, 'names.txt')
  writeFileSync(list, names.join('\n'))
  const { status, stdout, stderr } = run('--no-snapshot', program('import_all.py'), list)
  const [counted = '', builtin = ''] = stdout.trimEnd().split('\n').slice(-2)
  const failed = stdout.trimEnd().split('\n').slice(0, -2)
  expect({ status, stderr, counted, failed }).toEqual({
    status: 0,
    stderr: '',
    counted: `${names.length} modules, 0 failed`,
    failed: [],
  })
  const found = builtin.split(' ')
  expect(found).toEqual(expect.arrayContaining(inC))
  for (const gone of ['_sqlite3', '_bz2', '_lzma', '_zstd', '_lsprof', '_remote_debugging', '_codecs_jp', '_testcapi'])
    expect(found).not.toContain(gone)
  const paths = Object.keys(unzipSync(readFileSync(join(core, 'engine/library.zip'))))
  expect(paths).toEqual(expect.arrayContaining(['json/__init__.py', 'scripthelper/__init__.py']))
  expect(paths.filter((path) => !path.endsWith('.py'))).toEqual(['absent.txt', 'site-packages/'])
  expect(paths.filter((path) => /^(doctest|pdb)\.py$|^(sqlite3|unittest|asyncio)\//.test(path))).toEqual([])
})

test('what the manifest drops is a ModuleNotFoundError with the reason, what to use instead, and whom to ask', () => {
  for (const name of ['sqlite3', 'asyncio', 'encodings.big5', 'tkinter']) {
    const { reason, instead } = manifest.modules.get(name) ?? {}
    const { status, stdout, stderr } = importing(name)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr.split('\n')).toEqual([
      'Traceback (most recent call last):',
      `  File "${program('import_words.py')}", line 3, in <module>`,
      '    __import__(sys.argv[1])',
      expect.stringMatching(/^ {4}~*\^*/),
      `ModuleNotFoundError: No module named '${name}'`,
      `${name} is left out of this Python: ${reason}. Use instead: ${instead}. Whoever needs it asks at ${SUPPORT}`,
      '',
    ])
  }
  expect(importing('telnetlib').stderr).toContain('telnetlib is in no Python since 3.13. Use instead: socket.')
  expect(importing('nonsense').stderr).toMatch(/ModuleNotFoundError: No module named 'nonsense'\n$/)
})

test('who only asks whether a dropped module is there hears that it is not, and who offers it is asked', () => {
  expect(run('--no-snapshot', program('asks_and_offers.py'))).toEqual({
    status: 0,
    stdout: 'None False\nunknown encoding: big5\nexecutes sqlite3\n',
    stderr: '',
  })
})

test('functions in C have signatures and no docstrings, and texts that lie at the end of one are whole', () => {
  const stdout = '(obj, /) None\n(iterable, /, start=0) None\nFalse\n'
  expect(run('--no-snapshot', program('describes.py'))).toEqual({ status: 0, stdout, stderr: '' })
})

test('--with brings the code in C back; made twice, every byte is the same, and builds do not mix', () => {
  const [one, two] = ['one', 'two'].map((name) => join(folder, name)) as [string, string]
  for (const each of [one, two]) expect(ours('--subset', 'core', '--with', 'lzma', '--out', each)).toMatchObject({ status: 0 })
  const tar = (bundle: string) => spawnSync('tar', ['--sort=name', '-cf', '-', '-C', bundle, '.'], { maxBuffer: 1e9 }).stdout
  expect(tar(one).equals(tar(two))).toBe(true)
  expect(start(join(one, 'py-runner'), ['--no-snapshot', program('uses_lzma.py')])).toMatchObject({ status: 0, stdout: 'True\n' })
  const engine = (bundle: string) => statSync(join(bundle, 'engine/engine.wasm')).size
  expect(engine(core)).toBeLessThan(engine(one))
  expect(engine(one)).toBeLessThan(engine(built))
  const ids = [core, one, built].map((each) => readFileSync(join(each, 'engine/build.id'), 'utf8'))
  expect(new Set(ids).size).toBe(3)
}, 0)
