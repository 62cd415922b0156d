// Layouts of the C structures that cross the border, as wasm32-emscripten's headers lay them out; each described once.
import type { BigIntStats } from 'node:fs'
import { out, struct } from './arguments.ts'
import { encodeRaw, RawStat } from './files/raw-stat.ts'
import type { Memory } from './memory.ts'

/** Nanoseconds, from struct timespec {int64 tv_sec; int32 tv_nsec}. */
export const timespecIn = struct(16, readTimespec)
export const TIMESPEC_BYTES = 16

export function readTimespec(memory: Memory, address: number): { readonly seconds: bigint; readonly nanoseconds: number } {
  return { seconds: memory.view.getBigInt64(address, true), nanoseconds: memory.view.getInt32(address + 8, true) }
}

export function writeTimespec(memory: Memory, address: number, nanoseconds: bigint): void {
  // Division of bigints costs more than the call of the system that brought them. A quotient of doubles is off by one at
  // most; the remainder fits 32 bits, so its low word alone tells which way.
  whole[0] = nanoseconds
  const low = words[LOW] ?? 0
  let seconds = Math.floor(((words[1 - LOW] ?? 0) * 2 ** 32 + (low >>> 0)) / BILLION)
  let rest = (low - Math.imul(seconds, BILLION)) | 0
  if (rest < 0) {
    seconds--
    rest += BILLION
  } else if (rest >= BILLION) {
    seconds++
    rest -= BILLION
  }
  memory.view.setInt32(address, seconds, true)
  memory.view.setInt32(address + 4, Math.floor(seconds / 2 ** 32), true)
  memory.view.setInt32(address + 8, rest, true)
}
export const timespecOut = out<bigint>(TIMESPEC_BYTES, writeTimespec)
const BILLION = 1_000_000_000
const whole = new BigInt64Array(1)
const words = new Int32Array(whole.buffer)
const LOW = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1

/** The fields of struct stat that the guest's C library has; sizes in bytes, times in nanoseconds. */
export type Stat = Pick<
  BigIntStats,
  'dev' | 'mode' | 'nlink' | 'uid' | 'gid' | 'rdev' | 'size' | 'blksize' | 'blocks' | 'atimeNs' | 'mtimeNs' | 'ctimeNs' | 'ino'
> &
  Partial<Pick<BigIntStats, 'birthtimeNs'>>

export const statOut = out<Stat>(96, (memory, address, stat) => {
  const { view } = memory
  if (stat instanceof RawStat) return encodeRaw(view, address, stat)
  view.setUint32(address, low(stat.dev), true)
  view.setUint32(address + 4, low(stat.mode), true)
  view.setUint32(address + 8, low(stat.nlink), true)
  view.setUint32(address + 12, low(stat.uid), true)
  view.setUint32(address + 16, low(stat.gid), true)
  view.setUint32(address + 20, low(stat.rdev), true)
  view.setBigInt64(address + 24, stat.size, true)
  view.setInt32(address + 32, low(stat.blksize) | 0, true)
  view.setInt32(address + 36, low(stat.blocks) | 0, true)
  writeTimespec(memory, address + 40, stat.atimeNs)
  writeTimespec(memory, address + 56, stat.mtimeNs)
  writeTimespec(memory, address + 72, stat.ctimeNs)
  view.setBigInt64(address + 88, stat.ino, true)
})
const low = (value: bigint) => Number(value) >>> 0

export interface StatFs {
  readonly type: number
  readonly bsize: number
  readonly blocks: number
  readonly bfree: number
  readonly bavail: number
  readonly files: number
  readonly ffree: number
}

/** struct statfs of musl: two words, five 64-bit counts, an id of two words, then name length, fragment size and flags. */
export const statfsOut = out<StatFs>(88, (memory, address, fs) => {
  const { view } = memory
  memory.bytes(address, 88).fill(0)
  view.setUint32(address, fs.type, true)
  view.setUint32(address + 4, fs.bsize, true)
  ;[fs.blocks, fs.bfree, fs.bavail, fs.files, fs.ffree].forEach((count, i) => {
    view.setBigUint64(address + 8 + 8 * i, BigInt(count), true)
  })
  view.setUint32(address + 56, NAME_MAX, true)
  view.setUint32(address + 60, fs.bsize, true)
})
const NAME_MAX = 255 // limits.h of Linux; Node does not tell it

/** The nine fields of struct tm that mktime reads, then tm_gmtoff and tm_zone. */
export const TM_BYTES = 44
