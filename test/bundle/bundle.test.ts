// A bundle as an installer ships it: made for real, moved, made read-only, started by others, damaged.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listFiles, type Manifest, parseManifest } from '../../src/installation/manifest.ts'
import { canBeStranger, isRoot, STRANGER } from '../setup/installation.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { built } from '../support/under-test.ts'

const cli = join(built, 'cli.js')
const program = join(import.meta.dirname, 'programs/imports.py')
const expected = 'all of them, in py-runner\n'

let folder = ''
let made = ''

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'py-runner-bundle-test-')))
  chmodSync(folder, 0o755)
  made = join(folder, 'made')
  expect(ours('bundle', '--out', made)).toMatchObject({ status: 0, stderr: '' })
})
afterAll(() => {
  chmodTree(folder, 0o755)
  removeFolder(folder)
})

interface Asked {
  readonly uid?: number
  readonly cache?: string
}

/** As an installed program is started: nothing but a PATH that has node. */
function start(argv: readonly string[], { uid, cache = 'cache' }: Asked = {}) {
  const [file = '', ...words] = argv
  const { status, stdout, stderr } = spawnSync(file, words, {
    cwd: '/',
    encoding: 'utf8',
    env: { PATH: `${join(process.execPath, '..')}:/usr/bin:/bin`, HOME: folder, XDG_CACHE_HOME: join(folder, cache) },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  return { status, stdout, stderr }
}

const ours = (...words: string[]) => start([process.execPath, cli, ...words])
const launch = (bundle: string, ...words: string[]) => [join(bundle, 'py-runner'), ...words]
const ran = { status: 0, stdout: expected, stderr: '' }

function copyOf(name: string): string {
  const copy = join(folder, name)
  cpSync(made, copy, { recursive: true })
  return copy
}

function chmodTree(top: string, directories: number): void {
  for (const entry of readdirSync(top, { withFileTypes: true, recursive: true }))
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), directories)
  chmodSync(top, directories)
}

describe('it runs', () => {
  test('where it was made, with its own launcher', () => {
    expect(start(launch(copyOf('here'), '--no-snapshot', program))).toEqual(ran)
  })

  test('from a path with spaces and letters of other alphabets, after being moved, by a link to its launcher', () => {
    const first = copyOf('first place')
    const moved = join(folder, 'Über öffentliche Dinge 日本', 'py runner')
    mkdirSync(join(moved, '..'))
    renameSync(first, moved)
    expect(start(launch(moved, '--no-snapshot', program))).toEqual(ran)
    expect(spawnSync('ln', ['-s', join(moved, 'py-runner'), join(folder, 'link')]).status).toBe(0)
    expect(start([join(folder, 'link'), '--no-snapshot', program])).toEqual(ran)
    expect(ours('verify', moved).status).toBe(0)
  })

  test.runIf(canBeStranger)('from a folder that is read-only, as another user, with a snapshot and without', () => {
    const locked = copyOf('locked')
    chmodTree(locked, 0o555)
    const cache = join(folder, 'strangers')
    mkdirSync(cache, { mode: 0o777 })
    chmodSync(cache, 0o777)
    const asked = { uid: STRANGER, cache: 'strangers' }
    expect(start(launch(locked, '--no-snapshot', program), asked)).toEqual(ran)
    expect(start(launch(locked, 'setup'), asked)).toMatchObject({ status: 0, stderr: '' })
    expect(start(launch(locked, program), asked)).toEqual(ran)
    expect(existsSync(join(locked, 'engine/snapshots'))).toBe(false)
    expect(ours('verify', locked).status).toBe(0)
  })

  test.runIf(isRoot)('with no network at all', () => {
    expect(start(['/usr/bin/unshare', '-n', ...launch(copyOf('unshared'), '--no-snapshot', program)])).toEqual(ran)
  })

  test('beside another version, each from a snapshot of its own', () => {
    const other = copyOf('other')
    const id = readFileSync(join(other, 'engine/build.id'), 'utf8')
    const another = id.replaceAll(/[0-9a-f]/g, (digit) => (15 - Number.parseInt(digit, 16)).toString(16))
    for (const name of ['build.id', 'engine.json']) {
      const file = join(other, 'engine', name)
      writeFileSync(file, readFileSync(file, 'utf8').replace(id, another))
    }
    const one = copyOf('one')
    for (const each of [one, other]) expect(start(launch(each, 'setup'))).toMatchObject({ status: 0 })
    for (const each of [one, other, one, other]) expect(start(launch(each, program))).toEqual(ran)
    for (const each of [one, other]) expect(start(launch(each, 'doctor')).stdout).toContain('fits, whole')
    expect(start(launch(other, 'doctor')).stdout).toContain(`build ${another.slice(0, 12)}`)
  })
})

describe('it is what its manifest says', () => {
  const manifest = (): Manifest => parseManifest(readFileSync(join(made, 'manifest.json'), 'utf8'))

  test('made twice, every byte, mode and date is the same', () => {
    const again = join(folder, 'again')
    expect(ours('bundle', '--out', again).status).toBe(0)
    const tar = (bundle: string) => spawnSync('tar', ['--sort=name', '-cf', '-', '-C', bundle, '.'], { maxBuffer: 1e9 }).stdout
    expect(tar(again).equals(tar(made))).toBe(true)
    expect(ours('bundle', '--out', again).status, 'a bundle is replaced').toBe(0)
  })

  test('no Node, no tools of the build, no code that a machine makes is in it', () => {
    const paths = listFiles(made)
    expect(paths.filter((path) => /\.pyc$|^tools\/|^types\/|node(\.exe)?$|snapshots/.test(path))).toEqual([])
    expect(paths).toEqual(manifest().files.map(({ path }) => path))
    expect(paths).toEqual(
      expect.arrayContaining(['LICENSE', 'THIRD_PARTY.md', 'cli.js', 'py-runner', 'py-runner.cmd', 'sbom.cdx.json']),
    )
    expect(start(launch(made, 'bundle', '--out', 'x'))).toMatchObject({ status: 2, stdout: '' })
  })

  test('its code is one file, what Node starts of it, and the entries for a client, which share it', () => {
    expect(listFiles(made).filter((path) => /^[^/]+\.[cm]?js$/.test(path))).toEqual([
      'cli.js',
      'index.mjs',
      'py-runner.js',
      'scripting.mjs',
    ])
    const ready = copyOf('for a client')
    expect(start(launch(ready, 'setup'))).toMatchObject({ status: 0 })
    const client = join(import.meta.dirname, 'programs/client.mjs')
    const { status, stdout, stderr } = start([process.execPath, client, ready, built])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual({ same: true, shared: true, event: 'connect', stdout: '{"a": 1}', installation: 'found' })
  })

  test('with --debug the stack says which part of it was at work', () => {
    const { status, stderr } = start(launch(made, 'verify', '/nonexistent', '--debug'))
    expect(status).toBe(2)
    expect(stderr).toMatch(new RegExp(`^ +at .*${made}/py-runner\\.js#verify:\\d+:\\d+`, 'm'))
  })

  test('what looks at scripts leaves nothing in it', () => {
    const used = copyOf('used')
    expect(start(launch(used, 'check', program)).status).toBe(0)
    expect(ours('verify', used)).toMatchObject({ status: 0 })
  })

  test('verify names what is changed, missing and extra', () => {
    const damaged = copyOf('damaged')
    const flip = readFileSync(join(damaged, 'engine/guest.bin'))
    flip[1000] = (flip[1000] ?? 0) ^ 1
    writeFileSync(join(damaged, 'engine/guest.bin'), flip)
    rmSync(join(damaged, 'LICENSE'))
    writeFileSync(join(damaged, 'engine/stray.py'), '')
    const { status, stdout } = ours('verify', damaged)
    expect({ status, lines: stdout.split('\n').slice(0, 3) }).toEqual({
      status: 1,
      lines: ['missing  LICENSE', 'changed  engine/guest.bin', 'extra    engine/stray.py'],
    })
    expect(ours('bundle', '--seal', damaged).status).toBe(0)
    expect(ours('verify', damaged).status, 'after sealing').toBe(0)
  })

  test('the bill of materials is CycloneDX, and THIRD_PARTY.md names all of it', async () => {
    const text = readFileSync(join(made, 'sbom.cdx.json'), 'utf8')
    expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)).toBeNull()
    const { components } = JSON.parse(text) as { components: { name: string; version?: string; purl?: string }[] } // valid, as seen
    const notices = readFileSync(join(made, 'THIRD_PARTY.md'), 'utf8').toLowerCase().replaceAll('*', '')
    const packages = components.filter(({ purl }) => purl?.startsWith('pkg:npm/') && !purl.includes('pyodide'))
    expect(packages.length).toBeGreaterThan(10)
    for (const { name, version } of packages) expect(notices).toContain(`${name} ${version}`)
    const linked = components.filter(({ purl }) => purl === undefined)
    expect(linked.length).toBeGreaterThan(5)
    const spelt: Readonly<Record<string, string>> = {
      zstd: 'zstandard',
      'hacl-star': 'hacl',
      'emscripten system libraries': "emscripten's",
    }
    for (const { name } of linked) expect(notices).toContain(spelt[name] ?? name)
  })
})

describe('bad input is one line and 2, and leaves nothing', () => {
  test.each([
    [['bundle', '--target-platform', 'win-x64', '--out', 'X'], 'the platform "win-x64" is unknown (did you mean win32-x64?)'],
    [['bundle', '--target', 'dri', '--out', 'X'], 'the target "dri" is unknown (did you mean dir?)'],
    [['bundle', '--subset', 'ful', '--out', 'X'], 'the subset "ful" is unknown (did you mean full?)'],
    [['bundle', '--subset', 'core', '--with', 'sqlite', '--out', 'X'], 'the module "sqlite" is unknown (did you mean sqlite3?)'],
    [['bundle', '--support-url', 'help', '--out', 'X'], 'bundle: --support-url takes an address'],
    [['bundle'], 'bundle: --out says where it goes'],
    [['bundle', '--seal', 'HERE'], 'is no bundle of py-runner: it has no manifest.json'],
    [['verify', 'HERE'], 'is no bundle of py-runner: it has no manifest.json'],
    [['bundle', '--out', 'HERE'], 'is neither empty nor a bundle; it is left alone'],
  ])('%j', (words, message) => {
    const before = readdirSync(folder).length
    const places: Readonly<Record<string, string>> = { HERE: folder, X: join(folder, 'x') }
    const { status, stdout, stderr } = ours(...words.map((word) => places[word] ?? word))
    expect({ status, stdout, lines: stderr.split('\n').length }).toEqual({ status: 2, stdout: '', lines: 2 })
    expect(stderr).toContain(message)
    expect(readdirSync(folder)).toHaveLength(before)
  })

  test('a manifest that has a file twice, or one outside', () => {
    const copy = copyOf('twice')
    const file = join(copy, 'manifest.json')
    const manifest = parseManifest(readFileSync(file, 'utf8'))
    const [first] = manifest.files
    writeFileSync(file, JSON.stringify({ ...manifest, files: [first, first] }))
    expect(ours('verify', copy)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(`${first?.path} is in it twice`),
    })
    writeFileSync(file, JSON.stringify({ ...manifest, files: [{ ...first, path: '../a' }] }))
    expect(ours('verify', copy)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('"../a" is no path inside the bundle'),
    })
  })

  test.runIf(isRoot)('a full disk', () => {
    const small = join(folder, 'small')
    mkdirSync(small)
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', small]).status).toBe(0)
    try {
      const { status, stdout, stderr } = ours('bundle', '--out', join(small, 'x'))
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toBe(`py-runner: ${join(small, 'x')} was not made: the disk is full; nothing is left of it\n`)
      expect(readdirSync(small)).toEqual([])
    } finally {
      spawnSync('umount', [small])
    }
  })
})
