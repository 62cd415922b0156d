// The checksum module: a few instructions of wasm over a memory of bytes, because at start there is no time for anything
// slower. Four lanes of 64 bits, each multiplied by an odd constant before the next word is mixed in, so that every
// changed bit changes the sum. It finds damage, not malice: who may write the file is checked apart.
import binaryen from 'binaryen'
import { MULTIPLIER } from '../checksum.ts'

const { i32, i64, createType } = binaryen

/** sum(address, length) → i64 over host.memory; `length` in bytes, a multiple of 32. */
export function buildChecksum(): Uint8Array {
  const m = new binaryen.Module()
  m.addMemoryImport('0', 'host', 'memory')
  const [at, end] = [0, 1] as const
  const lane = (i: number) => m.local.get(2 + i, i64)
  const multiplier = () => m.i64.const(MULTIPLIER)
  const mix = (i: number) =>
    m.local.set(2 + i, m.i64.mul(m.i64.xor(lane(i), m.i64.load(8 * i, 8, m.local.get(at, i32))), multiplier()))
  const rotated = (i: number) => m.i64.rotl(lane(i), m.i64.const(BigInt(16 * i)))
  m.addFunction(
    'sum',
    createType([i32, i32]),
    i64,
    [i64, i64, i64, i64],
    m.block(
      null,
      [
        m.local.set(end, m.i32.add(m.local.get(at, i32), m.local.get(end, i32))),
        ...[0, 1, 2, 3].map((i) => m.local.set(2 + i, m.i64.const(BigInt(i + 1)))),
        m.loop(
          'next',
          m.if(
            m.i32.lt_u(m.local.get(at, i32), m.local.get(end, i32)),
            m.block(null, [
              ...[0, 1, 2, 3].map(mix),
              m.local.set(at, m.i32.add(m.local.get(at, i32), m.i32.const(32))),
              m.br('next'),
            ]),
          ),
        ),
        [0, 1, 2, 3].map(rotated).reduce((a, b) => m.i64.xor(m.i64.mul(a, multiplier()), b)),
      ],
      i64,
    ),
  )
  m.addFunctionExport('sum', 'sum')
  return m.emitBinary()
}
