// What bundles are made from, in dist/tools: the library and the guest's modules without what only a reader needs, and who imports what.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digest } from '../src/engine/engine-file.ts'
import type { InitialSettings } from '../src/engine/initial-settings.ts'
import type { Engine } from './engine.ts'
import type { GuestSource } from './guest-sources.ts'
import { runProgram, startStage } from './stage.ts'
import { select } from './subset/closure.ts'
import type { ImportGraph } from './subset/imports.ts'
import { parseSubsetManifest, type State, SUBSETS, type SubsetManifest } from './subset/manifest.ts'

export interface PackedLibraryOptions {
  readonly root: string
  readonly cache: string
  readonly engine: Engine
  readonly zip: string
  /** The library as it was unpacked. */
  readonly library: string
  readonly sources: readonly GuestSource[]
  /** Modules of the guest that are run as programs. */
  readonly programs: readonly string[]
}

export interface PackedLibrary {
  /** Folder of the sources. */
  readonly library: string
  /** The guest's modules, as prepare_library.py writes them. */
  readonly guest: string
  readonly imports: ImportGraph
  readonly manifest: SubsetManifest
  /** What the manifest says of each module for the largest subset. */
  readonly full: ReadonlyMap<string, State>
}

/** Each half is kept by what it is made from: the library's takes a minute, the guest's a moment. A subset that is not closed stops it. */
export function packLibrary(options: PackedLibraryOptions): PackedLibrary {
  const { root, engine } = options
  const text = (name: string) => readFileSync(join(root, name), 'utf8')
  const manifest = parseSubsetManifest(text('python-stdlib-subset/manifest.toml'))
  const packed = keep(options, [text('bundle/pack_library.py'), manifest.docstrings.join()], (work) => {
    const plan = { library: options.library, target: join(work, 'library'), docstrings: manifest.docstrings }
    run(options, text('bundle/pack_library.py'), plan, work)
  })
  const { sources: guestSources } = options
  const guestParts = guestSources.map(({ name, file, platforms = [] }) =>
    [name, ...platforms, digest(readFileSync(file))].join(' '),
  )
  const guest = keep(options, [digest(engine.wasm), text('bundle/pack_guest.py'), ...guestParts], (work) =>
    run(options, text('bundle/pack_guest.py'), { sources: guestSources, target: join(work, 'guest.bin') }, work),
  )
  const ofLibrary = imports(options, text('bundle/library_imports.py'), { library: options.library, sources: [], known: [] }, [])
  const sources = [
    ...options.sources.map(({ name, file, isPackage }) => [name, file, isPackage] as const),
    ...options.programs.map((file) => [file.replace(/^.*\/|\.py$/g, ''), file, false] as const),
  ]
  const plan = { library: '', sources, known: Object.keys(ofLibrary.modules) }
  const digests = [digest(engine.wasm), ...sources.map(([name, file]) => name + digest(readFileSync(file)))]
  const ofGuest = imports(options, text('bundle/library_imports.py'), plan, digests)
  const graph = { ...ofGuest, modules: { ...ofLibrary.modules, ...ofGuest.modules } }
  for (const subset of SUBSETS) for (const platform of ['linux', 'darwin', 'win32']) select(manifest, graph, { subset, platform })
  const { states: full } = select(manifest, graph, { subset: 'full', platform: 'linux' })
  return { library: join(packed, 'library'), guest: join(guest, 'guest.bin'), imports: graph, manifest, full }
}

function imports(options: PackedLibraryOptions, program: string, plan: object, parts: readonly string[]): ImportGraph {
  const kept = keep(options, [program, ...parts], (work) =>
    run(options, program, { ...plan, target: join(work, 'imports.json') }, work),
  )
  return JSON.parse(readFileSync(join(kept, 'imports.json'), 'utf8')) as ImportGraph // written by library_imports.py
}

/** A folder of results, made once for the npm package's library and `parts`. */
function keep({ cache, root, zip }: PackedLibraryOptions, parts: readonly string[], make: (work: string) => void): string {
  const library = [digest(readFileSync(zip)), readFileSync(join(root, 'bundle/prepare_library.py'), 'utf8')]
  const folder = join(cache, `packed-${digest(Buffer.from([...library, ...parts].join())).slice(0, 16)}`)
  if (existsSync(folder)) return folder
  const work = `${folder}.tmp`
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work)
  make(work)
  renameSync(work, folder)
  return folder
}

function run({ engine, zip }: PackedLibraryOptions, program: string, plan: object, work: string): void {
  const file = join(work, 'plan.json')
  writeFileSync(file, JSON.stringify(plan))
  runProgram(startStage(engine.wasm, engine.memoryPages, [zip], ['program', file], NO_COLUMNS), program)
  rmSync(file)
}

/** A field of PyConfig: what is compiled gets no columns. */
const NO_COLUMNS: InitialSettings = [['code_debug_ranges', 0]]

/** Puts it where the tools find it. */
export function writePackedLibrary({ library, guest, imports }: PackedLibrary, root: string): void {
  const folder = join(root, 'dist/tools/subset')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(library, join(folder, 'library'), { recursive: true })
  cpSync(guest, join(folder, 'guest.bin'))
  cpSync(join(root, 'python-stdlib-subset/manifest.toml'), join(folder, 'manifest.toml'))
  writeFileSync(join(folder, 'imports.json'), JSON.stringify(imports))
}
