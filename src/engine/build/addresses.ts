// Which addresses of the data a wasm may mean, without decoding it: every aligned word of the data, and whatever follows a byte of the
// code that could be `i32.const` or a load or store. Some are none, none is missing.
import { OP } from '../wasm-binary.ts'

/** Addresses in `data`, an image of the memory from 0; `code`: the section's contents. */
export function addressesNamed(data: Buffer, code: Buffer): ReadonlySet<number> {
  const found = new Set<number>()
  const add = (address: number) => {
    if (address >= LEAST && address < data.length) found.add(address)
  }
  for (let at = 0; at + 4 <= data.length; at += 4) add(data.readUInt32LE(at))
  for (let at = 0; at < code.length; at++) {
    const byte = code[at] ?? 0
    if (byte === OP.i32Const) add(numberAt(code, at + 1))
    else if (byte >= FIRST_ACCESS && byte <= LAST_ACCESS && (code[at + 1] ?? 0) <= LARGEST_ALIGNMENT) add(numberAt(code, at + 2))
  }
  return found
}
/** Where the linker puts no data. */
const LEAST = 1024
/** The instructions of the binary format from i32.load to i64.store32; an exponent of 2, then the offset. */
const FIRST_ACCESS = 0x28
const LAST_ACCESS = 0x3e
const LARGEST_ALIGNMENT = 3

/** LEB128: of an address below 1 GB the signed and the unsigned form mean the same. */
function numberAt(code: Buffer, from: number): number {
  let value = 0
  for (let i = 0; i < 5; i++) {
    const byte = code[from + i] ?? 0
    value += (byte & 0x7f) * 2 ** (7 * i)
    if (byte < 0x80) break
  }
  return value
}
