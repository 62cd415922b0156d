// An open file description: what one or more descriptors name. Each kind of file (regular, directory, stream, body of a
// download) implements this and nothing else branches on kinds; an operation that a kind lacks answers its errno.
import type { Region } from '../arguments.ts'
import type { Errno } from '../errno.ts'
import type { Kernel } from '../kernel.ts'
import type { Stat } from '../structs.ts'
import type { Wait } from '../wait.ts'

export type Transfer = number | Errno | Wait<number>

export interface OpenFile {
  /** Access mode and status flags (O_APPEND, O_NONBLOCK …) as the guest's C library numbers them: F_GETFL's answer. */
  status: number
  /** WASI file type for fd_fdstat_get: 2 terminal, 3 directory, 4 regular file or device, 6 stream. */
  readonly type: 2 | 3 | 4 | 6
  /** The host's descriptor, where there is one. */
  readonly hostFd: number | undefined
  /** Inside the interpreter's own files. */
  readonly readOnly?: boolean
  read(kernel: Kernel, into: readonly Region[]): Transfer
  write(kernel: Kernel, from: readonly Region[]): Transfer
  readAt(kernel: Kernel, into: readonly Region[], offset: number): Transfer
  writeAt(kernel: Kernel, from: readonly Region[], offset: number): Transfer
  /** Answers the new offset. */
  seek(kernel: Kernel, offset: number, whence: number): number | Errno
  stat(): Stat | Errno
  /** Others are about to use the host's description: what the guest did to it must be seen there. */
  share?(kernel: Kernel): void
  /** The guest ends with the file open: what it did to it must outlast it. */
  settle?(kernel: Kernel): void
  /** The last descriptor is gone. */
  close(kernel: Kernel): void
  /** poll(2) events that are true now, of `events`. */
  poll(kernel: Kernel, events: number): number
}

export const SEEK = { SET: 0, CUR: 1, END: 2 } as const
export const POLL = { IN: 1, PRI: 2, OUT: 4, ERR: 8, HUP: 16, NVAL: 32 } as const

/** Status flags by musl's names and numbers (bits/fcntl.h, generic). */
export const O = {
  ACCMODE: 3, WRONLY: 1, RDWR: 2, CREAT: 0o100, EXCL: 0o200, NOCTTY: 0o400, TRUNC: 0o1000, APPEND: 0o2000, NONBLOCK: 0o4000,
  DSYNC: 0o10000, ASYNC: 0o20000, DIRECT: 0o40000, LARGEFILE: 0o100000, DIRECTORY: 0o200000, NOFOLLOW: 0o400000,
  NOATIME: 0o1000000, CLOEXEC: 0o2000000, SYNC: 0o4010000, PATH: 0o10000000, TMPFILE: 0o20200000,
} as const

export const canRead = (file: OpenFile) => (file.status & O.ACCMODE) !== O.WRONLY && !(file.status & O.PATH)
export const canWrite = (file: OpenFile) => (file.status & O.ACCMODE) !== 0
