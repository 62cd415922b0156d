// Files of the installation that are not what was built: a foreign or damaged engine ends with one line and 126, a damaged,
// stale or foreign snapshot costs a slow start and nothing else.
import { execFile, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HEADER_BYTES, type Header, parseHeader, placesOf } from '../../src/engine/snapshot-format.ts'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))
const program = fileURLToPath(new URL('./programs/say_how.py', import.meta.url))
let copy = ''
const run = () => spawnSync(process.execPath, [join(copy, 'cli.js'), program], { encoding: 'utf8' })
const setUp = () => spawnSync(process.execPath, [join(copy, 'setup.mjs'), 'linux'], { stdio: 'ignore' }).status
const engine = (name: string) => join(copy, 'engine', name)
const snapshots = () => engine('snapshots')
const snapshot = () => join(snapshots(), `linux-${process.version}-${process.arch}.snapshot`)
const restored = { stdout: 'restored\n', stderr: '', status: 0 }
const initialised = { stdout: 'initialised\n', stderr: '', status: 0 }

/** Until the process that a start without a snapshot leaves behind has made one. */
async function setUpEnds(): Promise<void> {
  const busy = () => !existsSync(snapshot()) || readdirSync(snapshots()).some((name) => /\.(lock|tmp)$/.test(name))
  const deadline = Date.now() + 30_000
  await delay(500) // it has yet to take its lock
  while (busy()) {
    if (Date.now() > deadline) throw new Error('no snapshot was made')
    await delay(50)
  }
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 0x10
  writeFileSync(file, bytes)
}

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'py-runner-damage-'))
  copy = join(folder, 'dist')
  cpSync(dist, copy, { recursive: true, filter: (source) => !source.endsWith('.snapshot') })
})
afterAll(() => rmSync(join(copy, '..'), { recursive: true, force: true }))

describe('a snapshot', () => {
  test('is made after the first start, which does not wait for it, and used by the next', { timeout: 60_000 }, async () => {
    rmSync(snapshots(), { recursive: true, force: true })
    expect(run()).toMatchObject(initialised)
    await setUpEnds()
    expect(run()).toMatchObject(restored)
  })

  test('is made once when many start at the same time', { timeout: 120_000 }, async () => {
    rmSync(snapshots(), { recursive: true, force: true })
    const many = Array.from({ length: 5 }, () => promisify(execFile)(process.execPath, [join(copy, 'cli.js'), program]))
    for (const { stdout } of await Promise.all(many)) expect(stdout).toMatch(/^(restored|initialised)\n$/)
    await setUpEnds()
    expect(readdirSync(snapshots()).filter((name) => !name.endsWith('.stamp'))).toEqual([basename(snapshot())])
    expect(run()).toMatchObject(restored)
  })

  const header = () => parseHeader(readFileSync(snapshot()).subarray(0, HEADER_BYTES)) as Header // of the file that setUp wrote
  const inside = (part: 'hot' | 'cache' | 'memory' | 'cold') => placesOf(header())[part] + 5000
  const damages: [string, (file: string) => void][] = [
    ['cut in the header', (file) => truncateSync(file, 100)],
    ['cut in the code', (file) => truncateSync(file, inside('hot'))],
    ['cut in the last page', (file) => truncateSync(file, statSync(file).size - 1)],
    ['empty', (file) => writeFileSync(file, '')],
    ['of another kind', (file) => writeFileSync(file, 'not a snapshot\n'.repeat(1000))],
    ['with one bit changed in the header', (file) => flip(file, 30)],
    ['with one bit changed in the hot half', (file) => flip(file, inside('hot'))],
    ['with one bit changed in the compiled code', (file) => flip(file, inside('cache'))],
    ['with one bit changed in the memory', (file) => flip(file, inside('memory'))],
    ['with one bit changed in the cold half', (file) => flip(file, inside('cold'))],
    ['that another user could write', (file) => chmodSync(file, 0o666)],
  ]
  test.each(damages)('%s is not used, and made anew', { timeout: 60_000 }, async (_, damage) => {
    expect(setUp()).toBe(0)
    expect(run()).toMatchObject(restored)
    damage(snapshot())
    expect(run()).toMatchObject(initialised)
    await setUpEnds()
    expect(run()).toMatchObject(restored)
  })

  test('in a folder that another user could write is not used', () => {
    expect(setUp()).toBe(0)
    chmodSync(snapshots(), 0o777)
    expect(run()).toMatchObject(initialised)
    chmodSync(snapshots(), 0o700)
  })
})

describe('an engine file', () => {
  const damages: [string, string, (file: string) => void][] = [
    ['cut off', 'engine.wasm', (file) => truncateSync(file, 1_000_000)],
    ['with one bit changed', 'engine.wasm', (file) => flip(file, 5_000_000)],
    ['of another kind', 'engine.wasm', (file) => writeFileSync(file, 'no wasm')],
    ['that is missing', 'engine.wasm', (file) => rmSync(file)],
    ['with one bit changed', 'guest.bin', (file) => flip(file, 5000)],
    ['that is no JSON', 'engine.json', (file) => writeFileSync(file, '{')],
    ['that is missing', 'engine.json', (file) => rmSync(file)],
  ]
  test.each(damages)('%s: %s ends with one line that names it, 126', (_, name, damage) => {
    const kept = readFileSync(engine(name))
    rmSync(snapshots(), { recursive: true, force: true })
    damage(engine(name))
    const { stdout, stderr, status } = run()
    writeFileSync(engine(name), kept)
    expect({ stdout, status }).toEqual({ stdout: '', status: 126 })
    expect(stderr).toMatch(new RegExp(`^py-runner: \\S*/engine/${name.replace('.', '\\.')} .*install py-runner again\\n$`))
  })
})
