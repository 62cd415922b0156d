// A bundle with an executable, which has its Node inside: made for real and run where no other node is; those of other systems are read as
// the files that they are. Needs npm's registry the first time.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NODES } from '../../bundle/tools/executable/nodes.ts'
import { parseManifest } from '../../src/installation/manifest.ts'
import { isRoot, STRANGER } from '../setup/installation.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { built } from '../support/under-test.ts'
import { machOOf, portableOf } from './program-files.ts'

const cli = join(built, 'cli.js')
const program = (name: string) => join(import.meta.dirname, 'programs', name)
const canRun = process.platform === 'linux' && process.arch === 'x64'

let folder = ''
let made = ''

const bundle = (...words: string[]) =>
  spawnSync(process.execPath, [cli, 'bundle', '--target', 'sea', ...words], { encoding: 'utf8' })
const manifestOf = (place: string) => parseManifest(readFileSync(join(place, 'manifest.json'), 'utf8'))

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'py-runner-executable-test-')))
  chmodSync(folder, 0o755)
  made = join(folder, 'made')
  expect(bundle('--target-platform', 'linux-x64', '--out', made)).toMatchObject({ status: 0, stderr: '' })
}, 0)
afterAll(() => {
  chmodTree(folder, 0o755)
  removeFolder(folder)
})

function chmodTree(top: string, mode: number): void {
  for (const entry of readdirSync(top, { withFileTypes: true, recursive: true }))
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), mode)
  chmodSync(top, mode)
}

/** Without any node in PATH. */
function start(argv: readonly string[], uid?: number) {
  const [file = '', ...words] = argv
  const { status, stdout, stderr } = spawnSync(file, words, {
    cwd: '/',
    encoding: 'utf8',
    env: { PATH: '/bin', HOME: folder, XDG_CACHE_HOME: join(folder, `cache-${uid ?? 'ours'}`) },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  return { status, stdout, stderr }
}
const ran = { status: 0, stdout: 'all of them, in py-runner\n', stderr: '' }

test('made twice, every byte is the same, and the bill of materials and the licences name its Node', () => {
  const again = join(folder, 'again')
  expect(bundle('--target-platform', 'linux-x64', '--out', again).status).toBe(0)
  expect(readFileSync(join(again, 'manifest.json'), 'utf8')).toBe(readFileSync(join(made, 'manifest.json'), 'utf8'))
  for (const place of [made, again]) expect(spawnSync(process.execPath, [cli, 'verify', place]).status).toBe(0)
  rmSync(again, { recursive: true })
  const { target, platform, files } = manifestOf(made)
  expect({ target, platform }).toEqual({ target: 'sea', platform: 'linux-x64' })
  expect(files.filter(({ executable }) => executable).map(({ path }) => path)).toEqual(['cli.js', 'py-runner'])
  expect(files.map(({ path }) => path)).not.toContain('py-runner.cmd')
  const { components } = JSON.parse(readFileSync(join(made, 'sbom.cdx.json'), 'utf8')) as {
    components: { name: string; version?: string }[]
  } // test/bundle/bundle.test.ts holds its form
  expect(components).toContainEqual(expect.objectContaining({ name: 'node', version: NODES['linux-x64'].version }))
  expect(readFileSync(join(made, 'LICENSE.node'), 'utf8')).toContain('Node.js is licensed for use as follows')
}, 0)

describe.runIf(canRun)('it runs without another node', () => {
  test.runIf(isRoot)(
    'from a folder that is read-only, under any name, after being moved, as another user, from a snapshot',
    () => {
      const moved = join(folder, 'Über öffentliche Dinge 日本', 'py runner')
      mkdirSync(join(moved, '..'))
      renameSync(made, moved)
      made = moved
      chmodTree(moved, 0o555)
      const cache = join(folder, `cache-${STRANGER}`)
      mkdirSync(cache)
      chownSync(cache, STRANGER, STRANGER)
      const py = join(moved, 'py-runner')
      expect(start([py, 'setup'], STRANGER)).toMatchObject({ status: 0, stderr: '' })
      expect(start([py, program('imports.py')], STRANGER)).toEqual(ran)
      const { status, stdout } = start([py, 'doctor'], STRANGER)
      expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('compiled code accepted by V8') })
      expect(existsSync(join(moved, 'engine/snapshots'))).toBe(false)
      expect(start(['/usr/bin/unshare', '-n', py, '--no-snapshot', program('imports.py')])).toEqual(ran)
    },
  )

  test('scripts with words of their own, which may be options of node, through a link, and programs that a script starts', () => {
    chmodTree(made, 0o755)
    const py = join(made, 'py-runner')
    expect(start([py, '--no-snapshot', program('imports.py')])).toEqual(ran)
    const words = ['--env-file', 'x', '--', '--version', '-c']
    const said = { status: 0, stdout: `${JSON.stringify(words)}\n`, stderr: '' }
    const link = join(folder, 'link')
    symlinkSync(py, link)
    for (const each of [py, link]) expect(start([each, '--no-snapshot', program('words.py'), ...words])).toEqual(said)
    expect(start([py, '--no-snapshot', program('starts_itself.py'), ...words])).toEqual(said)
    expect(start([py, '--no-snapshot', '--seat', 'worker', program('words.py'), ...words])).toEqual(said)
    expect(start([py, '--nonsense'])).toMatchObject({ status: 2, stdout: '' })
    expect(start([py, 'verify', made])).toMatchObject({ status: 0, stderr: '' })
    expect(start([py, 'setup']), 'what one of them began in the background is done').toMatchObject({ status: 0 })
  })

  test('beside another version, each with a snapshot of its own', () => {
    const other = join(folder, 'other')
    cpSync(made, other, { recursive: true })
    const id = readFileSync(join(other, 'engine/build.id'), 'utf8')
    const another = id.replaceAll(/[0-9a-f]/g, (digit) => (15 - Number.parseInt(digit, 16)).toString(16))
    for (const name of ['build.id', 'engine.json']) {
      const file = join(other, 'engine', name)
      writeFileSync(file, readFileSync(file, 'utf8').replace(id, another))
    }
    for (const each of [made, other]) expect(start([join(each, 'py-runner'), 'setup'])).toMatchObject({ status: 0 })
    for (const each of [made, other, made]) {
      expect(start([join(each, 'py-runner'), program('imports.py')])).toEqual(ran)
      expect(start([join(each, 'py-runner'), 'doctor']).stdout).toContain('fits, whole')
    }
  })
})

test('of Windows it is an .exe without a signature, of macOS a program without one, each with the blob where its Node looks', () => {
  const blobIn = (place: string, name: string) => {
    const bytes = readFileSync(join(place, name))
    expect(spawnSync(process.execPath, [cli, 'verify', place]).status).toBe(0)
    expect(bytes.includes('NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2:1')).toBe(true)
    return bytes
  }
  const place = join(folder, 'foreign')
  expect(bundle('--target-platform', 'win32-x64', '--out', place)).toMatchObject({ status: 0, stderr: '' })
  const windows = portableOf(blobIn(place, 'py-runner.exe'))
  expect(windows).toEqual({ machine: 0x8664, certificates: 0, resources: expect.arrayContaining(['NODE_SEA_BLOB']) })
  expect(bundle('--target-platform', 'darwin-arm64', '--out', place)).toMatchObject({ status: 0, stderr: '' })
  const mac = machOOf(blobIn(place, 'py-runner'))
  expect(mac).toEqual({ processor: 0x0100000c, signed: false, sections: expect.arrayContaining(['NODE_SEA,__NODE_SEA_BLOB']) })
}, 0)
