// Removes a folder in which a snapshot's maker may still write: a first start leaves that process behind.
import { rmSync } from 'node:fs'

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
}
