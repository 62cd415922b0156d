// Pipes, terminals, FIFOs and devices that can block. Reads and writes go to a non-blocking description of our own where
// the host can give one; what would block is handed to the host end, which waits for the event and does it.
import fs from 'node:fs'
import type { Pending } from '../../transport/guest-link.ts'
import type { Region } from '../arguments.ts'
import { canRead, canWrite, O, type OpenFile, POLL, type Transfer } from '../descriptors/open-file.ts'
import type { Errno } from '../errno.ts'
import type { Kernel } from '../kernel.ts'
import type { Stat } from '../structs.ts'
import type { Wait } from '../wait.ts'
import { after, gather, scatter } from './regions.ts'

export class StreamFile implements OpenFile {
  status: number
  readonly type: 2 | 6
  readonly hostFd: number
  readonly #keepOpen: boolean
  /** A descriptor of ours that never blocks; undefined where there is none, null while nobody has asked. */
  #ours: number | undefined | null
  #left: Uint8Array = new Uint8Array(0)
  #reading: Pending | undefined
  /** Whether the last look found the end: another writer may come, so it is not kept for reads. */
  #atEnd = false
  #writing: Pending | undefined

  constructor(
    hostFd: number,
    options: {
      readonly status: number
      readonly nonBlocking?: boolean
      readonly terminal?: boolean
      readonly keepOpen?: boolean
    },
  ) {
    this.hostFd = hostFd
    this.status = options.status
    this.type = options.terminal ? 2 : 6
    this.#keepOpen = options.keepOpen ?? false
    this.#ours = options.nonBlocking ? hostFd : null
  }

  read(kernel: Kernel, into: readonly Region[]): Transfer {
    const wanted = into.reduce((sum, { length }) => sum + length, 0)
    if (wanted === 0) return 0
    this.#recall(kernel)
    if (this.#left.length > 0) {
      const count = this.#deliver(kernel, into)
      return count + (count < wanted ? (this.#readNow(kernel, after(into, count)) ?? 0) : 0)
    }
    const count = this.#readNow(kernel, into)
    if (count !== undefined) return count
    if (this.status & O.NONBLOCK) return 'EAGAIN'
    return this.#waitToRead(kernel, into, wanted)
  }

  write(kernel: Kernel, from: readonly Region[]): Transfer {
    const bytes = gather(kernel.memory, from)
    if (this.#writing && !this.#writing.settled)
      return this.status & O.NONBLOCK ? 'EAGAIN' : this.#waitToWrite(bytes, 0, () => this.#write(kernel, bytes))
    return this.#write(kernel, bytes)
  }

  readAt(): Errno {
    return 'ESPIPE'
  }

  writeAt(): Errno {
    return 'ESPIPE'
  }

  seek(): Errno {
    return 'ESPIPE'
  }

  stat(): Stat {
    return fs.fstatSync(this.hostFd, { bigint: true })
  }

  close(): void {
    if (typeof this.#ours === 'number' && this.#ours !== this.hostFd) fs.closeSync(this.#ours)
    if (!this.#keepOpen) fs.closeSync(this.hostFd)
  }

  poll(kernel: Kernel, events: number): number {
    const now = canWrite(this) ? events & POLL.OUT : 0
    if (!(events & POLL.IN) || !canRead(this)) return now
    if (this.#reading && !this.#reading.settled) return now // the host end looks
    this.#recall(kernel)
    if (this.#left.length === 0) this.#peek(kernel)
    if (this.#left.length > 0) return now | POLL.IN
    return this.#atEnd ? now | this.#endOf() : now
  }

  watch(kernel: Kernel, events: number): void {
    if (!(events & POLL.IN) || !canRead(this) || this.#left.length > 0 || this.#atEnd) return
    this.#reading ??= kernel.link.request('stream.read', this.#own(kernel) ?? this.hostFd, 1)
  }

  unwatch(kernel: Kernel): void {
    this.#recall(kernel)
  }

  /** For FIFOs: whether the other end is open. Data that came with the answer is kept. */
  hasWriter(): boolean {
    if (this.#left.length > 0) return true
    const byte = new Uint8Array(1)
    const count = retryable(() => fs.readSync(this.hostFd, byte, 0, 1, null))
    if (count) this.#left = byte
    return count !== 0
  }

  /** All that the guest wrote gets to the host. */
  settle(kernel: Kernel): void {
    const writing = this.#writing
    if (writing) kernel.link.sleep(() => writing.settled)
  }

  #readNow(kernel: Kernel, into: readonly Region[]): number | undefined {
    const fd = this.#own(kernel)
    if (fd === undefined) return undefined
    let total: number | undefined
    for (const { address, length } of into) {
      const count = retryable(() => fs.readSync(fd, kernel.memory.u8, address, length, null))
      if (count === undefined) break
      total = (total ?? 0) + count
      if (count < length) break
    }
    return total
  }

  // Takes back what the host end was asked to look for, so that nobody else reads while we do; a byte that it had read
  // by then is kept.
  #recall(kernel: Kernel): void {
    const reading = this.#reading
    if (!reading) return
    if (!reading.settled) reading.withdraw()
    while (!reading.settled) kernel.link.sleep(() => reading.settled) // a signal ends a sleep; the answer is on its way
    this.#reading = undefined
    const answer = reading.take() as Uint8Array | null // stream.read answers bytes, or null when it was taken back
    if (answer === null) return
    this.#left = answer
    this.#atEnd = answer.length === 0
  }

  // poll(2): a pipe whose last writer is gone hangs up; a socket that was shut down can be read, to its end.
  #endOf(): number {
    return fs.fstatSync(this.hostFd).isFIFO() ? POLL.HUP : POLL.IN
  }

  #peek(kernel: Kernel): void {
    const byte = new Uint8Array(1)
    const fd = this.#own(kernel)
    const count = fd === undefined ? undefined : retryable(() => fs.readSync(fd, byte, 0, 1, null))
    this.#atEnd = count === 0
    if (count) this.#left = byte
  }

  #waitToRead(kernel: Kernel, into: readonly Region[], wanted: number): Wait<number> {
    this.#reading ??= kernel.link.request('stream.read', this.#own(kernel) ?? this.hostFd, Math.min(wanted, MAX_READ_BYTES))
    const reading = this.#reading
    return {
      wait: true,
      ready: () => reading.settled,
      resume: () => {
        this.#reading = undefined
        this.#left = reading.take() as Uint8Array // stream.read answers bytes to who does not take it back
        return this.#deliver(kernel, into)
      },
      cancel() {}, // what arrives later is for the next read
    }
  }

  #deliver(kernel: Kernel, into: readonly Region[]): number {
    const count = scatter(kernel.memory, into, this.#left)
    this.#left = this.#left.subarray(count)
    return count
  }

  #write(kernel: Kernel, bytes: Uint8Array): Transfer {
    const fd = this.#own(kernel)
    let done = 0
    while (done < bytes.length) {
      const count = retryable(
        () => fs.writeSync(fd ?? this.hostFd, bytes, done, bytes.length - done, null),
        () => this.#brokenPipe(kernel),
      )
      if (count === undefined) break
      done += count
    }
    if (done === bytes.length) return done
    if (this.status & O.NONBLOCK) return done > 0 ? done : 'EAGAIN'
    this.#writing = kernel.link.request('stream.write', fd ?? this.hostFd, bytes.subarray(done))
    return this.#waitToWrite(bytes, bytes.length, () => bytes.length)
  }

  // Once bytes are with the host end they count as written: an interrupt must not make the guest write them twice.
  #waitToWrite(bytes: Uint8Array, accepted: number, next: () => Transfer): Wait<number> {
    const writing = this.#writing
    return {
      wait: true,
      ready: () => writing?.settled ?? true,
      resume: () => {
        writing?.take()
        return next()
      },
      cancel: () => (accepted === bytes.length ? accepted : undefined),
    }
  }

  #brokenPipe(kernel: Kernel): void {
    if (this.hostFd === 1) kernel.stdoutBroken = true
  }

  #own(kernel: Kernel): number | undefined {
    if (this.#ours === null)
      this.#ours =
        this.type === 2 && this.status & O.ACCMODE ? undefined : kernel.platform.reopen(this.hostFd, this.status & O.ACCMODE)
    return this.#ours
  }
}

const MAX_READ_BYTES = 1 << 16

// EAGAIN is not a failure here but "not yet".
function retryable(operation: () => number, onBrokenPipe?: () => void): number | undefined {
  try {
    return operation()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException // Node throws nothing but such errors here
    if (code === 'EAGAIN') return undefined
    if (code === 'EPIPE') onBrokenPipe?.()
    throw error
  }
}
