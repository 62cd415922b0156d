// Where a snapshot lies: beside the engine when that can be written, else in the user's cache folder.
import fs from 'node:fs'
import { fnv1a } from './fnv.ts'

/** The file for this platform's snapshot; undefined when there is no place to keep one. */
export function snapshotFile(engineFolder: string, platform: string): string | undefined {
  for (const place of [() => `${engineFolder}/snapshots`, () => cacheFolder(engineFolder)]) {
    try {
      const folder = place()
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
      fs.accessSync(folder, fs.constants.W_OK)
      return `${folder}/${platform}.snapshot`
    } catch {
      // not ours to write: the next place, or none and every start is the slow one
    }
  }
  return undefined
}

// XDG Base Directory Specification: $XDG_CACHE_HOME, else ~/.cache.
function cacheFolder(engineFolder: string): string {
  const base = process.env.XDG_CACHE_HOME || `${process.getBuiltinModule('node:os').homedir()}/.cache`
  return `${base}/py-runner/${fnv1a(Buffer.from(engineFolder)).toString(16)}`
}
