// python-stdlib-subset/manifest.toml: which modules of the standard library a bundle has, and why not the others.
import { parse } from 'smol-toml'
import { UsageError } from '../../src/errors.ts'

export const SUBSETS = ['core', 'full'] as const
export type Subset = (typeof SUBSETS)[number]

/** `stub`: a module of that name is there and says that it can do nothing. */
const STATES = ['keep', 'drop', 'stub'] as const
export type State = (typeof STATES)[number]

export interface Entry {
  readonly name: string
  readonly state: Readonly<Record<Subset, State>>
  readonly reason: string
  /** What a script can use in its place. */
  readonly instead?: string
  /** Node's names of the systems that need it; all, where there are none. */
  readonly platforms?: readonly string[]
}

/** A module that Python itself has no longer. */
export interface Removed {
  readonly name: string
  /** The release that came without it. */
  readonly since: string
  readonly reason: string
  readonly instead?: string
}

export interface SubsetManifest {
  /** By name; a dotted one is an exception within its package, which speaks for all else in it. */
  readonly modules: ReadonlyMap<string, Entry>
  readonly removed: ReadonlyMap<string, Removed>
  /** What is in the engine and no module: src/engine/build/module-functions.ts has their names. */
  readonly features: ReadonlyMap<string, Entry>
  /** What functions of a kept module import and may miss: the importer, the imported, what does not work then. */
  readonly lacks: ReadonlyMap<string, Readonly<Record<string, string>>>
  /** Modules that read their own docstrings. */
  readonly docstrings: readonly string[]
}

type Table = Readonly<Record<string, unknown>>

/** Anything that is not as described is a UsageError that says where. */
export function parseSubsetManifest(text: string): SubsetManifest {
  const tables = parseToml(text)
  const docstrings: unknown = tables.docstrings
  if (!Array.isArray(docstrings)) throw wrong('docstrings', 'is a list of modules')
  return {
    modules: rows(tables, 'modules', entryOf),
    features: rows(tables, 'features', entryOf),
    removed: rows(tables, 'removed', (name, row) => ({
      name,
      since: textOf(row, name, 'since'),
      reason: textOf(row, name, 'reason'),
      ...insteadOf(row, name),
    })),
    lacks: rows(tables, 'lacks', (name, row) =>
      Object.fromEntries(Object.keys(row).map((imported) => [imported, textOf(row, name, imported)])),
    ),
    docstrings: docstrings.map(String),
  }
}

/** What the manifest says of a module: the entry of that name, or of the nearest package around it. */
export function entryFor(manifest: SubsetManifest, name: string): Entry | undefined {
  for (let at = name; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const entry = manifest.modules.get(at)
    if (entry) return entry
  }
  return undefined
}

function parseToml(text: string): Table {
  try {
    return parse(text)
  } catch (error) {
    const { message } = error as Error // smol-toml's own: a key that stands twice, a line that is no TOML
    throw new UsageError(`manifest.toml: ${message}`, { complete: true, cause: error })
  }
}

function rows<T>(tables: Table, title: string, read: (name: string, row: Table) => T): ReadonlyMap<string, T> {
  const table = tables[title]
  if (!isTable(table)) throw wrong(title, 'is a table')
  return new Map(
    Object.entries(table).map(([name, row]) => {
      if (!isTable(row)) throw wrong(name, 'is a table')
      return [name, read(name, row)]
    }),
  )
}

function entryOf(name: string, row: Table): Entry {
  for (const key of Object.keys(row))
    if (!['core', 'full', 'reason', 'instead', 'platforms'].includes(key)) throw wrong(name, `has no ${JSON.stringify(key)}`)
  const state = { core: stateOf(row, name, 'core'), full: stateOf(row, name, 'full') }
  if (state.core !== 'drop' && state.full === 'drop') throw wrong(name, 'is in core, so it is in full')
  const { platforms } = row
  return {
    name,
    state,
    reason: textOf(row, name, 'reason'),
    ...insteadOf(row, name),
    ...(Array.isArray(platforms) ? { platforms: platforms.map(String) } : {}),
  }
}

function stateOf(row: Table, name: string, subset: Subset): State {
  const found = STATES.find((each) => each === row[subset])
  if (!found) throw wrong(name, `says for ${subset} one of ${STATES.join(', ')}, not ${JSON.stringify(row[subset])}`)
  return found
}

function textOf(row: Table, name: string, key: string): string {
  const value = row[key]
  if (typeof value !== 'string' || value === '') throw wrong(name, `has a ${key}`)
  return value
}

function insteadOf(row: Table, name: string): { readonly instead?: string } {
  return row.instead === undefined ? {} : { instead: textOf(row, name, 'instead') }
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrong(name: string, what: string): UsageError {
  return new UsageError(`manifest.toml: ${name}: ${what}`, { complete: true })
}
