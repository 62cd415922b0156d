// Where a snapshot lies: beside the engine when that can be written, else in the user's cache folder.
import fs from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'

/** The file for this platform's snapshot; undefined when there is no place to keep one. */
export function snapshotFile(engineFolder: string, platform: string): string | undefined {
  const beside = join(engineFolder, 'snapshots')
  const cache = join(process.env.XDG_CACHE_HOME || join(os.homedir(), '.cache'), 'py-runner', createHash('sha256').update(engineFolder).digest('hex').slice(0, 16))
  for (const folder of [beside, cache]) {
    try {
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
      fs.accessSync(folder, fs.constants.W_OK)
      return join(folder, `${platform}.snapshot`)
    } catch {
      continue // not ours to write: the next place, or none and every start is the slow one
    }
  }
  return undefined
}
