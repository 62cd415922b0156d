// What the engine asks of the host, by number: the build writes these numbers into the wasm, and the loader reads them there.
import { InternalError } from '../errors.ts'
import type { Raw } from '../kernel/call.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { bind, type Serve } from '../kernel/serve.ts'
import { calls } from '../kernel/table.ts'
import type { Runtime } from './runtime.ts'
import { RUNTIME_NAMES } from './runtime-names.ts'

/** The names behind the numbers: system calls first, then what no system has. */
export const servedNames = (): readonly string[] => [...calls.map(({ name }) => name), ...runtimeNames()]

const runtimeNames = (): readonly string[] => [...RUNTIME_NAMES.imports, ...RUNTIME_NAMES.served, ...RUNTIME_NAMES.added]

/** How many operands the wasm hands over; those that a function has not are 0. */
export const OPERANDS = 7

type Numbered = (number: number, a: Raw, b: Raw, c: Raw, d: Raw, e: Raw, f: Raw, g: Raw) => number

interface ByNumber {
  readonly serve: Numbered
  /** The same for functions with a parameter of more than 32 bits: their operands come as doubles. */
  readonly serve_wide: Numbered
  /** Imports of their own: what answers 64 bits. */
  readonly [name: string]: unknown
}

/** The imports behind which system calls and `runtime` lie. A function is bound when it is first asked for. */
export function byNumber(kernel: Kernel, runtime: Runtime): ByNumber {
  const bound: Serve[] = []
  const bindNumber = (number: number): Serve => {
    const call = calls[number]
    const serve = call ? bind(kernel, call) : ofRuntime(runtime, number - calls.length)
    bound[number] = serve
    return serve
  }
  // Two functions: one that saw both kinds of numbers would be slower for all.
  return {
    serve: (number, a, b, c, d, e, f, g) => (bound[number] ?? bindNumber(number))([a, b, c, d, e, f, g]),
    serve_wide: (number, a, b, c, d, e, f, g) => (bound[number] ?? bindNumber(number))([a, b, c, d, e, f, g]),
    ...Object.fromEntries(
      calls.filter(({ abi }) => abi === 'wide').map((call) => [call.name, (...raw: Raw[]) => BigInt(bind(kernel, call)(raw))]),
    ),
  }
}

function ofRuntime(runtime: Runtime, at: number): Serve {
  const f = runtime[runtimeNames()[at] ?? ''] as ((...operands: number[]) => number) | undefined // all are of numbers
  if (!f) throw new InternalError(`the engine asks for number ${calls.length + at}, which is in no table`)
  return (operands) => f(...operands)
}
