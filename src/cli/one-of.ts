// An option whose value is one of a few words.
import { UsageError } from '../errors.ts'

export function oneOf<const T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value)
  if (!found) throw new UsageError(`${option} takes ${allowed.join(' or ')}, not ${value}`)
  return found
}
