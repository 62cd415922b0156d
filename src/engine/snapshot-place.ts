// Where a snapshot lies: beside the engine when that can be written, else in the user's cache folder. One file for each
// platform and Node: compiled code belongs to one V8.
import fs from 'node:fs'
import { NODE_BUILD } from '../platform/node-build.ts'
import { fnv1a } from './fnv.ts'

/** The files to look for, in order. */
export function snapshotFiles(engineFolder: string, platform: string): readonly string[] {
  const name = `${platform}-${NODE_BUILD}.snapshot`
  return [`${engineFolder}/snapshots/${name}`, `${cacheFolder(engineFolder)}/${name}`]
}

/** The file to make, its folder made; undefined when there is no place to keep one. */
export function writableSnapshotFile(engineFolder: string, platform: string): string | undefined {
  return snapshotFiles(engineFolder, platform).find((file) => {
    const folder = file.slice(0, file.lastIndexOf('/'))
    try {
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
      fs.accessSync(folder, fs.constants.W_OK)
      return true
    } catch {
      return false // not ours to write: the next place, or none and every start is the slow one
    }
  })
}

// XDG Base Directory Specification: $XDG_CACHE_HOME, else ~/.cache.
function cacheFolder(engineFolder: string): string {
  const base = process.env.XDG_CACHE_HOME || `${process.getBuiltinModule('node:os').homedir()}/.cache`
  return `${base}/py-runner/${fnv1a(Buffer.from(engineFolder)).toString(16)}`
}
