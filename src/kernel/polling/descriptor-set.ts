// fd_set of the guest's C library: a bit for each of 1,024 descriptors, the lowest first.
import type { Memory } from '../memory.ts'

export const SET_BYTES = 128

/** A copy of the bytes that hold the first `count` descriptors. */
export function readSet(memory: Memory, at: number, count: number): Uint8Array {
  return memory.bytes(at, Math.ceil(count / 8)).slice()
}

export const inSet = (set: Uint8Array, fd: number) => ((set[fd >> 3] ?? 0) & (1 << (fd & 7))) !== 0

export function writeSet(memory: Memory, at: number, count: number, members: readonly number[]): void {
  const set = memory.bytes(at, Math.ceil(count / 8)).fill(0)
  for (const fd of members) set[fd >> 3] = (set[fd >> 3] ?? 0) | (1 << (fd & 7))
}
