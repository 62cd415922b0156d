// The POSIX form of TZ ('CET-1CEST,M3.5.0,M10.5.0/3'), also the footer of a TZif file: parsing, and the local time it gives.
// As in glibc (time/tzset.c) a string that breaks off means what was read of it, and years before 1970 have 1970's changes.
import { civilFromSeconds, DAY_SECONDS, daysBeforeMonth, daysBeforeYear, isLeapYear, weekdayOf } from './civil.ts'
import type { LocalTime } from './zone.ts'

export interface PosixTz {
  readonly standard: LocalTime
  readonly daylight: LocalTime
  readonly dstBegins: Change
  readonly dstEnds: Change
}

/** A moment of each year, in the wall clock time that it ends. */
export interface Change {
  readonly date: DateRule
  readonly secondOfDay: number
}

type DateRule =
  | { readonly kind: 'J'; readonly day: number } // 1..365, 29 February is never counted
  | { readonly kind: 'n'; readonly day: number } // 0..365, 29 February is counted
  | { readonly kind: 'M'; readonly month: number; readonly week: number; readonly weekday: number } // week 5: the last

/**
 * Never fails: what cannot be read at all is UTC, under the name it begins with, if any ('Nowhere', 'Area' of 'Area/Nowhere').
 * Without rules ('CET-1CEST') daylight saving time is that of the USA since 2007. Where a file `posixrules` is installed glibc
 * prefers it, but then the changes depend on what the process loaded before, and the offset is lost after 2037: not followed.
 */
export function parsePosixTz(text: string): PosixTz {
  const scan = scannerOf(text)
  const standardName = scan(NAME)
  const standardOffset = standardName && scan(OFFSET)
  const standard = {
    offsetSeconds: standardOffset ? secondsEast(standardOffset) : 0,
    isDst: false,
    abbreviation: nameIn(standardName),
  }
  if (!standardOffset || scan(END)) {
    return { standard, daylight: { ...standard, isDst: true }, dstBegins: NEW_YEAR, dstEnds: NEW_YEAR }
  }
  const daylightName = scan(NAME)
  const daylightOffset = daylightName && scan(OFFSET)
  const defaultOffset = daylightName ? standard.offsetSeconds + 3600 : 0
  const daylight = {
    offsetSeconds: daylightOffset ? secondsEast(daylightOffset) : defaultOffset,
    isDst: true,
    abbreviation: nameIn(daylightName),
  }
  const dstBegins = scanChange(scan, SECOND_SUNDAY_OF_MARCH)
  const dstEnds = dstBegins && scanChange(scan, FIRST_SUNDAY_OF_NOVEMBER)
  return { standard, daylight, dstBegins: dstBegins ?? NEW_YEAR, dstEnds: dstEnds ?? NEW_YEAR }
}

/** Which of the two applies; the changes are those of the year that it is in UTC, as glibc's __tz_compute has it. */
export function posixLocalTime(tz: PosixTz, utcSeconds: number): LocalTime {
  const { year } = civilFromSeconds(utcSeconds)
  const begin = changeSeconds(tz.dstBegins, year) - tz.standard.offsetSeconds
  const end = changeSeconds(tz.dstEnds, year) - tz.daylight.offsetSeconds
  // In the southern hemisphere daylight saving time is what lies outside end..begin.
  const isDst = begin > end ? utcSeconds < end || utcSeconds >= begin : utcSeconds >= begin && utcSeconds < end
  return isDst ? tz.daylight : tz.standard
}

function changeSeconds(change: Change, year: number): number {
  const firstDay = year > 1970 ? daysBeforeYear(year) : 0
  return (firstDay + dayOfYear(change.date, year)) * DAY_SECONDS + change.secondOfDay
}

function dayOfYear(date: DateRule, year: number): number {
  if (date.kind === 'n') return date.day
  if (date.kind === 'J') return date.day >= 60 && isLeapYear(year) ? date.day : date.day - 1
  const monthStart = daysBeforeMonth(year, date.month)
  const monthLength = daysBeforeMonth(year, date.month + 1) - monthStart
  const firstMatch = (date.weekday - weekdayOf(daysBeforeYear(year) + monthStart) + 7) % 7
  const dayOfMonth = firstMatch + 7 * (date.week - 1)
  return monthStart + (dayOfMonth < monthLength ? dayOfMonth : dayOfMonth - 7)
}

type Scan = (token: RegExp) => RegExpExecArray | undefined

/** Reads tokens one after the other; one that does not match leaves the place as it is. */
function scannerOf(text: string): Scan {
  let place = 0
  return (token) => {
    const match = new RegExp(token, 'y')
    match.lastIndex = place
    const found = match.exec(text) ?? undefined
    if (found) place = match.lastIndex
    return found
  }
}

const NAME = /([A-Za-z]{3,})|<([A-Za-z0-9+-]{3,})>/
const OFFSET = /([+-]?)(\d+)(?::(\d+)(?::(\d+))?)?/
const DATE = /,?(?:J(\d+)|(\d+)|M(\d+)\.(\d+)\.(\d+))(?=$|[,/])/
const TIME = /\/(-?)(\d+)(?::(\d+)(?::(\d+))?)?/
const NO_RULES = /,?$/
const END = /$/

function nameIn(name: RegExpExecArray | undefined): string {
  return name?.[1] ?? name?.[2] ?? ''
}

/** POSIX counts hours west of Greenwich. Values beyond the range count as the last in range. */
function secondsEast([, sign, hours, minutes = '0', seconds = '0']: RegExpExecArray): number {
  const size = Math.min(Number(hours), 24) * 3600 + Math.min(Number(minutes), 59) * 60 + Math.min(Number(seconds), 59)
  return sign === '-' ? size : 0 - size
}

/** The fallback is for a rule left out; undefined is no rule and counts as New Year. Hours exceed 0..24 (RFC 9636, 3.3). */
function scanChange(scan: Scan, fallback: Change): Change | undefined {
  if (scan(NO_RULES)) return fallback
  const date = dateRule(scan(DATE))
  const time = scan(TIME)
  if (date === undefined || (!time && scan(/\//))) return undefined
  if (!time) return { date, secondOfDay: TWO_O_CLOCK }
  const [, sign, hours, minutes = '0', seconds = '0'] = time
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return { date, secondOfDay: sign === '-' ? -size : size }
}

function dateRule(match: RegExpExecArray | undefined): DateRule | undefined {
  if (match === undefined) return undefined
  const [, julian, day, month, week, weekday] = match.map(Number)
  const within = (value: number | undefined, low: number, high: number): value is number =>
    value !== undefined && value >= low && value <= high
  if (within(julian, 1, 365)) return { kind: 'J', day: julian }
  if (within(day, 0, 365)) return { kind: 'n', day }
  if (within(month, 1, 12) && within(week, 1, 5) && within(weekday, 0, 6)) return { kind: 'M', month, week, weekday }
  return undefined
}

const TWO_O_CLOCK = 7200
const NEW_YEAR: Change = { date: { kind: 'n', day: 0 }, secondOfDay: 0 }
const SECOND_SUNDAY_OF_MARCH: Change = { date: { kind: 'M', month: 3, week: 2, weekday: 0 }, secondOfDay: TWO_O_CLOCK }
const FIRST_SUNDAY_OF_NOVEMBER: Change = { date: { kind: 'M', month: 11, week: 1, weekday: 0 }, secondOfDay: TWO_O_CLOCK }
