// After a start that found no snapshot: a process of its own makes one for the next, and nobody waits for it.
import { spawn } from 'node:child_process'
import { ownFile, ownWords } from '../own-program.ts'
import type { PlatformName } from '../platform/platform.ts'
import type { Preparation } from './prepare.ts'

export function setUpInBackground(platform: PlatformName): void {
  const preparation: Preparation = { platform, system: false, anew: false }
  const child = spawn(process.execPath, setupWords(preparation), {
    cwd: '/', // the script's folder may be removed
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
  })
  child.on('error', () => undefined) // the machine starts no more processes: the next start tries again
  child.unref()
}

/** Of the process that prepares this machine. */
export const setupWords = (preparation: Preparation) => [ownFile(), ...ownWords('setup', JSON.stringify(preparation))]
