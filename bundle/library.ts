// The standard library and the guest's own modules: unpacked from the npm package, compiled by the engine itself.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { digest } from '../src/engine/engine-file.ts'
import type { Engine } from './engine.ts'
import { runProgram, startStage } from './stage.ts'

export interface LibraryOptions {
  readonly root: string
  readonly cache: string
  readonly engine: Engine
  readonly zip: string
  /** Where lib/ and guest.bin go. */
  readonly folder: string
}

interface GuestSource {
  readonly name: string
  readonly file: string
  readonly isPackage: boolean
  readonly platforms?: readonly string[]
}

export function buildLibrary({ root, cache, engine, zip, folder }: LibraryOptions): { readonly id: string } {
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
  return { id }
}

/** The folders of src/guest whose modules only some platforms have. */
const PLATFORM_FOLDERS = { posix: ['linux', 'darwin'], win32: ['win32'] } as const

/** Guest Python by its place: src/guest/_pyrunner is the package, bridges bring modules and, in overlays/, additions. */
function guestSources(root: string): readonly GuestSource[] {
  const sources: GuestSource[] = []
  const dotted = (path: string) => path.replace(/\.py$/, '').replaceAll('/', '.')
  const add = (name: string, file: string, platforms?: readonly string[]) =>
    sources.push({
      name: name.replace(/\.__init__$/, ''),
      file,
      isPackage: basename(file) === '__init__.py',
      ...(platforms ? { platforms } : {}),
    })
  const tree = (folder: string, prefix: string) => {
    for (const file of listPython(folder)) add(`${prefix}.${dotted(relative(folder, file))}`, file)
  }
  tree(join(root, 'src/guest/_pyrunner'), '_pyrunner')
  for (const [name, platforms] of Object.entries(PLATFORM_FOLDERS)) {
    const folder = join(root, 'src/guest', name)
    for (const file of listPython(folder)) add(dotted(relative(folder, file)), file, platforms)
  }
  tree(join(root, 'src/dialect'), '_pyrunner.dialect')
  for (const bridge of readdirSync(join(root, 'src/bridges'))) {
    const folder = join(root, 'src/bridges', bridge)
    for (const file of listPython(folder)) {
      const overlay = relative(folder, file).startsWith('overlays/')
      add(overlay ? `_pyrunner.${basename(file, '.py')}` : basename(file, '.py'), file)
    }
  }
  return sources.sort((a, b) => (a.name < b.name ? -1 : 1))
}

function listPython(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py') && !entry.name.startsWith('test_'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
