// Kinds of arguments: how a raw wasm parameter becomes a checked value. Ranges answer EFAULT, unknown bits EINVAL, closed
// descriptors EBADF, before any handler runs and in the order in which the call declares them.
import type { Input, Output, Raw } from './call.ts'
import { O, type OpenFile } from './descriptors/open-file.ts'
import type { Errno } from './errno.ts'
import type { Kernel } from './kernel.ts'
import type { LibraryNode } from './library/library.ts'
import type { Memory } from './memory.ts'

const one = <T>(decode: (kernel: Kernel, value: number) => T | Errno): Input<T> => ({
  width: 1,
  decode: (kernel, raw, at) => decode(kernel, Number(raw[at])),
})

/** A parameter that the call ignores. */
export const ignored: Input<undefined> = { width: 1, decode: () => undefined }
export const i32 = one((_, value) => value | 0)
export const u32 = one((_, value) => value >>> 0)
/** A 64-bit offset or size as a number: files end long before 2^53. */
export const i64 = one((_, value) => value)

/** A descriptor number that is open, as its open file. */
export const anyFile: Input<OpenFile> = one((kernel, fd) => kernel.descriptors.get(fd | 0)?.file ?? 'EBADF')
/** The same for calls that want the file itself, not just a place in the tree: one opened with O_PATH is none, open(2). */
export const file: Input<OpenFile> = one((kernel, fd) => {
  const open = kernel.descriptors.get(fd | 0)?.file
  return open && !(open.status & O.PATH) ? open : 'EBADF'
})
/** A descriptor number, open or not. */
export const fd = i32

/** A NUL-terminated string of any length, as bytes. */
export const text: Input<Buffer> = one(stringAt)
/** A NUL-terminated path, as bytes. */
export const path: Input<Buffer> = one((kernel, address) => {
  const bytes = stringAt(kernel, address)
  return bytes.length >= PATH_MAX ? 'ENAMETOOLONG' : bytes
})
const PATH_MAX = 4096 // limits.h, Linux; counts the NUL

/** A path relative to a directory descriptor (AT_FDCWD: the guest's cwd), resolved to what the host opens. */
export const pathAt: Input<HostPath> = {
  width: 2,
  decode(kernel, raw, at) {
    const bytes = path.decode(kernel, raw, at + 1)
    if (typeof bytes === 'string') return bytes
    return kernel.paths.resolve(Number(raw[at]) | 0, bytes)
  },
}
/** A path relative to the guest's cwd, resolved to what the host opens. */
export const pathHere: Input<HostPath> = {
  width: 1,
  decode(kernel, raw, at) {
    const bytes = path.decode(kernel, raw, at)
    if (typeof bytes === 'string') return bytes
    return kernel.paths.resolve(AT_FDCWD, bytes)
  },
}
export const AT_FDCWD = -100

export interface HostPath {
  /** What Node is given. Empty when the guest gave an empty path. */
  readonly host: Buffer
  /** What the guest wrote. */
  readonly guest: Buffer
  readonly dirfd: number
  /** Inside the interpreter's own files, which cannot be changed: the host has nothing there, `node` is what the guest finds. */
  readonly readOnly: boolean
  readonly node?: LibraryNode | undefined
}

/** A set of known bits, by name; an unknown bit is EINVAL. */
export function flags<const F extends Readonly<Record<string, number>>>(known: F): Input<{ readonly [K in keyof F]: boolean }> {
  const mask = Object.values(known).reduce((all, bit) => all | bit, 0)
  return one((_, value) => {
    if (value & ~mask) return 'EINVAL'
    return Object.fromEntries(Object.entries(known).map(([name, bit]) => [name, (value & bit) !== 0])) as {
      [K in keyof F]: boolean
    }
  })
}

/** A stretch of guest memory: an address, never a view, so that it survives a wait and a growing memory. */
export interface Region {
  readonly address: number
  readonly length: number
}

/** Pointer and length. */
export const region: Input<Region> = {
  width: 2,
  decode: (kernel, raw, at) => checked(kernel, Number(raw[at]) >>> 0, Number(raw[at + 1]) >>> 0),
}

/** Pointer and count of struct iovec (wasm32: base, length). */
export const iovecs: Input<readonly Region[]> = {
  width: 2,
  decode(kernel, raw, at) {
    const list = Number(raw[at]) >>> 0
    const count = Number(raw[at + 1]) | 0
    if (count < 0 || count > IOV_MAX) return 'EINVAL'
    if (!kernel.memory.holds(list, 8 * count)) return 'EFAULT'
    const regions: Region[] = []
    for (let i = 0; i < count; i++) {
      const each = checked(kernel, kernel.memory.readU32(list + 8 * i), kernel.memory.readU32(list + 8 * i + 4))
      if (typeof each === 'string') return each
      if (each.length > 0) regions.push(each)
    }
    return regions
  },
}
const IOV_MAX = 1024 // limits.h, Linux

/** A struct that the call reads. `optional` makes NULL an undefined. */
export function struct<T>(sizeBytes: number, read: (memory: Memory, address: number) => T): Input<T> {
  return one((kernel, address) => (kernel.memory.holds(address >>> 0, sizeBytes) ? read(kernel.memory, address >>> 0) : 'EFAULT'))
}
export function optional<T>(kind: Input<T>): Input<T | undefined> {
  return { width: kind.width, decode: (kernel, raw, at) => (Number(raw[at]) === 0 ? undefined : kind.decode(kernel, raw, at)) }
}

/** The variadic arguments of open, fcntl and ioctl: a pointer to 32-bit words. Answers a reader, since not every call has them. */
export const varargs: Input<(index: number) => number> = one(
  (kernel, address) => (index: number) => (address ? kernel.memory.readU32((address >>> 0) + 4 * index) : 0),
)

export function out<T>(sizeBytes: number, encode: (memory: Memory, address: number, value: T) => void): Output<T> {
  return { output: true, width: 1, sizeBytes, encode }
}
export const outU32 = out<number>(4, (memory, address, value) => memory.view.setUint32(address, value, true))
export const outI64 = out<number | bigint>(8, (memory, address, value) => memory.view.setBigInt64(address, BigInt(value), true))

function stringAt(kernel: Kernel, address: number): Buffer | 'EFAULT' {
  const pointer = address >>> 0
  return pointer !== 0 && kernel.memory.holds(pointer, 1) ? kernel.memory.string(pointer) : 'EFAULT'
}

function checked(kernel: Kernel, address: number, length: number): Region | Errno {
  return kernel.memory.holds(address, length) ? { address, length } : 'EFAULT'
}

export function rawNumber(raw: readonly Raw[], at: number): number {
  return Number(raw[at])
}
