// manifest.json of a bundle: every file that belongs to it, with its digest. Written by the build's tools, read wherever a bundle is
// verified or patched.
import fs from 'node:fs'
import { join, relative, sep } from 'node:path'
import { digest } from '../engine/engine-file.ts'
import { UsageError } from '../errors.ts'

export const MANIFEST = 'manifest.json'
const FORMAT = 1

export interface Manifest {
  readonly format: typeof FORMAT
  readonly name: 'py-runner'
  readonly version: string
  readonly buildId: string
  readonly target: 'dir' | 'sea'
  readonly platform: string
  readonly subset: string
  /** In the order of their paths. The manifest itself is not among them. */
  readonly files: readonly Entry[]
}

export interface Entry {
  /** From the bundle's folder, with '/'. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly executable?: true
}

/** A folder that is no bundle, or a manifest that is none, is a UsageError. */
export function readManifest(folder: string): Manifest {
  const file = join(folder, MANIFEST)
  try {
    return parseManifest(fs.readFileSync(file, 'utf8'))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException // of node:fs or of the parser
    const why =
      code === 'ENOENT' || code === 'ENOTDIR'
        ? `it has no ${MANIFEST}`
        : code
          ? `${MANIFEST}: ${code}`
          : `${MANIFEST}: ${message}`
    throw new UsageError(`${folder} is no bundle of py-runner: ${why}`, { complete: true, cause: error })
  }
}

export function parseManifest(text: string): Manifest {
  const { format, name, files } = JSON.parse(text) as Partial<Manifest> // each part that is used is looked at below
  if (name !== 'py-runner' || !Array.isArray(files)) throw new TypeError('it is not a list of files of py-runner')
  if (format !== FORMAT) throw new TypeError(`its format is ${format}, this py-runner knows ${FORMAT}`)
  const seen = new Set<string>()
  for (const { path, bytes, sha256 } of files as readonly Partial<Entry>[]) {
    if (typeof path !== 'string' || typeof bytes !== 'number' || !/^[0-9a-f]{64}$/.test(sha256 ?? ''))
      throw new TypeError(`the entry ${JSON.stringify(path)} lacks a path, a size or a digest`)
    if (path === '' || path.startsWith('/') || /[\\:\0]/.test(path) || path.split('/').includes('..'))
      throw new TypeError(`${JSON.stringify(path)} is no path inside the bundle`)
    if (seen.has(path)) throw new TypeError(`${path} is in it twice`)
    seen.add(path)
  }
  return JSON.parse(text) as Manifest
}

export const formatManifest = (manifest: Manifest) => `${JSON.stringify(manifest, null, 1)}\n`

/** The digest that names a bundle: of all that its manifest says. */
export const bundleDigest = (manifest: Manifest) => digest(Buffer.from(formatManifest(manifest)))

/** The files of a bundle that are there, whoever put them there, sorted by path; what a machine made for itself is left out. */
export function listFiles(folder: string): readonly string[] {
  return listAllFiles(folder).filter((path) => path !== MANIFEST && !MADE_ON_THE_MACHINE.test(path))
}
/** Snapshots and launchers, and what a patch keeps to be undone. */
const MADE_ON_THE_MACHINE = /^(engine\/snapshots|bin|\.undo)\//

/** Everything below a folder that is no folder, with '/', sorted. */
export function listAllFiles(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

export function entryOf(folder: string, path: string): Entry {
  const file = join(folder, path)
  const bytes = fs.readFileSync(file)
  const executable = (fs.statSync(file).mode & 0o111) !== 0
  return { path, bytes: bytes.length, sha256: digest(bytes), ...(executable ? { executable } : {}) }
}
