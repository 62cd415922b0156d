// A length of time as it is written on the command line.
import { durationMs } from '../duration.ts'
import { UsageError } from '../errors.ts'
import { LONGEST_MS } from '../seats/limits.ts'

export function milliseconds(option: string, text: string): number {
  const found = durationMs(text)
  if (found > 0 && found <= LONGEST_MS) return found
  const why = Number.isNaN(found)
    ? `takes a time such as 30s, 1.5m, 500ms, 2h or a number of seconds, not ${JSON.stringify(text)}`
    : `takes more than nothing and at most ${Math.floor(LONGEST_MS / 3_600_000)}h, not ${text}`
  throw new UsageError(`${option} ${why}`, { complete: true })
}
