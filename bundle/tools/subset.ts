// Which modules of the standard library a bundle has: a subset of the manifest, and what was asked for besides.
import fs from 'node:fs'
import { join } from 'node:path'
import { type Selection, select } from '../subset/closure.ts'
import type { ImportGraph } from '../subset/imports.ts'
import { parseSubsetManifest, type Subset, type SubsetManifest } from '../subset/manifest.ts'

/** Written by the build: bundle/packed-library.ts. */
const folderIn = (dist: string) => join(dist, 'tools/subset')

export interface Wanted {
  readonly subset: Subset
  readonly with: readonly string[]
  /** As PLATFORMS has it. */
  readonly platform: string
}

export interface Selected {
  readonly selection: Selection
  readonly manifest: SubsetManifest
  readonly graph: ImportGraph
}

export function selectModules(dist: string, { subset, with: others, platform }: Wanted): Selected {
  const folder = folderIn(dist)
  const manifest = parseSubsetManifest(fs.readFileSync(join(folder, 'manifest.toml'), 'utf8'))
  const graph = JSON.parse(fs.readFileSync(join(folder, 'imports.json'), 'utf8')) as ImportGraph // the build's own
  const selection = select(manifest, graph, { subset, with: others, platform: platform.split('-')[0] ?? platform })
  return { selection, manifest, graph }
}

/** The modules' sources without comments, by their names in the library. */
export function librarySources(dist: string, { files }: Selection): ReadonlyMap<string, Uint8Array> {
  return new Map(files.map((file) => [file, fs.readFileSync(join(folderIn(dist), 'library', file))]))
}
