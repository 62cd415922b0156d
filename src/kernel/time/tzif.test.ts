// TZif files built here byte by byte, and real ones cut short: what parseTzif reads and refuses, and that the C library agrees.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareWithNative, machineZoneFiles } from './ask-native.ts'
import { parseTzif } from './tzif.ts'

interface Plan {
  readonly version?: number
  /** [UTC seconds, index of a type] */
  readonly transitions?: readonly (readonly [number, number])[]
  /** [offset, isDst, index into `names`] */
  readonly types?: readonly (readonly [number, number, number])[]
  readonly names?: string
  readonly leaps?: readonly (readonly [number, number])[]
  readonly footer?: string
}

const WINTER = [3600, 0, 0] as const
const SUMMER = [7200, 1, 4] as const
const NAMES = 'WIN\0SUM\0'
const TWO = { types: [WINTER, SUMMER], names: NAMES }
const CHANGES = [[-1e9, 1], [-9e8, 0], [1e8, 1], [2e8, 0]] as const // biome-ignore format: a list
const EARLY = [[-3e9, 1], [5, 0]] as const // biome-ignore format: a list

const GOOD: Record<string, Plan> = {
  'version 1': { ...TWO, version: 0, transitions: CHANGES },
  'version 2, no footer text': { ...TWO, transitions: CHANGES },
  'version 3, hours beyond 24 in the footer': {
    ...TWO,
    version: 51,
    transitions: CHANGES,
    footer: 'WIN-1SUM,M3.4.4/50,M10.4.4/-3',
  },
  'version 4': { ...TWO, version: 52, transitions: CHANGES, footer: 'WIN-1' },
  'a transition before what 32 bits hold': { ...TWO, transitions: EARLY, footer: 'WIN-1' },
  'no transitions, so that the footer counts for nothing': { ...TWO, footer: 'WIN-1SUM,M3.5.0,M10.5.0/3' },
  'only daylight saving time': { types: [SUMMER, [10_800, 1, 0]], names: NAMES, transitions: [[0, 1]] },
  'daylight saving time as the first type': { types: [SUMMER, WINTER], names: NAMES, transitions: EARLY, footer: 'WIN-1' },
  'a name that is the end of another': { types: [WINTER, [7200, 1, 1]], names: 'AWIN\0', transitions: CHANGES, footer: 'WIN-1' },
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tzif-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a file is read as the native C library reads it', () => {
  it.each(Object.entries(GOOD))('%s', (name, plan) => {
    expect(parseTzif(build(plan))).toBeDefined()
    const path = join(folder, `${name.replaceAll(/\W/g, '-')}.tzif`)
    writeFileSync(path, build(plan))
    expect(compareWithNative(path).differences).toEqual([])
  })
})

describe('a damaged file is refused', () => {
  const whole = { ...TWO, version: 51, transitions: CHANGES, footer: 'WIN-1SUM,M3.5.0,M10.5.0/3' }

  it.each<[string, Plan]>([
    ['a type that is not there', { ...whole, transitions: [[0, 2]] }],
    ['a name outside the names', { ...whole, types: [[0, 0, 9]] }],
    ['isdst neither 0 nor 1', { ...whole, types: [[0, 2, 0]] }],
    ['no types', { ...whole, types: [], transitions: [] }],
  ])('%s, and natively too', (name, plan) => {
    expect(parseTzif(build(plan))).toBeUndefined()
    const path = join(folder, `${name.replaceAll(/\W/g, '-')}.tzif`)
    writeFileSync(path, build(plan))
    // Without types glibc reads what it never wrote.
    if (plan.types?.length !== 0) expect(compareWithNative(path).differences).toEqual([])
  })

  it('transitions out of order', () => {
    expect(parseTzif(build({ ...whole, transitions: [[5, 1], [5, 0]] }))).toBeUndefined() // biome-ignore format: a list
  })

  it('a foreign or an empty file', () => {
    expect(parseTzif(new Uint8Array())).toBeUndefined()
    expect(parseTzif(new Uint8Array(5000).fill(0x54))).toBeUndefined()
  })

  it('every length short of the whole', () => {
    machineZoneFiles() // says so if there are none
    for (const bytes of [build(whole), build({ ...whole, version: 0 }), readFileSync('/usr/share/zoneinfo/Europe/Dublin')]) {
      const lengths = Array.from(bytes.keys())
      expect(parseTzif(bytes)).toBeDefined()
      expect(lengths.filter((length) => parseTzif(bytes.subarray(0, length)) !== undefined)).toEqual([])
    }
  })
})

it('leap seconds are skipped: POSIX time has none', () => {
  const plan = { ...TWO, version: 50, transitions: CHANGES, footer: 'WIN-1' }
  const leaps = [[78_796_800, 1], [94_694_401, 2]] as const // biome-ignore format: a list
  expect(parseTzif(build({ ...plan, leaps }))).toEqual(parseTzif(build(plan)))
})

/** Layout of RFC 9636, 3; from version 2 on an empty 32-bit block comes first. */
function build({ version = 50, footer = '', ...data }: Plan): Buffer {
  if (version === 0) return block(0, data, 4)
  return Buffer.concat([block(version, {}, 4), block(version, data, 8), Buffer.from(`\n${footer}\n`)])
}

function block(version: number, { transitions = [], types = [], names = '', leaps = [] }: Plan, timeSize: 4 | 8): Buffer {
  const time = (seconds: number) =>
    timeSize === 4 ? int32(seconds) : Buffer.concat([int32(Math.floor(seconds / 2 ** 32)), int32(seconds)])
  const counts = [0, 0, leaps.length, transitions.length, types.length, names.length]
  return Buffer.concat([
    Buffer.from('TZif'),
    Buffer.from([version, ...Array.from({ length: 15 }, () => 0)]),
    ...counts.map(int32),
    ...transitions.map(([seconds]) => time(seconds)),
    Buffer.from(transitions.map(([, type]) => type)),
    ...types.map(([offset, isDst, name]) => Buffer.concat([int32(offset), Buffer.from([isDst, name])])),
    Buffer.from(names, 'latin1'),
    ...leaps.map(([seconds, correction]) => Buffer.concat([time(seconds), int32(correction)])),
  ])
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value | 0)
  return bytes
}
