// Which modules of the library import one: by the graph that the closure of a subset is computed from, of those that the subset has.
import { join } from 'node:path'
import { UsageError } from '../../../src/errors.ts'
import type { Subset } from '../../subset/manifest.ts'
import { type Selected, selectModules } from '../subset.ts'
import { meantBy } from '../suggest.ts'

type Graph = Readonly<Record<string, readonly (readonly [imported: string, how: 'import' | 'later'])[]>>

export function why(module: string, subset: Subset, platform: string): string {
  const selected = selectModules(join(import.meta.dirname, '..'), { subset, with: [], platform })
  const known = [...new Set([...Object.keys(selected.graph.modules), ...selected.graph.builtin])]
  if (!known.includes(module))
    throw new UsageError(`size: the library has no module ${JSON.stringify(module)}${meantBy(module, known)}`, { complete: true })
  const graph = importsOf(selected)
  const importers = (how: 'import' | 'later') =>
    Object.keys(graph).filter(
      (name) => graph[name]?.some(([imported, kind]) => kind === how && belongs(imported, module)) && !belongs(name, module),
    )
  const direct = importers('import')
  const all = pulled(graph, module)
  return [
    `${module} is imported by`,
    ...section('to be loaded', direct),
    ...section('later, or if it is there', importers('later')),
    ...section(
      'and through those by',
      [...all].filter((name) => !direct.includes(name)),
    ),
  ].join('\n')
}

/** What a subset keeps, and what each of that imports. */
function importsOf({ graph, selection }: Selected): Graph {
  return Object.fromEntries(
    selection.modules.map((name) => {
      const { needed = [], deferred = [], guarded = [] } = graph.modules[name] ?? {}
      const of = (names: readonly string[], how: 'import' | 'later') => names.map((each) => [each, how] as const)
      return [name, [...of(needed, 'import'), ...of([...deferred, ...guarded], 'later')]]
    }),
  )
}

const belongs = (name: string, module: string) => name === module || name.startsWith(`${module}.`)

/** All whose loading loads the module. */
function pulled(graph: Graph, module: string): ReadonlySet<string> {
  const found = new Set<string>()
  let before = -1
  while (found.size !== before) {
    before = found.size
    for (const [name, imports] of Object.entries(graph))
      if (
        !belongs(name, module) &&
        imports.some(([imported, how]) => how === 'import' && (belongs(imported, module) || found.has(imported)))
      )
        found.add(name)
  }
  return found
}

function section(title: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`  ${title}: ${[...names].sort().join(', ')}`]
}
