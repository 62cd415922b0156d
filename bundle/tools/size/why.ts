// Which modules of the library import one: told from their sources by a program in the guest, whose library it is.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { InternalError, UsageError } from '../../../src/errors.ts'
import { meantBy } from '../suggest.ts'

type Graph = Readonly<Record<string, readonly (readonly [imported: string, how: 'import' | 'later'])[]>>

export function why(module: string): string {
  const graph = importGraph()
  const known = [...new Set([...Object.keys(graph), ...Object.values(graph).flatMap((each) => each.map(([name]) => name))])]
  if (!known.includes(module))
    throw new UsageError(`size: the library has no module ${JSON.stringify(module)}${meantBy(module, known)}`, { complete: true })
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

function importGraph(): Graph {
  const tools = import.meta.dirname
  const words = [join(tools, '../cli.js'), '--seat', 'worker', join(tools, 'imports.py')]
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 1e8 })
  if (status !== 0) throw new InternalError(`the library could not be read: ${stderr.trim()}`)
  return JSON.parse(stdout) as Graph // written by imports.py
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
