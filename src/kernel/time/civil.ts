// Calendar arithmetic of the C library: UTC seconds to civil fields and back, in the proleptic Gregorian calendar.
// Pure numbers, exact while the seconds are (to 2**53); whether a year fits into a 32-bit tm_year is the caller's question.

/** What timegm(3) and mktime(3) read; every field may lie outside its range. */
export interface CivilFields {
  readonly second: number
  readonly minute: number
  readonly hour: number
  readonly day: number
  /** 1..12 */
  readonly month: number
  /** Of the common era; 0 is 1 BC. */
  readonly year: number
}

export interface CivilTime extends CivilFields {
  /** As tm_wday: 0 is Sunday. */
  readonly weekday: number
  /** As tm_yday: 0..365. */
  readonly yearDay: number
}

/** gmtime(3). */
export function civilFromSeconds(utcSeconds: number): CivilTime {
  const days = Math.floor(utcSeconds / DAY_SECONDS)
  const secondOfDay = utcSeconds - days * DAY_SECONDS
  const year = yearOfDay(days)
  const yearDay = days - daysBeforeYear(year)
  const month = MONTHS.findLast((candidate) => daysBeforeMonth(year, candidate) <= yearDay) ?? 1
  return {
    second: secondOfDay % 60,
    minute: Math.floor(secondOfDay / 60) % 60,
    hour: Math.floor(secondOfDay / 3600),
    day: 1 + yearDay - daysBeforeMonth(year, month),
    month,
    year,
    weekday: weekdayOf(days),
    yearDay,
  }
}

/** timegm(3): what is out of range carries over into the larger fields, months before days (31 February is 2 or 3 March). */
export function secondsFromCivil({ second, minute, hour, day, month, year }: CivilFields): number {
  const yearsOfMonths = Math.floor((month - 1) / 12)
  const wholeYear = year + yearsOfMonths
  const days = daysBeforeYear(wholeYear) + daysBeforeMonth(wholeYear, month - 12 * yearsOfMonths) + day - 1
  return days * DAY_SECONDS + hour * 3600 + minute * 60 + second
}

/** Days from 1 January 1970 to 1 January of a year, negative before. */
export function daysBeforeYear(year: number): number {
  const past = year - 1
  return 365 * year + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - DAYS_FROM_YEAR_0_TO_1970
}

/** Days from 1 January to the first of a month 1..12; 13 gives the length of the year. */
export function daysBeforeMonth(year: number, month: number): number {
  const days = DAYS_BEFORE_MONTH[month - 1] ?? 365
  return month > 2 && isLeapYear(year) ? days + 1 : days
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** The weekday (0 is Sunday) of a day counted from 1 January 1970, which was a Thursday. */
export function weekdayOf(days: number): number {
  return (((days + 4) % 7) + 7) % 7
}

function yearOfDay(days: number): number {
  const guess = 1970 + Math.floor(days / MEAN_YEAR_DAYS) // off by at most one
  if (daysBeforeYear(guess) > days) return guess - 1
  return daysBeforeYear(guess + 1) <= days ? guess + 1 : guess
}

export const DAY_SECONDS = 86_400
const MEAN_YEAR_DAYS = 365.2425
const DAYS_FROM_YEAR_0_TO_1970 = 365 * 1970 + 492 - 19 + 4 // 492 years divisible by 4 in 1..1969, 19 by 100, 4 by 400
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
const MONTHS = DAYS_BEFORE_MONTH.map((_, index) => index + 1)
