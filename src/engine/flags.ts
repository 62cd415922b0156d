// V8's flags for the engine: functions are checked when they are first compiled, and stay in the baseline tier until they
// are really hot. Set at run time, before the first compilation; on the command line they would cost Node's own code cache.
import v8 from 'node:v8'

export function setEngineFlags(): void {
  v8.setFlagsFromString('--wasm-lazy-validation')
  v8.setFlagsFromString('--wasm-tiering-budget=200000000')
}
