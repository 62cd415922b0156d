// Which files a subset has. The manifest says which modules; that these have all they import is computed and checked here.
import { InternalError, UsageError } from '../../src/errors.ts'
import { oneOf } from '../tools/suggest.ts'
import { type ImportGraph, withPackages } from './imports.ts'
import { entryFor, type State, type Subset, type SubsetManifest } from './manifest.ts'

export interface Selection {
  readonly subset: Subset
  /** Node's name of the system that it is for. */
  readonly platform: string
  /** Modules that the subset lacks and this bundle has. */
  readonly with: readonly string[]
  /** Of every name in the manifest. */
  readonly states: ReadonlyMap<string, State>
  /** What the engine has to have, of its modules and of the manifest's features. */
  readonly engine: ReadonlySet<string>
  /** Modules of the library that are in, and their files within its folder, in order. */
  readonly modules: readonly string[]
  readonly files: readonly string[]
}

export interface Asked {
  readonly subset: Subset
  readonly with?: readonly string[]
  /** Node's name of the system it is for. */
  readonly platform: string
}

/** An unknown module, or one that cannot work, is a UsageError; a manifest that is not closed is an InternalError that lists why. */
export function select(manifest: SubsetManifest, graph: ImportGraph, asked: Asked): Selection {
  const states = new Map([...manifest.modules.values()].map(({ name, state }) => [name, state[asked.subset]]))
  const features = new Set(
    [...manifest.features.values()].filter(({ state }) => state[asked.subset] === 'keep').map(({ name }) => name),
  )
  for (const name of asked.with ?? [])
    if (manifest.features.has(name)) features.add(name)
    else add(manifest, graph, states, name)
  const isKept = keeps(graph, states)
  const problems = [...missing(manifest, graph), ...gaps(manifest, graph, isKept)]
  if (problems.length > 0) throw new InternalError(`the subset ${asked.subset} is not closed:\n  ${problems.join('\n  ')}`)
  const modules = Object.keys(graph.modules)
    .filter((name) => graph.modules[name]?.file !== '' && isKept(name))
    .filter((name) => entryFor(manifest, name)?.platforms?.includes(asked.platform) ?? true)
    .sort()
  const files = modules.map((name) => graph.modules[name]?.file ?? '')
  const engine = new Set([...graph.builtin.filter(isKept), ...features])
  return { subset: asked.subset, platform: asked.platform, with: asked.with ?? [], states, engine, modules, files }
}

/** Changes `states` so that a module is in, with all that it needs. */
function add(manifest: SubsetManifest, graph: ImportGraph, states: Map<string, State>, asked: string): void {
  oneOf('the module', asked, [...manifest.modules.keys(), ...manifest.features.keys()])
  const pending = [asked]
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const dropped = withPackages(name).filter((each) => states.get(each) === 'drop')
    for (const each of dropped) {
      const { state, reason } = manifest.modules.get(each) ?? {}
      if (state?.full === 'drop')
        throw new UsageError(`${asked}${each === asked ? '' : ` needs ${each}, which`} cannot be had: ${reason}`, {
          complete: true,
        })
      states.set(each, 'keep')
      const inside = Object.keys(graph.modules)
        .filter((module) => module === each || module.startsWith(`${each}.`))
        .filter((module) => canBeHad(manifest, module))
      for (const module of inside) {
        const { needed = [], deferred = [], guarded = [] } = graph.modules[module] ?? {}
        // Of a module that was asked for, its core in C too, which it tries and does without: where there is one.
        const cores = guarded.filter((core) => core === `_${each}`)
        pending.push(...needed, ...[...deferred, ...cores].filter((other) => canBeHad(manifest, other)))
      }
    }
  }
}

function canBeHad(manifest: SubsetManifest, name: string): boolean {
  return withPackages(name).every((each) => manifest.modules.get(each)?.state.full !== 'drop')
}

/** Names of modules that the interpreter makes or renames itself. */
const MADE = new Set(['os.path', 'collections.abc', '_frozen_importlib', '_frozen_importlib_external', '_posix'])

/** Whether a module is there: kept by name, as part of a kept package, or none of the manifest's business. */
function keeps(graph: ImportGraph, states: ReadonlyMap<string, State>): (name: string) => boolean {
  const builtin = new Set(graph.builtin)
  return (name) => {
    if (MADE.has(name)) return true
    if (!builtin.has(name) && !graph.modules[name]) return false
    return withPackages(name).every((each) => states.get(each) !== 'drop')
  }
}

/** Names of CPython's list that the manifest lacks, and names that nobody knows. */
function missing(manifest: SubsetManifest, graph: ImportGraph): readonly string[] {
  const known = new Set([...graph.standard, ...Object.keys(graph.modules), ...graph.builtin])
  return [
    ...graph.standard.filter((name) => !manifest.modules.has(name)).map((name) => `${name} is not in the manifest`),
    ...[...manifest.modules.keys()].filter((name) => !known.has(name)).map((name) => `${name} is no module`),
    ...manifest.docstrings.filter((name) => !graph.modules[name]).map((name) => `docstrings: ${name} is no module`),
  ]
}

/** What a kept module, or one of the guest's own, imports and would not find. */
function gaps(manifest: SubsetManifest, graph: ImportGraph, isKept: (name: string) => boolean): readonly string[] {
  const found: string[] = []
  for (const [name, imports] of Object.entries(graph.modules)) {
    if (!isKept(name)) continue
    const fallbacks = imports.fallbacks.filter(([, tried]) => !tried.every(isKept)).map(([module]) => module)
    for (const each of [...imports.needed, ...fallbacks])
      for (const part of withPackages(each)) if (!isKept(part)) found.push(`${name} needs ${part}, which is dropped or not there`)
    const allowed = manifest.lacks.get(name) ?? {}
    for (const each of imports.deferred)
      if (!withPackages(each).every(isKept) && !allowed[each])
        found.push(`${name} imports ${each} in a function, which is dropped or not there, and [lacks] does not say so`)
  }
  return [...new Set(found)]
}
