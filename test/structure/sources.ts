// The files that the structure rules look at: everything written by hand, by path from the checkout's root, with its text.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Source {
  /** From the root, with '/'. */
  readonly path: string
  readonly text: string
}

/** What a rule has found: where, and what is wrong there. */
export type Finding = string

/** All text files of the checkout but installed packages, build output and the lock file. */
export function readSources(): readonly Source[] {
  return list('').map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** Python programs that are test data: some are Python 2, some are broken on purpose. */
export function isData(path: string): boolean {
  return DATA.some((start) => path.startsWith(start))
}

const SKIPPED = new Set(['.git', 'node_modules', 'dist', '__pycache__', 'package-lock.json'])
const TEXT = /\.(ts|mjs|js|py|json|toml|md|sh|txt)$|^\.ci\/run$|^LICENSE$/
const DATA = [
  'bundle/training/',
  'examples/',
  'test/cases/',
  'test/check/scripts/',
  'test/dialect/failures/',
  'test/dialect/layer/',
  'test/dialect/scripts/',
]

function list(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.has(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return list(path)
      return entry.isFile() && TEXT.test(path) ? [path] : []
    })
}
