// A word that must be one of a list; what is none is answered with the nearest.
import { UsageError } from '../../src/errors.ts'

export function oneOf<const T extends string>(what: string, word: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === word)
  if (found) return found
  const all = allowed.length > LISTED ? '' : `; there are ${allowed.join(', ')}`
  throw new UsageError(`${what} ${JSON.stringify(word)} is unknown${meantBy(word, allowed)}${all}`, { complete: true })
}

/** " (did you mean that?)", or nothing where none is near. */
export function meantBy(word: string, known: readonly string[]): string {
  const [nearest] = known.map((each) => ({ each, far: distance(word, each) })).sort((a, b) => a.far - b.far)
  return nearest && nearest.far <= Math.max(2, word.length / 3) ? ` (did you mean ${nearest.each}?)` : ''
}

/** More names than this are no help in a message. */
const LISTED = 20

/** Levenshtein's: letters to insert, delete or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length] ?? 0
}
