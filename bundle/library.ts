// The standard library and the guest's own modules: unpacked from the npm package, compiled by the engine itself.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digest } from '../src/engine/engine-file.ts'
import type { Engine } from './engine.ts'
import { guestSources, listPython } from './guest-sources.ts'
import { type PackedLibrary, packLibrary } from './packed-library.ts'
import { runProgram, startStage } from './stage.ts'

export interface LibraryOptions {
  readonly root: string
  readonly cache: string
  readonly engine: Engine
  readonly zip: string
  /** Where library.zip and guest.bin go. */
  readonly folder: string
}

export interface BuiltLibrary {
  readonly id: string
  /** The library's files by their names in its folder, each with what Python compiled. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly packed: PackedLibrary
}

export function buildLibrary({ root, cache, engine, zip, folder }: LibraryOptions): BuiltLibrary {
  const program = readFileSync(join(root, 'bundle/prepare_library.py'), 'utf8')
  const sources = guestSources(root)
  const helpers = listPython(join(root, 'scripthelper'))
  const parts = [
    digest(engine.wasm),
    digest(readFileSync(zip)),
    program,
    ...sources.map(({ name, file, platforms }) => [name, ...(platforms ?? []), digest(readFileSync(file))].join(' ')),
    ...helpers.map((file) => digest(readFileSync(file))),
  ]
  const id = digest(Buffer.from(parts.join()))
  const kept = join(cache, `library-${id.slice(0, 16)}`)
  if (!existsSync(kept)) {
    const work = `${kept}.tmp`
    rmSync(work, { recursive: true, force: true })
    mkdirSync(join(work, 'library'), { recursive: true })
    cpSync(join(root, 'scripthelper'), join(work, 'library/scripthelper'), { recursive: true })
    const plan = join(work, 'plan.json')
    writeFileSync(plan, JSON.stringify({ zip, library: join(work, 'library'), guest: join(work, 'guest.bin'), sources }))
    const stage = startStage(engine.wasm, engine.memoryPages, [zip], ['prepare_library', plan])
    runProgram(stage, program)
    rmSync(plan)
    renameSync(work, kept)
  }
  cpSync(join(kept, 'guest.bin'), join(folder, 'guest.bin'))
  const library = join(kept, 'library')
  const names = readdirSync(library, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(library, name)).isFile(),
  )
  const files = new Map(names.map((name) => [name, readFileSync(join(library, name))]))
  const programs = listPython(join(root, 'src/check/program'))
  return { id, files, packed: packLibrary({ root, cache, engine, zip, library, sources, programs }) }
}
