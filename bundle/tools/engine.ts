// The engine of a bundle: without the C code of modules that the bundle leaves out. A checkout makes one for each set of modules and
// keeps it beside these tools; the npm package has those of the subsets, and takes the smallest that has all that is asked for.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { join } from 'node:path'
import {
  NEVER_USED,
  OBJECT_FILES,
  type ObjectFileName,
  type ObjectFiles,
  objectFilesBeside,
} from '../../src/engine/build/module-functions.ts'
import type { WasmFacts } from '../../src/engine/facts.ts'
import { InternalError } from '../../src/errors.ts'
import type { Selection } from '../subset/closure.ts'

export interface BundleEngine {
  readonly wasm: Uint8Array
  /** What the build wrote down about it. */
  readonly facts: WasmFacts
  /** Modules that the build's own engine has and this one lacks. */
  readonly lacks: ReadonlySet<string>
  /** What a checkout would have left out, and the npm package cannot. */
  readonly spare: readonly ObjectFileName[]
}

/** `dist`: what the build has made; `root`: the checkout or package around it; `fill`: of data that is left out, for tests. */
export function engineFor(dist: string, root: string, selection: Selection, fill = 0): BundleEngine {
  const without = objectFilesBeside(selection.engine)
  const place = join(dist, 'tools/subset/engines')
  const names = fs.existsSync(join(root, 'bundle/build.mjs')) ? made(place, root, without, fill) : nearest(place, without)
  const spare = without.filter((name) => !(names ?? NEVER_USED).includes(name))
  const folder = names ? join(place, nameOf(names, fill)) : join(dist, 'engine')
  return { wasm: fs.readFileSync(join(folder, 'engine.wasm')), facts: factsIn(folder), lacks: modulesOf(names ?? []), spare }
}

/** The folder's name says what is left out, by the numbers of the list. */
const ALL = Object.keys(OBJECT_FILES) as readonly ObjectFileName[]
const nameOf = (names: readonly ObjectFileName[], fill: number) => {
  const numbers = names.map((name) => ALL.indexOf(name)).sort((a, b) => a - b)
  return `without-${numbers.join('-')}${fill === 0 ? '' : `+${fill}`}`
}
const namesOf = (folder: string) =>
  folder
    .split('-')
    .slice(1)
    .map((at) => ALL[Number(at)] as ObjectFileName) // as nameOf() wrote it

function made(
  place: string,
  root: string,
  without: readonly ObjectFileName[],
  fill: number,
): readonly ObjectFileName[] | undefined {
  if (without.length === NEVER_USED.length && fill === 0) return undefined // the build's own engine
  const folder = join(place, nameOf(without, fill))
  if (!fs.existsSync(folder)) build(root, ['engine', folder, String(fill), ...without])
  return without
}

function build(root: string, words: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'bundle/build.mjs'), ...words], { encoding: 'utf8' })
  if (status !== 0) throw new InternalError(`the engine of the bundle could not be made: ${stderr.trim()}`)
}

function nearest(place: string, without: readonly ObjectFileName[]): readonly ObjectFileName[] | undefined {
  const can = (fs.existsSync(place) ? fs.readdirSync(place) : [])
    .filter((folder) => !folder.includes('+'))
    .map(namesOf)
    .filter((names) => names.every((name) => without.includes(name)))
  return can.sort((a, b) => b.length - a.length)[0]
}

function modulesOf(names: readonly ObjectFileName[]): ReadonlySet<string> {
  return new Set(names.flatMap((name): readonly string[] => (OBJECT_FILES[name] as ObjectFiles).modules))
}

function factsIn(folder: string): WasmFacts {
  return JSON.parse(fs.readFileSync(join(folder, 'engine.json'), 'utf8')) as WasmFacts // the build's own, perhaps with more
}
