// Breaks off wasm that looks at nothing, such as a loop in C, and keeps the memory it worked on: node:vm has a thread that
// watches the clock and tells V8 to give the execution up. (A worker's terminate() throws the memory away as well.)

import { nowMs } from '../platform/now.ts'
import { Stopped } from '../transport/guest-link.ts'

/** Calls `run`; at the time (milliseconds of process.hrtime) it is given up wherever it is. */
export function breakOffAt<T>(timeMs: number, run: () => T): T {
  const { runInNewContext } = process.getBuiltinModule('node:vm')
  const timeout = Math.max(1, Math.ceil(timeMs - nowMs()))
  try {
    return runInNewContext('run()', { run }, { timeout, displayErrors: false }) as T // what `run` answers
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException // whatever `run` throws; most of it has none
    if (code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    throw new Stopped('broken off')
  }
}
