// Guards for JSON written by hand: each turns an unknown value into a typed one or says what is wrong with it.
// An object is read through `fields`, which refuses every key that its reader does not name.
import type { Bytes } from './bytes.ts'

export type FieldReader<Key extends string> = <Value>(key: Key, guard: (value: unknown) => Value) => Value | undefined

/** A reader for the fields of an object that may have the named keys and no others; an absent field reads as undefined. */
export function fields<Key extends string>(value: unknown, known: readonly Key[]): FieldReader<Key> {
  const found = new Map(Object.entries(objectField(value)))
  const names: readonly string[] = known
  for (const key of found.keys()) {
    if (!names.includes(key)) throw new Error(`unknown key "${key}"; known are ${names.join(', ')}`)
  }
  return (key, guard) => {
    if (!found.has(key)) return undefined
    try {
      return guard(found.get(key))
    } catch (error) {
      throw new Error(`"${key}": ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
  }
}

export function textField(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new Error(`${JSON.stringify(value)} is no text`)
  return value
}

export function numberField(value: unknown): number {
  if (typeof value !== 'number') throw new Error(`${JSON.stringify(value)} is no number`)
  return value
}

export function bytesField(value: unknown): Bytes {
  if (typeof value === 'string') return value
  const hex = fields(value, ['hex'])('hex', textField)
  if (hex === undefined || !/^([0-9a-f]{2})+$/.test(hex))
    throw new Error(`${JSON.stringify(value)} is neither text nor {"hex": …}`)
  return { hex }
}

export function listField<Item>(value: unknown, guard: (item: unknown) => Item): Item[] {
  if (!Array.isArray(value)) throw new Error(`${JSON.stringify(value)} is no list`)
  return value.map(guard)
}

/** An object used as a map from any name. */
export function mapField<Item>(value: unknown, guard: (item: unknown) => Item): Record<string, Item> {
  return Object.fromEntries(Object.entries(objectField(value)).map(([key, item]) => [key, guard(item)]))
}

function objectField(value: unknown): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${JSON.stringify(value)} is no object`)
  return value
}
