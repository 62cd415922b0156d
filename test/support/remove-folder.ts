// Removes a folder in which a snapshot's maker may still write: a first start leaves that process behind, which on a machine in
// use takes longer than rmSync() tries.
import { rmSync } from 'node:fs'

export function removeFolder(folder: string): void {
  for (let left = TRIES; left > 0; left--) {
    try {
      return rmSync(folder, { recursive: true, force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY' || left === 1) throw error // Node throws nothing else here
      Atomics.wait(NOBODY, 0, 0, PAUSE_MS)
    }
  }
}
const TRIES = 300
const PAUSE_MS = 200
const NOBODY = new Int32Array(new SharedArrayBuffer(4))
