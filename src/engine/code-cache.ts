// V8's cache of compiled WebAssembly. V8 has it for browsers and gives it to nobody else but through its own test syntax, up
// to the V8 of Node 25. It checks its version, its flags and the processor's features itself and answers undefined when
// they differ; it does not check that the cache belongs to the module, so nobody may be able to change one alone.
import { setV8Flags } from './v8-flags.ts'

/** Compiled code of `module` as bytes: the functions that the optimising compiler has finished. Undefined where V8 cannot. */
export function serialise(module: WebAssembly.Module): Uint8Array | undefined {
  const answer = native<[WebAssembly.Module], ArrayBuffer>('module', '%SerializeWasmModule(module)', module)
  return answer && new Uint8Array(answer)
}

/** The module of `code` with its compiled functions; undefined when V8 will not have the cache. */
export function deserialise(cache: ArrayBuffer, code: Uint8Array): WebAssembly.Module | undefined {
  return native<[ArrayBuffer, Uint8Array], WebAssembly.Module>('cache, code', '%DeserializeWasmModule(cache, code)', cache, code)
}

/** Whether this V8 has such a cache. */
export function canSerialise(): boolean {
  return native('module', 'module ? %SerializeWasmModule(module) : true', undefined) === true
}

function native<A extends unknown[], R>(parameters: string, expression: string, ...args: A): R | undefined {
  setV8Flags('--allow-natives-syntax')
  try {
    return new Function(parameters, `return ${expression}`)(...args) as R | undefined // what V8's runtime function answers
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof EvalError) return undefined // no such function, or no code from strings
    throw error
  } finally {
    setV8Flags('--no-allow-natives-syntax')
  }
}

/** Every function is compiled by the optimising compiler when it is first called, so that all of them can be serialised. */
export function compileForCache(): void {
  setV8Flags('--no-liftoff')
  if (inlines) setV8Flags('--no-wasm-inlining') // three times the cache for nothing that a start feels
}

/** The flags that a start has: V8 compares them when it reads the cache. --no-liftoff also switched the tiers off. */
export function compileAsUsual(): void {
  setV8Flags('--liftoff', '--wasm-tier-up', '--wasm-dynamic-tiering')
  if (inlines) setV8Flags('--wasm-inlining')
}

const inlines = Number.parseInt(process.versions.v8, 10) >= 13 // on by default since then
