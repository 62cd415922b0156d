// Civil time against the native interpreter: gmtime, calendar.timegm, datetime, and mktime under UTC for fields out of range.
import { describe, expect, it } from 'vitest'
import { askNative, diceOf, structTime } from './ask-native.ts'
import { civilFromSeconds, DAY_SECONDS, daysBeforeYear, secondsFromCivil } from './civil.ts'

describe('civilFromSeconds and secondsFromCivil', () => {
  const dice = diceOf(1)
  const first = daysBeforeYear(-9999) * DAY_SECONDS
  const afterLast = daysBeforeYear(100_000) * DAY_SECONDS
  const newYears = [
    -9999, -401, -400, -1, 0, 1, 4, 100, 1582, 1752, 1899, 1900, 1904, 1969, 1970, 1972, 2000, 2038, 2100, 9999, 99_999,
  ]
  const seconds = [
    -1,
    0,
    1,
    first,
    afterLast - 1,
    ...newYears.flatMap(edgesOf),
    ...Array.from({ length: 3000 }, () => dice(first, afterLast)),
  ]
  // native_civil.py prints exactly these keys
  const native = askNative('native_civil.py', { tz: 'UTC0', input: { seconds } }) as {
    readonly gmtime: number[][]
    readonly timegm: (number | null)[]
    readonly datetime: (number[] | null)[]
  }

  it('splits as time.gmtime does, for years -9999 to 99999', () => {
    const different = seconds.filter((at, i) => String(native.gmtime[i]) !== String(structTime(at)))
    expect(different).toEqual([])
  })

  it('agrees with datetime and calendar.timegm, for years 1 to 9999', () => {
    const known = seconds
      .map((at, i) => ({ at, fields: native.datetime[i], back: native.timegm[i] }))
      .filter(({ fields }) => fields)
    expect(known.length).toBeGreaterThan(200)
    expect(known.filter(({ at, fields }) => String(fields) !== String(structTime(at)))).toEqual([])
    expect(known.filter(({ at, back }) => secondsFromCivil(civilFromSeconds(at)) !== back)).toEqual([])
  })

  it('comes back to the same second', () => {
    expect(seconds.filter((at) => secondsFromCivil(civilFromSeconds(at)) !== at)).toEqual([])
  })

  it('never answers minus zero, which a strict comparison tells from zero', () => {
    expect(civilFromSeconds(-DAY_SECONDS * 719_528)).toEqual({
      second: 0, minute: 0, hour: 0, day: 1, month: 1, year: 0, weekday: 6, yearDay: 0,
    }) // biome-ignore format: one moment
  })
})

describe('fields out of range', () => {
  it('carry over as in mktime(3) under UTC', () => {
    const dice = diceOf(2)
    const wild = () => [
      dice(-9000, 99_000),
      dice(-500, 500),
      dice(-9999, 9999),
      dice(-99_999, 99_999),
      dice(-1e7, 1e7),
      dice(-2e9, 2e9),
    ]
    const tame = () => [dice(1890, 2110), dice(-1, 15), dice(-1, 33), dice(-1, 26), dice(-1, 62), dice(-1, 62)]
    const fields = [...Array.from({ length: 1500 }, wild), ...Array.from({ length: 1500 }, tame)].map((civil) => [...civil, 0])
    const native = askNative('native_civil.py', { tz: 'UTC0', input: { fields } }) as { readonly mktime: unknown[] } // as above
    const ours = fields.map(([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]) =>
      secondsFromCivil({ year, month, day, hour, minute, second }),
    )
    expect(fields.filter((_, i) => ours[i] !== native.mktime[i])).toEqual([])
  })
})

function edgesOf(year: number): number[] {
  const start = daysBeforeYear(year) * DAY_SECONDS
  const endOfFebruary = start + 59 * DAY_SECONDS
  return [start - 1, start, endOfFebruary - 1, endOfFebruary, endOfFebruary + DAY_SECONDS].filter(
    (at) => at >= daysBeforeYear(-9999) * DAY_SECONDS,
  )
}
