// Between the guest's scattered buffers and one run of bytes.
import type { Region } from '../arguments.ts'
import type { Memory } from '../memory.ts'

export const lengthOf = (regions: readonly Region[]) => regions.reduce((sum, { length }) => sum + length, 0)

/** A copy of what the guest wants written. */
export function gather(memory: Memory, from: readonly Region[]): Uint8Array {
  return Buffer.concat(from.map(({ address, length }) => memory.bytes(address, length)))
}

/** What is left of the buffers behind their first `count` bytes. */
export function after(regions: readonly Region[], count: number): readonly Region[] {
  let skip = count
  return regions.flatMap(({ address, length }) => {
    const part = Math.min(skip, length)
    skip -= part
    return part < length ? [{ address: address + part, length: length - part }] : []
  })
}

/** Copies as much of `bytes` as fits; answers how much that was. */
export function scatter(memory: Memory, into: readonly Region[], bytes: Uint8Array): number {
  let count = 0
  for (const { address, length } of into) {
    const part = bytes.subarray(count, count + length)
    memory.bytes(address, part.length).set(part)
    count += part.length
  }
  return count
}
