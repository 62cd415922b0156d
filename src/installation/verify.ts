// Compares the files of a bundle with its manifest.
import fs from 'node:fs'
import { join } from 'node:path'
import { digest } from '../engine/engine-file.ts'
import { listFiles, type Manifest, readManifest } from './manifest.ts'

export interface Verification {
  readonly manifest: Manifest
  readonly differences: readonly Difference[]
}

export interface Difference {
  readonly path: string
  readonly is: 'changed' | 'missing' | 'extra'
}

export function verifyBundle(folder: string): Verification {
  const manifest = readManifest(folder)
  const known = new Set(manifest.files.map(({ path }) => path))
  const differences: Difference[] = listFiles(folder)
    .filter((path) => !known.has(path))
    .map((path) => ({ path, is: 'extra' }))
  for (const { path, bytes, sha256 } of manifest.files) {
    const file = join(folder, path)
    const found = fs.lstatSync(file, { throwIfNoEntry: false })
    if (!found) differences.push({ path, is: 'missing' })
    else if (!found.isFile() || found.size !== bytes || digest(fs.readFileSync(file)) !== sha256)
      differences.push({ path, is: 'changed' })
  }
  return { manifest, differences: differences.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}
