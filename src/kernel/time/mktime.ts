// mktime(3): from local civil time to UTC, by glibc's rule (time/mktime.c, __mktime_internal) for the first call of a process.
// A later call there starts from the offset that the one before ended with; here each starts from 0 and depends on nothing else.
import { type CivilFields, secondsFromCivil } from './civil.ts'
import type { Zone } from './zone.ts'

/** The fields and tm_isdst (negative: unknown) to UTC seconds; undefined is mktime's failure, EOVERFLOW. */
export function mktime(zone: Pick<Zone, 'toUtc'>, fields: CivilFields, isDst: number): number | undefined {
  // Seconds outside a minute are elapsed time, added after the search: 01:59:60 before a gap is its first second.
  const second = Math.min(Math.max(fields.second, 0), 59)
  const utcSeconds = zone.toUtc(secondsFromCivil({ ...fields, second }), isDst)
  return utcSeconds === undefined ? undefined : utcSeconds + fields.second - second
}

/**
 * The search. A guess is corrected by the error of its local time until it fits or the guesses repeat.
 * - Overlap, isDst unknown: the guess comes from UTC's side, hence the later one east of Greenwich, the earlier one west of it.
 * - Overlap, isDst given: the instant that has it.
 * - Gap: the requested time under one of the two offsets; isDst unknown takes the one that lands in daylight saving time, isDst
 *   given the one that lands in the other kind; undefined if both sides are as asked (Pacific/Apia, 30 December 2011, isDst 1).
 * - A time that exists but with the other isDst: the offset of the nearest time that has it, else one hour's difference.
 */
export function localToUtc(at: Zone['at'], localSeconds: number, isDst: number): number | undefined {
  let guess = localSeconds
  let last = localSeconds
  let lastButOne = localSeconds
  let lastIsDst = false
  for (let probe = 0; probe < MAX_PROBES; probe++) {
    const time = at(guess)
    const error = localSeconds - (guess + time.offsetSeconds)
    if (error === 0) return isOtherDst(isDst, time.isDst) ? withIsDst(at, localSeconds, guess, isDst) : guess
    const isRepeated = guess === lastButOne && guess !== last
    if (isRepeated && (isDst < 0 ? time.isDst || !lastIsDst : isOtherDst(isDst, time.isDst))) return guess
    lastButOne = last
    last = guess
    lastIsDst = time.isDst
    guess += error
  }
  return undefined
}

function isOtherDst(wanted: number, found: boolean): boolean {
  return wanted >= 0 && (wanted !== 0) !== found
}

/** The local time exists, but with the other isDst: look for the wanted one's offset ever farther away, past before future. */
function withIsDst(at: Zone['at'], localSeconds: number, utcSeconds: number, isDst: number): number {
  for (let distance = STRIDE_SECONDS; distance < FARTHEST_SECONDS; distance += STRIDE_SECONDS) {
    for (const probe of [utcSeconds - distance, utcSeconds + distance]) {
      const time = at(probe)
      if (!isOtherDst(isDst, time.isDst)) return localSeconds - time.offsetSeconds
    }
  }
  return isDst === 0 ? utcSeconds + 3600 : utcSeconds - 3600
}

const MAX_PROBES = 6 // as many as glibc makes; in a gap it takes four or five to see that the guesses repeat
const STRIDE_SECONDS = 601_200 // the shortest daylight saving time known: America/Recife, October 2000
const FARTHEST_SECONDS = 457_243_209 / 2 + STRIDE_SECONDS // half the longest with an odd offset: Cambridge Bay, 1965 to 1980
