// py-runner setup: one line, a snapshot for this user or for all, and nothing left once it is removed.
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { nativePython } from '../support/commands.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { canBeStranger, deadHolder, Installation, initialised, isRoot, restored, STRANGER } from './installation.ts'

const installation = new Installation()
afterAll(() => installation.remove())
beforeEach(() => void installation.run(['setup', '--remove']))

const noSnapshots = { PYTHONHASHSEED: '1' } // a start that makes none in the background
const program = (name: string) => fileURLToPath(new URL(`programs/${name}.py`, import.meta.url))
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

describe('setup', () => {
  test('makes the snapshot now and says so in one line; the next start uses it', () => {
    const { stdout, stderr, status } = installation.run(['setup'])
    const file = installation.snapshot()
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
    expect(stdout).toMatch(/^py-runner: ready in \d+\.\d s: \S+, \d+\.\d MB with(out)? compiled code.*\n$/)
    expect(stdout).toContain(` ${file},`)
    expect(installation.list()).toEqual([file, `${file}.stamp`].map((path) => path.replace(/^.*\//, '')))
    expect([modeOf(file), modeOf(installation.places().installation)]).toEqual(['600', '700'])
    expect(installation.start()).toEqual(restored)
  })

  test('makes it anew where there is one', () => {
    installation.run(['setup'])
    const { ino } = statSync(installation.snapshot())
    expect(installation.run(['setup']).status).toBe(0)
    expect(statSync(installation.snapshot()).ino).not.toBe(ino)
  })

  test.runIf(canBeStranger)('uses the cache folder of a user who cannot write beside the installation', () => {
    const { stdout, stderr, status } = installation.run(['setup'], { uid: STRANGER })
    const file = installation.snapshot('user', STRANGER)
    expect({ stderr, status, named: stdout.includes(` ${file},`) }).toEqual({ stderr: '', status: 0, named: true })
    expect(statSync(file).uid).toBe(STRANGER)
    expect(installation.list()).toEqual([])
    expect(installation.start({ uid: STRANGER })).toEqual(restored)
    expect(installation.run(['setup', '--remove'], { uid: STRANGER }).status).toBe(0)
    expect(installation.tree().filter((path) => path.startsWith('stranger/cache/'))).toEqual([])
  })

  test.runIf(canBeStranger)('says where it tried when no place can be written', () => {
    const { stdout, stderr, status } = installation.run(['setup'], { uid: STRANGER, env: { XDG_CACHE_HOME: '/usr/nowhere' } })
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 })
    expect(stderr).toMatch(/^py-runner: no place to keep a snapshot: \S+ \(.*\), \/usr\/nowhere\/\S+ \(.*\)\n$/)
  })

  test.runIf(canBeStranger)("leaves no folders of root's in a user's home", () => {
    chmodSync(installation.engine, 0o777) // a place that is not trusted, so that the cache is next
    mkdirSync(installation.places().installation, { mode: 0o777 })
    chmodSync(installation.places().installation, 0o777)
    const home = join(installation.root, 'stranger')
    const { status, stderr } = installation.run(['setup'], { env: { HOME: home, XDG_CACHE_HOME: join(home, 'cache') } })
    chmodSync(installation.engine, 0o755)
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('a folder of another user') })
    expect(installation.tree().filter((path) => path.startsWith('stranger/cache/py-runner'))).toEqual([])
  })

  test.each([
    ['setup', '--sistem'],
    ['setup', 'now'],
    ['setup', '--remove', '--system'],
    ['doctor', '--xml'],
    ['doctor', 'who'],
  ])('%s %s: one line, exit 2', (...words) => {
    const { stdout, stderr, status } = installation.run(words)
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
    expect(stderr).toMatch(/^py-runner: (setup|doctor): .*\n$/)
  })
})

describe('setup --system', () => {
  test.runIf(canBeStranger)('serves every user from one place of root', () => {
    const { stdout, stderr, status } = installation.run(['setup', '--system'])
    const file = installation.snapshot('system')
    expect({ stderr, status, named: stdout.includes(` ${file},`) }).toEqual({ stderr: '', status: 0, named: true })
    expect([modeOf(file), modeOf(`${file}.stamp`), modeOf(installation.places().system)]).toEqual(['644', '644', '755'])
    expect(installation.start({ uid: STRANGER })).toEqual(restored)
    expect(installation.start()).toEqual(restored)
    expect(installation.list(installation.places(STRANGER).user)).toEqual(['scripts']) // the code of what ran, and no snapshot
  })

  test.runIf(canBeStranger)('does so whatever the umask is', () => {
    spawnSync('/bin/sh', ['-c', 'umask 077; exec "$@"', 'sh', process.execPath, installation.cli, 'setup', '--system'])
    expect(installation.start({ uid: STRANGER })).toEqual(restored)
  })

  test.runIf(canBeStranger).each<[string, (file: string) => void]>([
    ['that another user owns', (file) => chownSync(file, 1234, 1234)],
    ['that its group can write', (file) => chmodSync(file, 0o664)],
    ['in a folder that others can write', (file) => chmodSync(join(file, '..'), 0o777)],
  ])('a snapshot %s is not trusted', (_, spoil) => {
    installation.run(['setup', '--system'])
    spoil(installation.snapshot('system'))
    expect(installation.start({ uid: STRANGER, env: { XDG_CACHE_HOME: '/usr/nowhere' } })).toEqual(initialised)
  })

  test.runIf(canBeStranger)('is renewed where it is by a start of root', async () => {
    installation.run(['setup', '--system'])
    writeFileSync(installation.snapshot('system'), 'spoilt')
    expect(installation.start()).toEqual(initialised)
    expect(installation.run(['setup']).stdout).toContain(installation.snapshot('system'))
    expect(installation.list()).toEqual([])
    expect(installation.start({ uid: STRANGER })).toEqual(restored)
  })

  test.runIf(canBeStranger)('is refused to others than root, in one line', () => {
    const { stdout, stderr, status } = installation.run(['setup', '--system'], { uid: STRANGER })
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
    expect(stderr).toMatch(/^py-runner: setup: --system .*root.*\n$/)
  })
})

describe('setup --remove', () => {
  test('leaves nothing of what setup, starts and makers that were killed have left', () => {
    installation.run(['setup', '--remove'])
    const tree = () => installation.tree().filter((path) => path !== 'home/cache')
    const before = tree()
    installation.run(['setup'])
    if (isRoot) installation.run(['setup', '--system'])
    installation.start()
    for (const folder of Object.values(installation.places())) {
      mkdirSync(join(folder, 'work-abc/deep'), { recursive: true })
      for (const name of ['.0123.tmp', 'linux-v1.2.3-x64.snapshot', 'linux-v1.2.3-x64.snapshot.stamp', 'unknown'])
        writeFileSync(join(folder, name), 'left')
      writeFileSync(join(folder, 'lock'), deadHolder())
    }
    const { stdout, stderr, status } = installation.run(['setup', '--remove'])
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
    expect(stdout).toMatch(/^py-runner: removed .*\n$/)
    expect(tree()).toEqual(before)
    expect(existsSync(installation.places().system)).toBe(false)
    expect(installation.run(['setup', '--remove'])).toEqual({
      stdout: 'py-runner: there is nothing to remove\n',
      stderr: '',
      status: 0,
    })
  })

  test.runIf(canBeStranger)('names what this user cannot remove', () => {
    installation.run(['setup', '--system'])
    const { stdout, stderr, status } = installation.run(['setup', '--remove'], { uid: STRANGER })
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 })
    const launcher = `${installation.root}/\\S*bin/\\w+` // the quick start was trained
    const places = `${installation.places().system} \\(EACCES\\), ${launcher} \\(EACCES\\)`
    expect(stderr).toMatch(new RegExp(`^py-runner: could not remove ${places}\n$`))
    expect(installation.start({ uid: STRANGER })).toEqual(restored)
  })
})

describe('a script that is named like a sub-command', () => {
  test.each(['setup', 'doctor', 'run'])('%s is run where a path or `run` says so, as python does', (name) =>
    inFreshFolder(async (cwd) => {
      copyFileSync(program('show_words'), join(cwd, name))
      const asked = { cwd, env: noSnapshots }
      for (const word of [name, `./${name}`, join(cwd, name)]) {
        const native = spawnSync(nativePython[0] ?? '', [word, 'a'], { cwd, encoding: 'utf8' })
        expect(native.stdout).toContain(name)
        expect(installation.run(['run', word, 'a'], asked).stdout).toBe(native.stdout)
        if (word !== name) expect(installation.run([word, 'a'], asked).stdout).toBe(native.stdout)
      }
    }),
  )

  test('is what sys.executable means', () =>
    inFreshFolder(async (cwd) => {
      copyFileSync(program('show_words'), join(cwd, 'doctor'))
      copyFileSync(program('start_doctor'), join(cwd, 'a.py'))
      const native = spawnSync(nativePython[0] ?? '', ['a.py'], { cwd, encoding: 'utf8' })
      expect(installation.run(['a.py'], { cwd, env: noSnapshots }).stdout).toBe(native.stdout)
    }))
})
