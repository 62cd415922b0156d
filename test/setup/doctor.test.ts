// py-runner doctor: what is used and why, or why not, with an exit code for programs.
import { chmodSync, chownSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Checksum } from '../../src/engine/checksum.ts'
import { formatHeader, HEADER_BYTES, type Header, type Part, parseHeader, placeOf } from '../../src/engine/snapshot-format.ts'
import { endOfLife } from '../../src/platform/node-support.ts'
import { type Diagnosis, diagnose } from '../../src/setup/diagnose.ts'
import { canBeStranger, Installation, restored, STRANGER } from './installation.ts'

const installation = new Installation()
const file = installation.snapshot()
const engineFile = (name: string) => join(installation.engine, name)
let whole = Buffer.alloc(0)
beforeAll(() => {
  installation.run(['setup'])
  whole = readFileSync(file)
})
afterAll(() => installation.remove())

function examined(uid?: number): { readonly status: number | null; readonly diagnosis: Diagnosis } {
  const { stdout, status } = installation.run(['doctor', '--json'], uid === undefined ? {} : { uid })
  return { status, diagnosis: JSON.parse(stdout) as Diagnosis }
}

function flip(at: number): void {
  const bytes = Buffer.from(whole)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

function replaceByFolder(): void {
  rmSync(file)
  mkdirSync(file)
}

const header = () => parseHeader(whole.subarray(0, HEADER_BYTES)) as Header // of the file that setup made
const inside = (part: Part) => placeOf(header(), part) + 100

function rewriteHeader(change: (header: Header) => Header): void {
  writeFileSync(file, Buffer.concat([formatHeader(change(header())), whole.subarray(HEADER_BYTES)]))
}
const keyPart =
  (at: number, text: string) =>
  ({ key, ...rest }: Header) => ({
    ...rest,
    key: key.split(' ').with(at, text).join(' '),
  })

describe('doctor', () => {
  test('says that all is well, and what a start uses', () => {
    const { stdout, stderr, status } = installation.run(['doctor'])
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
    const line = stdout.split('\n').find((each) => each.startsWith('  installation')) ?? ''
    expect(line).toContain(`fits, whole: ${file} (`)
    expect(line).toMatch(/mode 600, .* MB, made .*; compiled code (accepted by V8|not offered by this Node)$/)
    expect(stdout).toMatch(new RegExp(`^snapshot +${file}$`, 'm'))
    expect(stdout).toMatch(/\nall is well\n$/)
    expect(installation.start()).toEqual(restored)
  })

  test('tells programs the same', () => {
    const { status, diagnosis } = examined()
    expect(status).toBe(0)
    expect(diagnosis).toMatchObject({
      engine: { folder: installation.engine, build: JSON.parse(readFileSync(engineFile('engine.json'), 'utf8')).buildId },
      node: { build: `${process.version}-${process.arch}`, v8: process.versions.v8, executable: process.execPath },
      seat: { name: 'inline' },
      used: file,
      problems: [],
    })
    expect(diagnosis.places.map(({ place }) => place)).toEqual(['installation', 'system', 'user'])
    expect(diagnosis.places[0]).toMatchObject({ file, facts: { bytes: whole.length, mode: '600' }, stamped: true })
  })

  const ills: [string, () => void, string][] = [
    ['missing', () => rmSync(file), 'there is no snapshot to start from'],
    ['a folder', replaceByFolder, 'is no snapshot'],
    ['cut off', () => truncateSync(file, whole.length - 1), 'not of the size'],
    ['of another kind', () => writeFileSync(file, 'no'), 'is no snapshot'],
    ['with a changed header', () => flip(30), 'its header is damaged'],
    ['with a changed hot half', () => flip(inside('hot')), 'it is damaged'],
    ['with changed memory', () => flip(inside('fullMemory')), 'it is damaged'],
    ['with a changed cold half', () => flip(inside('cold')), 'it is damaged'],
    ['of another build', () => rewriteHeader(keyPart(0, 'abc')), 'made for another build (abc, now '],
    [
      'of another Node',
      () => rewriteHeader(keyPart(7, 'v1.2.3-x64')),
      `made for another Node (v1.2.3-x64, now ${process.version}`,
    ],
    ['of another V8', () => rewriteHeader(keyPart(6, '1.2')), `made for another V8 (1.2, now ${process.versions.v8})`],
    ['that others can write', () => chmodSync(file, 0o622), 'mode 622'],
    ['in a folder that others can write', () => chmodSync(installation.places().installation, 0o733), 'mode 733'],
  ]
  test.each(ills)('a snapshot that is %s', (_, ill, words) => {
    ill()
    const { status, diagnosis } = examined()
    const { used, problems } = diagnosis
    rmSync(file, { recursive: true, force: true })
    writeFileSync(file, whole, { mode: 0o600 })
    chmodSync(file, 0o600)
    chmodSync(installation.places().installation, 0o700)
    expect({ status, used }).toEqual({ status: 1, used: undefined })
    expect(problems.join('\n')).toContain(words)
  })

  test('compiled code that is damaged, missing or refused', ({ skip }) => {
    skip(header().bytes.fullCache === 0, 'this V8 keeps none')
    flip(inside('fullCache'))
    expect(examined().diagnosis.problems.join()).toContain('it is damaged')
    const checksum = new Checksum(readFileSync(engineFile('checksum.wasm')))
    const [from, to] = [placeOf(header(), 'fullCache'), placeOf(header(), 'fullMemory')]
    const parts = Buffer.concat([whole.subarray(HEADER_BYTES, from), whole.subarray(to)])
    const without = { ...header(), bytes: { ...header().bytes, fullCache: 0 }, sum: checksum.over(parts) }
    writeFileSync(file, Buffer.concat([formatHeader(without), parts]))
    expect(examined()).toMatchObject({ status: 1, diagnosis: { used: file } })
    expect(examined().diagnosis.problems.join()).toContain('has no compiled code')
    writeFileSync(file, whole)
    const { stdout, status } = installation.run(['doctor'], { env: { NODE_OPTIONS: '--stack-trace-limit=5' } })
    expect({ status, refused: stdout.includes('V8 refuses the compiled code') }).toEqual({ status: 1, refused: true })
  })

  test.runIf(canBeStranger)("another user's eyes: a snapshot of root's own is not theirs", () => {
    const { status, diagnosis } = examined(STRANGER)
    expect({ status, used: diagnosis.used }).toEqual({ status: 1, used: undefined })
    expect(diagnosis.places[0]?.refused).toBe('this user cannot read it')
    installation.run(['setup', '--system'])
    const { places, used } = examined(STRANGER).diagnosis
    expect(used).toBe(installation.snapshot('system'))
    expect(places[1]?.facts).toMatchObject({ owner: 'root', mode: '644' })
    chownSync(installation.snapshot('system'), 1234, 1234)
    expect(examined(STRANGER).diagnosis.places[1]?.refused).toContain('user 1234')
  })

  test.each(['engine.wasm', 'engine.json', 'guest.bin', 'library.zip', 'checksum.wasm'])(
    'an installation without its %s',
    (name) => {
      renameSync(engineFile(name), engineFile('away'))
      const { status, diagnosis } = examined()
      renameSync(engineFile('away'), engineFile(name))
      expect(status).toBe(1)
      expect(diagnosis.problems.join()).toMatch(new RegExp(`/engine/${name} .*install py-runner again`))
    },
  )

  test('warns of a Node that gets no corrections any more, from the day after its last', () => {
    const end = endOfLife(process.version)
    if (end === undefined) throw new Error(`node-support.ts does not know ${process.version}`)
    const after = new Date(Date.parse(end) + 24 * 3600 * 1000).toISOString().slice(0, 10)
    expect(diagnose({ terminal: false, todayIso: end }).warnings).toEqual([])
    expect(diagnose({ terminal: false, todayIso: after }).warnings).toEqual([expect.stringContaining(process.version)])
  })
})
