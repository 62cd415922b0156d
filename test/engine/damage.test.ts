// Files of the installation that are not what was built: a foreign or damaged engine ends with one line and 126, a damaged,
// stale or foreign snapshot costs a slow start and nothing else.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))
const program = fileURLToPath(new URL('./programs/say_ran.py', import.meta.url))
let copy = ''
const run = () => spawnSync(process.execPath, [join(copy, 'cli.js'), program], { encoding: 'utf8' })
const engine = (name: string) => join(copy, 'engine', name)
const snapshot = () => engine('snapshots/linux.snapshot')

function flip(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 0x10
  writeFileSync(file, bytes)
}

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'py-runner-damage-'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  copy = join(folder, 'dist')
  cpSync(dist, copy, { recursive: true })
})
afterAll(() => rmSync(join(copy, '..'), { recursive: true }))

describe('a snapshot', () => {
  test('is made by the first run and used by the next', () => {
    rmSync(engine('snapshots'), { recursive: true, force: true })
    expect(run()).toMatchObject({ stdout: 'ran\n', stderr: '', status: 0 })
    const { ino } = statSync(snapshot())
    expect(run()).toMatchObject({ stdout: 'ran\n', stderr: '', status: 0 })
    expect(statSync(snapshot()).ino).toBe(ino)
    expect(readdirSync(engine('snapshots')).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  const damages: [string, (file: string) => void][] = [
    ['cut in the header', (file) => truncateSync(file, 100)],
    ['cut in the code', (file) => truncateSync(file, 2_000_000)],
    ['cut in the last page', (file) => truncateSync(file, statSync(file).size - 1)],
    ['empty', (file) => writeFileSync(file, '')],
    ['of another kind', (file) => writeFileSync(file, 'not a snapshot\n'.repeat(1000))],
    ['with one bit changed in the header', (file) => flip(file, 30)],
    ['with one bit changed in the code', (file) => flip(file, 3_000_000)],
    ['with one bit changed in the memory', (file) => flip(file, statSync(file).size - 5000)],
  ]
  test.each(damages)('%s is made anew', (_, damage) => {
    run()
    const good = readFileSync(snapshot())
    damage(snapshot())
    expect(run()).toMatchObject({ stdout: 'ran\n', stderr: '', status: 0 })
    expect(statSync(snapshot()).size).toBeGreaterThan(good.length / 2)
    expect(run()).toMatchObject({ stdout: 'ran\n', stderr: '', status: 0 })
  })

  test.runIf(process.getuid?.() === 0)('that another user could write is not used', () => {
    run()
    const { ino } = statSync(snapshot())
    chmodSync(snapshot(), 0o666)
    expect(run()).toMatchObject({ stdout: 'ran\n', stderr: '', status: 0 })
    expect(statSync(snapshot())).not.toMatchObject({ ino })
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
    rmSync(engine('snapshots'), { recursive: true, force: true })
    damage(engine(name))
    const { stdout, stderr, status } = run()
    writeFileSync(engine(name), kept)
    expect({ stdout, status }).toEqual({ stdout: '', status: 126 })
    expect(stderr).toMatch(new RegExp(`^py-runner: \\S*/engine/${name.replace('.', '\\.')} .*install py-runner again\\n$`))
  })
})
