// For the tests in this folder only: the machine's own Python as the measure, run on the .py files beside this one.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { civilFromSeconds } from './civil.ts'
import { loadZone, type Zone, type ZoneFiles } from './zone.ts'

interface Question {
  /** TZ of the process; absent: not set. Nothing else is in its environment. */
  readonly tz?: string | undefined
  /** JSON on its standard input. */
  readonly input?: unknown
}

/** The JSON that a script prints; each call is a process of its own. */
export function askNative(script: string, { tz, input = null }: Question): unknown {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const env = tz === undefined ? {} : { TZ: tz }
  return JSON.parse(
    execFileSync('/usr/bin/python3', ['-I', path], { env, input: JSON.stringify(input), encoding: 'utf8', maxBuffer: 64 << 20 }),
  )
}

/** What native_zone.py prints. */
interface NativeZone {
  readonly constants: {
    readonly tzname: readonly string[]
    readonly timezone: number
    readonly altzone: number
    readonly daylight: number
  }
  readonly local: readonly (readonly [number, ...unknown[]])[]
  readonly mktime: readonly (readonly [number, number, number | null])[]
}

/** Everything on which this zone and the native one disagree, the native answer first; and how many answers were compared. */
export function compareWithNative(tz: string | undefined): { readonly compared: number; readonly differences: unknown[] } {
  const zone = loadZone(tz, machineZoneFiles())
  const native = askNative('native_zone.py', { tz }) as NativeZone // the script's own promise
  const { names: tzname, timezone, altzone, daylight } = zone
  const pairs: [unknown, unknown][] = [
    [native.constants, { tzname, timezone, altzone, daylight: Number(daylight) }],
    ...native.local.map((fields): [unknown, unknown] => [fields, localFields(zone, fields[0])]),
    ...native.mktime.map((answer): [unknown, unknown] => [
      answer,
      [answer[0], answer[1], zone.toUtc(answer[0], answer[1]) ?? null],
    ]),
  ]
  return {
    compared: pairs.length,
    differences: pairs.filter(([theirs, ours]) => JSON.stringify(theirs) !== JSON.stringify(ours)),
  }
}

/** The real files; throws when the machine has no zones, for then every comparison would be one of UTC with UTC. */
export function machineZoneFiles(): ZoneFiles {
  if (!existsSync('/usr/share/zoneinfo/Europe/Berlin')) {
    throw new Error('no time zones under /usr/share/zoneinfo: install the package tzdata to run this test')
  }
  return { read: (path) => (statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined) }
}

/** The instant, then time.struct_time with tm_gmtoff and tm_zone. */
function localFields(zone: Zone, instant: number): unknown[] {
  const { offsetSeconds, isDst, abbreviation } = zone.at(instant)
  return [instant, ...structTime(instant + offsetSeconds), Number(isDst), offsetSeconds, abbreviation]
}

/** In the order of time.struct_time, whose weeks begin on Monday and whose days of the year count from 1. */
export function structTime(utcSeconds: number): number[] {
  const { year, month, day, hour, minute, second, weekday, yearDay } = civilFromSeconds(utcSeconds)
  return [year, month, day, hour, minute, second, (weekday + 6) % 7, yearDay + 1]
}

/** Numbers that look random and are the same in each run (a linear congruential generator), from low to high, high excluded. */
export function diceOf(seed: number): (low: number, high: number) => number {
  let state = seed
  return (low, high) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return low + Math.floor((state / 2 ** 32) * (high - low))
  }
}
