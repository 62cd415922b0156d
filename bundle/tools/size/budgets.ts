// Budgets: which files are a part, and how much a part may weigh. A client's own installer has a file of its own.
import fs from 'node:fs'
import picomatch from 'picomatch'
import { UsageError } from '../../../src/errors.ts'

export const MEASURES = ['raw', 'brotli', 'xz'] as const
export type Measure = (typeof MEASURES)[number]
/** Bytes. */
export type Limits = Readonly<Partial<Record<Measure, number>>>

export interface Budgets {
  readonly parts: readonly Part[]
  readonly total: Limits
}

export interface Part {
  readonly name: string
  readonly holds: (path: string) => boolean
  readonly limits: Limits
}

export const NO_BUDGETS: Budgets = { parts: [], total: {} }

/** `{ "parts": { NAME: { "files": [glob …], "raw": n, "brotli": n, "xz": n } }, "total": { … } }`; the first part that fits takes a file. `subset`: the file has such budgets by the name of a subset. */
export function readBudgets(file: string, subset?: string): Budgets {
  const wrong = (why: string, cause?: unknown) => new UsageError(`size: ${file}: ${why}`, { complete: true, cause })
  let read: unknown
  try {
    read = JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch (error) {
    throw wrong(
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : String((error as Error).message),
      error,
    )
  }
  const { parts, total = {}, ...others } = objectOf(subset === undefined ? read : objectOf(read)[subset])
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw wrong(`${unknown} is none of its keys: parts, total`)
  try {
    return {
      parts: Object.entries(objectOf(parts)).map(([name, part]) => partOf(name, objectOf(part))),
      total: limitsOf('total', objectOf(total)),
    }
  } catch (error) {
    throw wrong((error as Error).message, error)
  }
}

function partOf(name: string, { files, ...limits }: Readonly<Record<string, unknown>>): Part {
  if (!Array.isArray(files) || files.length === 0 || files.some((each) => typeof each !== 'string'))
    throw new TypeError(`the budget ${name} has no part: "files" lists the globs of its files`)
  const match = picomatch(files as string[], { dot: true })
  return { name, holds: (path) => match(path), limits: limitsOf(name, limits) }
}

function limitsOf(name: string, limits: Readonly<Record<string, unknown>>): Limits {
  for (const [measure, bytes] of Object.entries(limits)) {
    if (!(MEASURES as readonly string[]).includes(measure))
      throw new TypeError(`${name}: ${measure} is no measure; there are ${MEASURES.join(', ')}`)
    if (typeof bytes !== 'number' || !(bytes > 0))
      throw new TypeError(`${name}: ${measure} is a number of bytes, not ${JSON.stringify(bytes)}`)
  }
  return limits as Limits // each key and value was looked at
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError('it is no object of parts and a total')
  return value as Readonly<Record<string, unknown>>
}
