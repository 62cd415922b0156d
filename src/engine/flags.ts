// V8's flags for the engine: functions are checked when they are first compiled, and stay in the baseline tier until they
// are really hot. Set at run time and only while a module is compiled: as long as a flag is not what it was, V8 refuses the
// code cache of Node's own modules, which then take three times as long to load.
import { setV8Flags } from './v8-flags.ts'

/**
 * V8 counts bytes of code run through, and every Python instruction runs through the 78 KB of the evaluation loop: its
 * default is used up after 25 instructions, this after some 27,000. The optimising compiler then takes a second core for
 * a good while, and the process cannot end before it has finished.
 */
const TIERING_BUDGET = 2_100_000_000

/** V8's own, as node --v8-options says it; another one would cost what is said above, and nothing else. */
const DEFAULT_TIERING_BUDGET = Number.parseInt(process.versions.v8, 10) >= 12 ? 13_000_000 : 1_800_000

export function withEngineFlags<T>(compile: () => T): T {
  setV8Flags('--wasm-lazy-validation', `--wasm-tiering-budget=${TIERING_BUDGET}`)
  try {
    return compile()
  } finally {
    setV8Flags('--no-wasm-lazy-validation', `--wasm-tiering-budget=${DEFAULT_TIERING_BUDGET}`)
  }
}
