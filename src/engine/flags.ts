// V8's flags for the engine: functions are checked when they are first compiled, and stay in the baseline tier until they
// are really hot. Set at run time, before the first compilation; on the command line they would cost Node's own code cache.
import { setV8Flags } from './v8-flags.ts'

/**
 * V8 counts bytes of code run through, and every Python instruction runs through the 78 KB of the evaluation loop: its
 * default is used up after 25 instructions, this after some 27,000. The optimising compiler then takes a second core for
 * a good while, and the process cannot end before it has finished.
 */
const TIERING_BUDGET = 2_100_000_000

export function setEngineFlags(): void {
  setV8Flags('--wasm-lazy-validation', `--wasm-tiering-budget=${TIERING_BUDGET}`)
}
