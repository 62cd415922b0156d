// Makes the folder of a bundle from what the build has made.
import fs from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from '../../src/installation/manifest.ts'
import { absentText } from '../subset/absent.ts'
import { assemble } from './assemble.ts'
import { engineComponents, javaScriptComponents, nodeComponent } from './components.ts'
import { copyContents, copyLaunchers, writeOwn } from './contents.ts'
import { engineFor } from './engine.ts'
import { type Executable, makeExecutable, NODE_LICENCE } from './executable/executable.ts'
import { PLATFORMS } from './platforms.ts'
import { SBOM, sbomOf } from './sbom.ts'
import { selectModules, type Wanted } from './subset.ts'
import { oneOf } from './suggest.ts'

const dist = join(import.meta.dirname, '..')
const root = join(dist, '..')

export const thisPlatform = () => oneOf('the platform', `${process.platform}-${process.arch}`, PLATFORMS)

export const TARGETS = ['dir', 'sea'] as const

export interface Details {
  readonly target?: Manifest['target']
  /** Where who misses a module may ask. */
  readonly support?: string
  /** Of data that the engine is without. */
  readonly fill?: number
}

/** What is not said is this machine's, and the subset full. */
export function makeFolder(
  out: string,
  wanted: Partial<Wanted> = {},
  { target = 'dir', support = '', fill = 0 }: Details = {},
): Manifest {
  const { platform = thisPlatform(), subset = 'full', with: others = [] } = wanted
  const { selection, manifest, graph } = selectModules(dist, { platform, subset, with: others })
  const engine = engineFor(dist, root, selection, fill)
  if (engine.spare.length > 0)
    console.error(
      `py-runner: the engine has ${engine.spare.join(', ')}, which this bundle does not need: a checkout makes one without`,
    )
  const { version } = JSON.parse(fs.readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string } // npm's own form
  const executable = target === 'sea' ? makeExecutable(oneOf('the platform', platform, PLATFORMS), thisPlatform()) : undefined
  const components = [
    ...engineComponents(new Set(graph.builtin.filter((name) => !engine.lacks.has(name)))),
    ...javaScriptComponents(dist),
    ...(executable ? [nodeComponent(executable.version)] : []),
  ]
  const head = { format: 1, name: 'py-runner', version, target, platform } as const
  return assemble(out, (folder) => {
    copyContents(dist, root, folder)
    if (executable) addExecutable(folder, executable)
    else copyLaunchers(dist, folder)
    const buildId = writeOwn(dist, folder, selection, engine, absentText(manifest, selection.states, support))
    fs.writeFileSync(join(folder, SBOM), sbomOf({ version, buildId, platform }, components))
    return { ...head, buildId, subset: [subset, ...others].join('+') }
  })
}

function addExecutable(folder: string, { name, bytes, licence }: Executable): void {
  fs.writeFileSync(join(folder, name), bytes)
  fs.writeFileSync(join(folder, NODE_LICENCE), licence)
}
