// The time zone that TZ or the machine names, as the guest's C library and time module see it: from zone files, without Intl.
// Behaviour is glibc's (time/tzset.c, time/tzfile.c). Pure: files come through `read`, and a zone once loaded never changes.
import { localToUtc } from './mktime.ts'
import { type PosixTz, parsePosixTz, posixLocalTime } from './posix-tz.ts'
import { parseTzif, type TzifData } from './tzif.ts'

export interface LocalTime {
  /** East of UTC. */
  readonly offsetSeconds: number
  readonly isDst: boolean
  readonly abbreviation: string
}

export interface Zone {
  at(utcSeconds: number): LocalTime
  /** mktime(3): local civil seconds (as if UTC) and tm_isdst (-1, 0, 1) to UTC seconds; undefined is EOVERFLOW. See mktime.ts. */
  toUtc(localSeconds: number, isDst: number): number | undefined
  /** time.tzname: standard, then daylight saving time; the same name twice where there is none. */
  readonly names: readonly [string, string]
  /** time.timezone and time.altzone: seconds west of UTC. */
  readonly timezone: number
  readonly altzone: number
  readonly daylight: boolean
}

/** Answers undefined for what is not there, not a regular file or not readable. */
export interface ZoneFiles {
  read(path: string): Uint8Array | undefined
}

/**
 * @param tz the guest's TZ, or undefined for the machine's zone, /etc/localtime. A leading ':' is ignored, files go before POSIX.
 * @param nowSeconds decides which year's names and offsets count as current.
 */
export function loadZone(tz: string | undefined, files: ZoneFiles, nowSeconds: number = Date.now() / 1000): Zone {
  const at = clockOf(tz, files)
  return { at, toUtc: (localSeconds, isDst) => localToUtc(at, localSeconds, isDst), ...currentRules(at, nowSeconds) }
}

type Clock = Zone['at']

function clockOf(tz: string | undefined, files: ZoneFiles): Clock {
  const name = tz === undefined ? LOCALTIME : tz.replace(/^:/, '')
  if (name === '') return () => UTC
  const data = readZoneFile(name, files)
  if (data) return fileClock(data)
  if (name === LOCALTIME) return () => UTC
  return posixClock(parsePosixTz(name))
}

/** A damaged file is no file. Unlike glibc's, a relative name cannot leave the zone folder: TZ comes from the guest. */
function readZoneFile(name: string, files: ZoneFiles): TzifData | undefined {
  if (!name.startsWith('/') && name.split('/').includes('..')) return undefined
  const bytes = files.read(name.startsWith('/') ? name : `${ZONE_FOLDER}/${name}`)
  return bytes && parseTzif(bytes)
}

function fileClock({ transitions, types, footer }: TzifData): Clock {
  const beforeFirst = types.find(({ isDst }) => !isDst) ?? types[0]
  const afterLast = footer === '' ? undefined : posixClock(parsePosixTz(footer))
  return (utcSeconds) => {
    const past = countUntil(transitions, utcSeconds)
    if (past > 0 && past === transitions.length && afterLast) return afterLast(utcSeconds)
    return transitions[past - 1]?.localTime ?? beforeFirst
  }
}

/** How many transitions have happened, that of this very second included; a binary search. */
function countUntil(transitions: TzifData['transitions'], utcSeconds: number): number {
  let low = 0
  let high = transitions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((transitions[middle]?.utcSeconds ?? utcSeconds) <= utcSeconds) low = middle + 1
    else high = middle
  }
  return low
}

function posixClock(posix: PosixTz): Clock {
  return (utcSeconds) => posixLocalTime(posix, utcSeconds)
}

/** CPython, Modules/timemodule.c, init_timezone: the zone about 1 January and 1 July; the one farther west is standard. */
function currentRules(at: Clock, nowSeconds: number): Pick<Zone, 'names' | 'timezone' | 'altzone' | 'daylight'> {
  const january = Math.floor(nowSeconds / YEAR_SECONDS) * YEAR_SECONDS
  const winter = at(january)
  const summer = at(january + YEAR_SECONDS / 2)
  const [standard, other] = winter.offsetSeconds > summer.offsetSeconds ? [summer, winter] : [winter, summer]
  return {
    names: [standard.abbreviation.slice(0, MAX_NAME), other.abbreviation.slice(0, MAX_NAME)],
    timezone: 0 - standard.offsetSeconds,
    altzone: 0 - other.offsetSeconds,
    daylight: standard.offsetSeconds !== other.offsetSeconds,
  }
}

const UTC: LocalTime = { offsetSeconds: 0, isDst: false, abbreviation: 'UTC' }
const LOCALTIME = '/etc/localtime'
const ZONE_FOLDER = '/usr/share/zoneinfo'
const YEAR_SECONDS = (365 * 24 + 6) * 3600
const MAX_NAME = 9 // characters that CPython keeps in time.tzname
