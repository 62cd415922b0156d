// The standard library and the guest's own modules: unpacked from the npm package, compiled by the engine itself.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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
  /** Where lib/ and guest.bin go. */
  readonly folder: string
}

export function buildLibrary({ root, cache, engine, zip, folder }: LibraryOptions): {
  readonly id: string
  readonly packed: PackedLibrary
} {
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
    mkdirSync(join(work, 'lib/lib/python3.14'), { recursive: true })
    cpSync(join(root, 'scripthelper'), join(work, 'lib/lib/python3.14/scripthelper'), { recursive: true })
    const plan = join(work, 'plan.json')
    writeFileSync(
      plan,
      JSON.stringify({ zip, library: join(work, 'lib/lib/python3.14'), guest: join(work, 'guest.bin'), sources }),
    )
    const stage = startStage(engine.wasm, engine.memoryPages, [zip], ['prepare_library', plan])
    runProgram(stage, program)
    rmSync(plan)
    renameSync(work, kept)
  }
  const stamp = join(folder, 'library.id')
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== id) {
    rmSync(join(folder, 'lib'), { recursive: true, force: true })
    cpSync(kept, folder, { recursive: true })
    writeFileSync(stamp, id)
  }
  const library = join(kept, 'lib/lib/python3.14')
  const programs = listPython(join(root, 'src/check/program'))
  return { id, packed: packLibrary({ root, cache, engine, zip, library, sources, programs }) }
}
