// mktime's choices at gaps and overlaps, each compared with the first call of a native process; zone.test.ts has thousands more.
import { describe, expect, it } from 'vitest'
import { askNative, machineZoneFiles } from './ask-native.ts'
import { mktime } from './mktime.ts'
import { loadZone } from './zone.ts'

type Fields = readonly [year: number, month: number, day: number, hour: number, minute: number, second: number]

const CASES: readonly (readonly [tz: string, what: string, fields: Fields])[] = [
  ['Europe/Berlin', 'in a gap', [2024, 3, 31, 2, 30, 0]],
  ['Europe/Berlin', 'in an overlap, east', [2024, 10, 27, 2, 30, 0]],
  ['America/New_York', 'in a gap', [2024, 3, 10, 2, 30, 0]],
  ['America/New_York', 'in an overlap, west', [2024, 11, 3, 1, 30, 0]],
  ['Europe/Dublin', 'in a gap, winter is DST', [2024, 3, 31, 1, 30, 0]],
  ['Australia/Lord_Howe', 'in a gap of half an hour', [2024, 10, 6, 2, 15, 0]],
  ['Antarctica/Troll', 'in an overlap of two hours', [2024, 10, 27, 2, 30, 0]],
  ['Pacific/Apia', 'in the day that was skipped', [2011, 12, 30, 12, 0, 0]],
  ['Asia/Kolkata', 'where there is no DST', [2024, 7, 1, 12, 0, 0]],
  ['UTC', 'where there never was any', [2024, 7, 1, 12, 0, 0]],
  ['Europe/Berlin', 'seconds that carry into a gap', [2024, 3, 31, 1, 59, 60]],
  ['America/New_York', 'seconds that carry out of an overlap', [2024, 11, 3, 1, 59, 60]],
  ['America/New_York', 'seconds that go back into an overlap', [2024, 11, 3, 2, 0, -1]],
  ['America/New_York', 'months and days out of range', [2023, 15, 10, 26, 30, 3600]],
  ['CET-1CEST,M3.5.0,M10.5.0/3', 'in an overlap of a POSIX zone', [2050, 10, 30, 2, 30, 0]],
]

describe('mktime', () => {
  it.each(CASES)('%s: %s', (tz, _, fields) => {
    const zone = loadZone(tz, machineZoneFiles())
    const [year, month, day, hour, minute, second] = fields
    for (const isDst of [-1, 0, 1]) {
      const native = askNative('native_civil.py', { tz, input: { fields: [[...fields, isDst]] } }) as {
        readonly mktime: unknown[]
      } // its promise
      expect(mktime(zone, { year, month, day, hour, minute, second }, isDst) ?? null).toBe(native.mktime[0])
    }
  })

  it('fails where no instant fits: a day skipped, both sides of it in daylight saving time', () => {
    const apia = loadZone('Pacific/Apia', machineZoneFiles())
    expect(apia.toUtc(Date.UTC(2011, 11, 30, 12) / 1000, 1)).toBeUndefined()
  })

  it('does not depend on the calls before', () => {
    const berlin = loadZone('Europe/Berlin', machineZoneFiles())
    const overlap = Date.UTC(2024, 9, 27, 2, 30) / 1000
    const first = berlin.toUtc(overlap, -1)
    berlin.toUtc(Date.UTC(2024, 6, 1) / 1000, 1)
    expect(berlin.toUtc(overlap, -1)).toBe(first)
  })
})
