// A folder as data: every name below it with kind, mode and content, so that two folders can be compared exactly.
// Names are read as bytes, because a script may leave names that are not UTF-8.
import type { Stats } from 'node:fs'
import { lstat, readdir, readFile, readlink } from 'node:fs/promises'
import { show } from './bytes.ts'

/** From the shown name to what is there: `file 644: text`, `link: target`, `folder 755`. */
export type FolderTree = Readonly<Record<string, string>>

export async function readTree(folder: string): Promise<FolderTree> {
  const entries: [string, string][] = []
  await visit(Buffer.from(folder), Buffer.from('.'), entries)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

async function visit(path: Buffer, name: Buffer, entries: [string, string][]): Promise<void> {
  const stats = await lstat(path)
  entries.push([show(name), await describe(path, stats)])
  if (!stats.isDirectory()) return
  for (const child of await readdir(path, { encoding: 'buffer' })) {
    if (!child.equals(BYTECODE_FOLDER)) await visit(join(path, child), join(name, child), entries)
  }
}

/** Its file names carry the Python version, which differs between the two sides. */
const BYTECODE_FOLDER = Buffer.from('__pycache__')

async function describe(path: Buffer, stats: Stats): Promise<string> {
  const mode = (stats.mode & 0o7777).toString(8)
  if (stats.isDirectory()) return `folder ${mode}`
  if (stats.isSymbolicLink()) return `link: ${show(await readlink(path, { encoding: 'buffer' }))}`
  if (!stats.isFile()) return `special ${(stats.mode & 0o170000).toString(8)} ${mode}`
  if (stats.size > LARGEST_BYTES) throw new Error(`${show(path)} has ${stats.size} bytes: a case must remove what is so large`)
  return `file ${mode}: ${show(await readFile(path))}`
}

const LARGEST_BYTES = 64 * 1024 * 1024

function join(folder: Buffer, name: Buffer): Buffer {
  return Buffer.concat([folder, Buffer.from('/'), name])
}
