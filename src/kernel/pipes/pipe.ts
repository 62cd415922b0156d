// A pipe inside the guest, as os.pipe() makes it: both ends are the guest's own, so it needs nothing of the host and every
// byte, end and refusal is known at once. When a child is to have an end, both become those of a real pipe, see
// real-pipes.ts. pipe(7).
import os from 'node:os'
import type { Region } from '../arguments.ts'
import { O, type OpenFile, POLL, type Transfer } from '../descriptors/open-file.ts'
import { UnseekableFile } from '../descriptors/unseekable-file.ts'
import type { Errno } from '../errno.ts'
import type { Kernel } from '../kernel.ts'
import { gather, lengthOf, scatter } from '../streams/regions.ts'
import type { Stat } from '../structs.ts'
import { ATOMIC_BYTES, writeAsPipe } from './write-as-pipe.ts'

export const PIPE_BYTES = 65536 // pipe(7): the capacity since Linux 2.6.11
const MOST_PIPE_BYTES = 1 << 20 // proc(5), pipe-max-size
const PAGE_BYTES = 4096
const MODE_FIFO = 0o010600

export class Pipe {
  readonly reader = new PipeEnd(this, 'reader')
  readonly writer = new PipeEnd(this, 'writer')
  /** st_ino, one of the run's. */
  readonly inode: number
  readonly #chunks: Uint8Array[] = []
  length = 0
  capacity = PIPE_BYTES

  constructor(inode: number) {
    this.inode = inode
  }

  get room(): number {
    return this.capacity - this.length
  }

  /** fcntl(2), F_SETPIPE_SZ: a power of two pages. */
  resize(wanted: number): number | Errno {
    if (wanted < 0) return 'EINVAL'
    if (wanted > MOST_PIPE_BYTES) return 'EPERM'
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(wanted, PAGE_BYTES)))
    if (capacity < this.length) return 'EBUSY'
    this.capacity = capacity
    return capacity
  }

  put(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    this.#chunks.push(bytes)
    this.length += bytes.length
  }

  /** At most `most` bytes, in order. */
  take(most: number): Uint8Array {
    const parts: Uint8Array[] = []
    let wanted = most
    for (let chunk = this.#chunks[0]; chunk && wanted > 0; chunk = this.#chunks[0]) {
      const part = chunk.subarray(0, wanted)
      parts.push(part)
      wanted -= part.length
      if (part.length === chunk.length) this.#chunks.shift()
      else this.#chunks[0] = chunk.subarray(part.length)
    }
    const bytes = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)
    this.length -= bytes.length
    return bytes
  }
}

export class PipeEnd extends UnseekableFile implements OpenFile {
  status: number
  readonly type = 6
  readonly hostFd = undefined
  readonly pipe: Pipe
  isOpen = true
  readonly #role: 'reader' | 'writer'

  constructor(pipe: Pipe, role: 'reader' | 'writer') {
    super()
    this.pipe = pipe
    this.#role = role
    this.status = role === 'reader' ? 0 : O.WRONLY
  }

  read(kernel: Kernel, into: readonly Region[]): Transfer {
    const wanted = lengthOf(into)
    if (wanted === 0) return 0
    if (this.pipe.length > 0) return scatter(kernel.memory, into, this.pipe.take(wanted))
    if (!this.pipe.writer.isOpen) return 0
    if (this.status & O.NONBLOCK) return 'EAGAIN'
    return {
      wait: true,
      ready: () => this.pipe.length > 0 || !this.pipe.writer.isOpen,
      resume: () => this.read(kernel, into),
    }
  }

  write(kernel: Kernel, from: readonly Region[]): Transfer {
    const { pipe } = this
    return writeAsPipe(
      {
        status: this.status,
        room: () => pipe.room,
        isBroken: () => !pipe.reader.isOpen,
        put: (bytes) => pipe.put(bytes.slice()), // until it is read
        broken: () => this.#broken(kernel),
      },
      gather(kernel.memory, from),
    )
  }

  #broken({ signals }: Kernel): Errno {
    signals.bring(os.constants.signals.SIGPIPE)
    return 'EPIPE'
  }

  stat(): Stat {
    return pipeStat(this.pipe.inode)
  }

  /** A child is to share it: both ends become those of a real pipe. */
  makeReal(kernel: Kernel): void {
    kernel.pipes.replace(this.pipe)
  }

  get pipeSize(): number {
    return this.pipe.capacity
  }

  waiting(): number {
    return this.pipe.length
  }

  resizePipe(wanted: number): number | Errno {
    return this.pipe.resize(wanted)
  }

  close(): void {
    this.isOpen = false
  }

  poll(_: Kernel, events: number): number {
    const { pipe } = this
    if (this.#role === 'reader') return (pipe.length > 0 ? events & POLL.IN : 0) | (pipe.writer.isOpen ? 0 : POLL.HUP)
    return (pipe.room >= ATOMIC_BYTES ? events & POLL.OUT : 0) | (pipe.reader.isOpen ? 0 : POLL.ERR)
  }
}

/** fstat(2) of a pipe inside the guest. */
export function pipeStat(inode: number): Stat {
  const now = BigInt(Date.now()) * 1_000_000n
  const ino = BigInt(inode)
  const [uid, gid] = [BigInt(process.geteuid?.() ?? 0), BigInt(process.getegid?.() ?? 0)]
  const size = { size: 0n, blksize: 4096n, blocks: 0n, rdev: 0n }
  const times = { atimeNs: now, mtimeNs: now, ctimeNs: now }
  return { dev: PIPE_DEVICE, ino, mode: BigInt(MODE_FIFO), nlink: 1n, uid, gid, ...size, ...times }
}

const PIPE_DEVICE = 0xffffn // of no file system: st_dev and st_ino together name this pipe and nothing else
