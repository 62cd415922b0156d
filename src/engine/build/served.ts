// Functions of the wasm that the host answers. Node 20 compiles a piece of code for each type of import, at every start; so
// they are one import, host.serve(number, operands), as a processor has one instruction for all system calls.
import binaryen from 'binaryen'
import { InternalError } from '../../errors.ts'
import { OPERANDS, servedNames } from '../served.ts'

const { i32, i64, f64, none, createType } = binaryen

/** Call once, before any addServed(). `first`: what is done at each question. */
export function addServe(m: binaryen.Module, first: () => binaryen.ExpressionRef): void {
  for (const [name, operand] of [
    ['serve', i32],
    ['serve_wide', f64],
  ] as const) {
    const types = [i32, ...Array<binaryen.Type>(OPERANDS).fill(operand)]
    m.addFunctionImport(`host_${name}$import`, 'host', name, createType(types), i32)
    const words = types.map((type, i) => m.local.get(i, type))
    m.addFunction(
      `host_${name}`,
      createType(types),
      i32,
      [],
      m.block(null, [first(), m.call(`host_${name}$import`, words, i32)], i32),
    )
  }
}

/**
 * The function `internal`, which asks the host for `name`. 64-bit parameters are handed over as doubles: no file, time or size
 * needs more than 53 bits. A result that is no i32 is rare: such a function is an import of its own.
 */
export function addServed(
  m: binaryen.Module,
  internal: string,
  name: string,
  params: binaryen.Type,
  results: binaryen.Type,
): void {
  const types = binaryen.expandType(params)
  if (results !== none && results !== i32) {
    m.addFunctionImport(internal, 'host', name, params, results)
    return
  }
  const number = servedNames().indexOf(name)
  if (number < 0 || types.length > OPERANDS) throw new InternalError(`the host cannot be asked for ${name} by number`)
  const isWide = types.some((type) => type !== i32)
  const operands = types.map((type, i) => {
    const value = m.local.get(i, type)
    if (!isWide) return value
    if (type === f64) return value
    return type === i64 ? m.f64.convert_s.i64(value) : m.f64.convert_s.i32(value)
  })
  while (operands.length < OPERANDS) operands.push(isWide ? m.f64.const(0) : m.i32.const(0))
  const answer = m.call(isWide ? 'host_serve_wide' : 'host_serve', [m.i32.const(number), ...operands], i32)
  m.addFunction(internal, params, results, [], results === none ? m.drop(answer) : answer)
}
