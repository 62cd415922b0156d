// A length of time as people write it, on the command line and in a profile.

const UNITS_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }
const UNIT_OF_BARE_NUMBERS = 's'

/** In milliseconds, rounded up; NaN where the text is no length of time. */
export function durationMs(text: string): number {
  const [, number, unit = UNIT_OF_BARE_NUMBERS] = /^(\d+(?:\.\d+)?|\.\d+)(ms|s|m|h)?$/.exec(text) ?? []
  return Math.ceil(Number(number) * (UNITS_MS[unit] ?? Number.NaN))
}
