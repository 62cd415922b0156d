// Guest Python by its place in the sources: what goes into guest.bin.
import { existsSync, readdirSync } from 'node:fs'
import { basename, join, relative } from 'node:path'

export interface GuestSource {
  readonly name: string
  readonly file: string
  readonly isPackage: boolean
  readonly platforms?: readonly string[]
}

/** The folders of src/guest whose modules only some platforms have. */
const PLATFORM_FOLDERS = { posix: ['linux', 'darwin'], win32: ['win32'], darwin: ['darwin'] } as const

/** Guest Python by its place: src/guest/_pyrunner is the package, bridges bring modules and, in overlays/, additions. */
export function guestSources(root: string): readonly GuestSource[] {
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

export function listPython(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py') && !entry.name.startsWith('test_'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
