// Weighs a folder by parts, and what each module in it brings.
import fs from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../../../src/errors.ts'
import { listAllFiles, listFiles, MANIFEST } from '../../../src/installation/manifest.ts'
import { type Budgets, type Limits, MEASURES, type Measure } from './budgets.ts'
import { brotliSize, hasXz, xzSize } from './compress.ts'
import { type Piece, piecesOf } from './modules.ts'

export type Sizes = Readonly<Partial<Record<Measure, number>>>

export interface PartSize {
  readonly name: string
  readonly files: number
  readonly sizes: Sizes
  readonly budget: Limits
  /** Measures in which it is over its budget. */
  readonly over: readonly Measure[]
}

export interface ModuleSize {
  readonly part: string
  readonly module: string
  readonly raw: number
  /** Compressed alone and quickly: to compare with others, not to add up. */
  readonly brotli: number
}

export interface Account {
  readonly parts: readonly PartSize[]
  readonly total: PartSize
  /** The heaviest first. */
  readonly modules: readonly ModuleSize[]
}

export interface Weighed {
  readonly account: Account
  readonly pieces: readonly Piece[]
}

/** `apart`: files that do not count. */
export function weigh(folder: string, budgets: Budgets, apart: readonly string[] = []): Weighed {
  const counted = filesOf(folder).filter((path) => !apart.includes(path))
  const contents = new Map(counted.map((path) => [path, fs.readFileSync(join(folder, path))]))
  const grouped = group([...contents.keys()], budgets)
  const xz = hasXz()
  const parts = [...grouped].map(([name, paths]) => {
    const archive = Buffer.concat(paths.flatMap((path) => entry(path, contents.get(path) ?? Buffer.of())))
    const raw = paths.reduce((sum, path) => sum + (contents.get(path)?.length ?? 0), 0)
    const sizes = { raw, brotli: brotliSize(archive), ...(xz ? { xz: xzSize(archive) } : {}) }
    return judged(name, paths.length, sizes, budgets.parts.find((part) => part.name === name)?.limits ?? {})
  })
  const sum = (measure: Measure) => parts.reduce((all, { sizes }) => all + (sizes[measure] ?? 0), 0)
  const sizes = { raw: sum('raw'), brotli: sum('brotli'), ...(xz ? { xz: sum('xz') } : {}) }
  const pieces = [...grouped].flatMap(([name, paths]) =>
    paths.flatMap((path) => piecesOf(name, path, contents.get(path) ?? Buffer.of())),
  )
  return { account: { parts, total: judged('total', contents.size, sizes, budgets.total), modules: modulesOf(pieces) }, pieces }
}

/** A bundle's manifest counts, what a machine made does not. */
function filesOf(folder: string): readonly string[] {
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`size: ${folder} is no folder`, { complete: true })
  const paths = fs.existsSync(join(folder, MANIFEST)) ? [...listFiles(folder), MANIFEST].sort() : listAllFiles(folder)
  const files = paths.filter((path) => fs.lstatSync(join(folder, path)).isFile())
  if (files.length === 0) throw new UsageError(`size: ${folder} has no files`, { complete: true })
  return files
}

/** Without budgets, each folder or file at the top is a part. */
function group(paths: readonly string[], { parts }: Budgets): ReadonlyMap<string, readonly string[]> {
  const grouped = new Map<string, string[]>(parts.map(({ name }) => [name, []]))
  for (const path of paths) {
    const name = parts.length === 0 ? (path.split('/')[0] ?? path) : (parts.find(({ holds }) => holds(path))?.name ?? OTHER)
    grouped.set(name, [...(grouped.get(name) ?? []), path])
  }
  for (const [name, files] of grouped)
    if (files.length === 0)
      throw new UsageError(`size: the budget ${name} has no part: no file fits its globs`, { complete: true })
  return grouped
}
const OTHER = 'in no part'

function entry(path: string, bytes: Buffer): readonly Buffer[] {
  return [Buffer.from(`${path}\0${bytes.length}\0`), bytes]
}

function judged(name: string, files: number, sizes: Sizes, budget: Limits): PartSize {
  const over = MEASURES.filter((measure) => (sizes[measure] ?? 0) > (budget[measure] ?? Number.POSITIVE_INFINITY))
  return { name, files, sizes, budget, over }
}

function modulesOf(pieces: readonly Piece[]): readonly ModuleSize[] {
  const grouped = new Map<string, Piece[]>()
  for (const piece of pieces) {
    const key = JSON.stringify([piece.part, moduleOf(piece)])
    grouped.set(key, [...(grouped.get(key) ?? []), piece])
  }
  return [...grouped]
    .map(([key, group]) => {
      const [part = '', module = ''] = JSON.parse(key) as string[] // written above
      const bytes = Buffer.concat(group.map((piece) => piece.bytes))
      return { part, module, raw: bytes.length, brotli: brotliSize(bytes, 'quick') }
    })
    .sort((a, b) => b.brotli - a.brotli)
}

const moduleOf = ({ path }: Piece) => (path[0]?.endsWith('.wasm') ? path.join(' ') : (path[0] ?? '').replace(/\.py$/, ''))
