// POSIX TZ strings: what is read from them, and the seconds at which daylight saving time begins and ends. zone.test.ts compares
// with the native interpreter; here stand the cases worth reading, and those where its answers depend on what it did before.
import { describe, expect, it } from 'vitest'
import { parsePosixTz, posixLocalTime } from './posix-tz.ts'

const utc = (...fields: [number, number, number, number?, number?, number?]) => {
  const [year, month, ...rest] = fields
  return Date.UTC(year, month - 1, ...rest) / 1000
}

describe('offsets and names', () => {
  it.each([
    ['UTC0', 0, 'UTC'],
    ['EST5', -18_000, 'EST'],
    ['EST+5', -18_000, 'EST'],
    ['<+0330>-3:30', 12_600, '+0330'],
    ['LMT-0:53:28', 3208, 'LMT'],
    ['FAR25:61:61', -(24 * 3600 + 59 * 60 + 59), 'FAR'],
    ['Nowhere', 0, 'Nowhere'],
    ['Area/City', 0, 'Area'],
    ['ab3', 0, ''],
    ['<ab>3', 0, ''],
    ['', 0, ''],
  ])('%s', (text, offsetSeconds, abbreviation) => {
    expect(posixLocalTime(parsePosixTz(text), 0)).toEqual({ offsetSeconds, isDst: false, abbreviation })
  })
})

describe('changes', () => {
  it.each([
    ['CET-1CEST,M3.5.0,M10.5.0/3', utc(2024, 3, 31, 1), utc(2024, 10, 27, 1)],
    ['CET-1CEST', utc(2024, 3, 10, 1), utc(2024, 11, 3, 0)], // without rules those of the USA
    ['CET-1CEST,', utc(2040, 3, 11, 1), utc(2040, 11, 4, 0)],
    ['NZST-12NZDT,M9.5.0,M4.1.0/3', utc(2024, 9, 28, 14), utc(2024, 4, 6, 14)],
    ['EET-2EEST,M3.4.4/50,M10.4.4/50', utc(2024, 3, 30, 0), utc(2024, 10, 25, 23)],
    ['XXX4YYY,J60/0,J300/25:30:15', utc(2024, 3, 1, 4), utc(2024, 10, 28, 4, 30, 15)], // J60 is 1 March in each year
    ['XXX4YYY,59/0,364', utc(2024, 2, 29, 4), utc(2024, 12, 30, 5)], // day 59 is 29 February if there is one
    ['WXY0WXZ,M2.1.1/-167,M12.1.6/167', utc(2024, 1, 29, 1), utc(2024, 12, 13, 22)],
  ])('%s', (text, begins, ends) => {
    const isDst = (at: number) => posixLocalTime(parsePosixTz(text), at).isDst
    expect([begins - 1, begins, ends - 1, ends].map(isDst)).toEqual([false, true, true, false])
  })

  it('daylight saving time may lie behind standard time, as in Dublin', () => {
    const dublin = parsePosixTz('IST-1GMT0,M10.5.0,M3.5.0/1')
    expect(posixLocalTime(dublin, utc(2050, 1, 1))).toEqual({ offsetSeconds: 0, isDst: true, abbreviation: 'GMT' })
    expect(posixLocalTime(dublin, utc(2050, 7, 1))).toEqual({ offsetSeconds: 3600, isDst: false, abbreviation: 'IST' })
  })

  it('an offset for daylight saving time need not be an hour from the other', () => {
    expect(posixLocalTime(parsePosixTz('<+1030>-10:30<+11>-11,M10.1.0,M4.1.0'), utc(2050, 1, 1)).offsetSeconds).toBe(39_600)
  })

  it('an unreadable rule never throws', () => {
    for (const rule of [
      'x',
      'M13.1.0',
      'M3.6.0',
      'M3.1.7',
      'J0',
      'J366',
      '366',
      'M3.2.0/',
      'M3.2.0x',
      'M3.2.0/2,x',
      'J',
      'M3.2',
    ]) {
      const zone = parsePosixTz(`EST5EDT,${rule}`)
      expect([-18_000, -14_400]).toContain(posixLocalTime(zone, utc(2024, 7, 1)).offsetSeconds)
    }
  })
})
