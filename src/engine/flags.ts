// V8's flags for the engine: functions are checked when they are first compiled, and stay in the baseline tier until they
// are really hot. Set at run time and only while a module is compiled: as long as a flag is not what it was, V8 refuses the
// code cache of Node's own modules, which then take three times as long to load.
import { setV8Flags } from './v8-flags.ts'

/**
 * V8 counts bytes of code run through, and every Python instruction runs through the 78 KB of the evaluation loop: its
 * default is used up after 25 instructions, this, the most it takes, after some 27,000. The optimising compiler then takes
 * a second core and 47 MB for 0.1 s, and the process cannot end before it has finished.
 */
const TIERING_BUDGET = 2_100_000_000

/**
 * The most that one turn of the evaluation loop may count: it is optimised after three million instructions, which take
 * about as long as optimising it. V8 lets a turn count a quarter of the budget that the flag says when the loop's baseline
 * code is made (TierupCheck in its liftoff-compiler.cc).
 */
const LOOP_COUNTS = 700

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

/** For the call that first runs Python: the baseline code of the evaluation loop is made in it. */
export function withLateTierUp<T>(call: () => T): T {
  setV8Flags(`--wasm-tiering-budget=${4 * LOOP_COUNTS}`)
  try {
    return call()
  } finally {
    setV8Flags(`--wasm-tiering-budget=${DEFAULT_TIERING_BUDGET}`)
  }
}
