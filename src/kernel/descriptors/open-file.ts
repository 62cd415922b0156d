// An open file description: what one or more descriptors name. Each kind of file (regular, directory, stream, body of a
// download) implements this and nothing else branches on kinds; an operation that a kind lacks answers its errno.
import { O } from '../../platform/open-flags.ts'
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
  /** A child is about to share it: puts a file that the host has in its place, where it is none. */
  makeReal?(kernel: Kernel): void
  /** Others are about to use the host's description: what the guest did to it must be seen there. */
  share?(kernel: Kernel): void
  /** The guest ends with the file open: what it did to it must outlast it. */
  settle?(kernel: Kernel): void
  /** The last descriptor is gone. */
  close(kernel: Kernel): void
  /** poll(2) events that are true now, of `events`. */
  poll(kernel: Kernel, events: number): number
  /** How often to look again for events of which nothing tells. */
  readonly pollMs?: number
  /** Somebody begins to wait for `events`: whoever can tell when they come is to be asked. */
  watch?(kernel: Kernel, events: number): void
  /** Bytes that a pipe holds, where that is known. */
  readonly pipeSize?: number
  resizePipe?(wanted: number): number | Errno
  /** Bytes that can be read without waiting, FIONREAD of ioctl(2); undefined where that says nothing. */
  waiting?(kernel: Kernel): number | undefined
  /** Nobody waits any more. */
  unwatch?(kernel: Kernel): void
}

export const SEEK = { SET: 0, CUR: 1, END: 2 } as const
export const POLL = { IN: 1, PRI: 2, OUT: 4, ERR: 8, HUP: 16, NVAL: 32 } as const

export { O }

export const canRead = (file: OpenFile) => (file.status & O.ACCMODE) !== O.WRONLY && !(file.status & O.PATH)
export const canWrite = (file: OpenFile) => (file.status & O.ACCMODE) !== 0
