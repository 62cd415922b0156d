// What a warm guest runs before the first script comes. V8 compiles a function when it is first called; so what every run
// calls has been called by then. It does nothing that the machine or its user would notice.

import { engineFolder } from '../engine-folder.ts'
import { environmentBytes } from '../process-bytes.ts'
import type { RunOptions } from '../run-options.ts'

export function rehearsal(): RunOptions {
  return {
    mode: 'command',
    target: Buffer.from('pass'),
    argv: [],
    origArgv: [],
    environment: [...environmentBytes().filter((entry) => !isPythons(entry)), NO_USER_SITE],
    cwd: Buffer.from(engineFolder), // has no module that would hide one of Python's
    platform: 'linux',
    executable: process.execPath,
    snapshot: true,
  }
}

// Startup files of the user, and those that PYTHONPATH brings, are for real runs.
const NO_USER_SITE = Buffer.from('PYTHONNOUSERSITE=1')
const isPythons = (entry: Uint8Array) => Buffer.from(entry.subarray(0, 6)).toString() === 'PYTHON'
