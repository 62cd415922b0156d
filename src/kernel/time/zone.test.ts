// Zones against the native interpreter under the same TZ: local times around every change since 1850 and between them, mktime's
// answers in and around gaps and overlaps, the time module's constants. native_zone.py chooses the moments, this file compares.
import { describe, expect, it } from 'vitest'
import { compareWithNative } from './ask-native.ts'
import { loadZone } from './zone.ts'

const AREAS = [
  'Africa/Cairo', 'Africa/Casablanca', 'Africa/El_Aaiun', 'Africa/Monrovia', 'Africa/Windhoek', 'America/Anchorage',
  'America/Caracas', 'America/Godthab', 'America/Havana', 'America/New_York', 'America/Phoenix', 'America/Santiago',
  'America/Sao_Paulo', 'America/St_Johns', 'Antarctica/Casey', 'Antarctica/Troll', 'Asia/Gaza', 'Asia/Jerusalem',
  'Asia/Kathmandu', 'Asia/Kolkata', 'Asia/Pyongyang', 'Asia/Tehran', 'Asia/Tokyo', 'Australia/Lord_Howe', 'Australia/Sydney',
  'Europe/Berlin', 'Europe/Dublin', 'Europe/Istanbul', 'Europe/Lisbon', 'Europe/London', 'Europe/Moscow', 'Pacific/Apia',
  'Pacific/Auckland', 'Pacific/Chatham', 'Pacific/Kwajalein', 'Etc/GMT+5', 'Etc/GMT-14', 'EST5EDT', 'UTC',
] // biome-ignore format: a table

const POSIX = [
  'CET-1CEST,M3.5.0,M10.5.0/3', '<+0330>-3:30', '<-03>3<-02>,M3.5.0/-2,M10.5.0/-1', 'NZST-12NZDT,M9.5.0,M4.1.0/3',
  'IST-1GMT0,M10.5.0,M3.5.0/1', 'EET-2EEST,M3.4.4/50,M10.4.4/50', 'XXX4YYY3,J60/0,J300/25:30:15', 'XXX-4YYY,59/1,364',
  'AAA0BBB-0:30,0/0,J365/23', 'LMT-0:53:28', 'WXY+3:30WXZ2,M1.1.1/-167,M12.5.6/167', 'XXX3EDT4,0/0,J365/23',
  'CET-1CEST,M3.5.0', 'EST5,M3.2.0,M11.1.0', 'VeryLongNameOfTime3',
] // biome-ignore format: a table

/** Names that are no zone, or that reach one by another way. */
const NAMES_OF_FILES = [undefined, ':Europe/Rome', '/usr/share/zoneinfo/Asia/Tokyo', '/nowhere', 'America']
const OTHERS = [...NAMES_OF_FILES, '', ':', 'Nowhere', 'Area/City', 'ab', 'EST', 'X/-3']

describe("local time, mktime and the time module's constants are the native interpreter's", () => {
  it.each([...AREAS, ...POSIX, ...OTHERS])('TZ=%s', (tz) => {
    const { compared, differences } = compareWithNative(tz)
    expect(differences).toEqual([])
    expect(compared).toBeGreaterThanOrEqual(450)
  })
})

describe('the zone folder', () => {
  it('is not left by a relative name, as it is with glibc', () => {
    const asked: string[] = []
    const zone = loadZone('../../../etc/localtime', { read: (path) => void asked.push(path) })
    expect(asked).toEqual([])
    expect(zone.at(0)).toEqual({ offsetSeconds: 0, isDst: false, abbreviation: '' })
  })

  it('may be absent: TZ is UTC or what its POSIX string says', () => {
    const nothing = { read: () => undefined }
    const utc = { offsetSeconds: 0, isDst: false, abbreviation: 'UTC' }
    expect(loadZone(undefined, nothing).at(0)).toEqual(utc)
    expect(loadZone('', nothing).at(0)).toEqual(utc)
    expect(loadZone('Europe/Berlin', nothing).at(0).offsetSeconds).toBe(0)
    expect(loadZone('CET-1CEST', nothing).at(Date.UTC(2040, 6, 1) / 1000)).toEqual({
      offsetSeconds: 7200,
      isDst: true,
      abbreviation: 'CEST',
    })
  })
})
