// Pipes, terminals, FIFOs and devices that can block. Reads and writes go to a non-blocking description of our own where
// the host can give one; what would block is handed to the host end, which waits for the event and does it.
import fs from 'node:fs'
import type { Pending } from '../../transport/guest-link.ts'
import type { Region } from '../arguments.ts'
import { canRead, canWrite, O, type OpenFile, POLL, type Transfer } from '../descriptors/open-file.ts'
import { UnseekableFile } from '../descriptors/unseekable-file.ts'
import type { Kernel } from '../kernel.ts'
import type { Stat } from '../structs.ts'
import type { Wait } from '../wait.ts'
import { Patience } from './patience.ts'
import { readAhead } from './read-ahead.ts'
import { after, gather, lengthOf, scatter } from './regions.ts'
import { retryable } from './retryable.ts'
import { StreamWriter } from './stream-writer.ts'

const TERMINAL = 2
const STREAM = 6
const NOTHING = new Uint8Array(0)

export class StreamFile extends UnseekableFile implements OpenFile {
  status: number
  readonly type: typeof TERMINAL | typeof STREAM
  readonly hostFd: number
  readonly #keepOpen: boolean
  /** A descriptor of ours that never blocks; undefined where there is none, null while nobody has asked. */
  #ours: number | undefined | null
  #left: Uint8Array
  #reading: Pending | undefined
  readonly #patience = new Patience()
  /** Whether the last look found the end: another writer may come, so it is not kept for reads. */
  #atEnd = false
  /** Whether the host end was given the very descriptor. */
  #lent = false
  readonly #writer: StreamWriter

  constructor(
    hostFd: number,
    options: {
      readonly status: number
      readonly nonBlocking?: boolean
      readonly terminal?: boolean
      readonly keepOpen?: boolean
      /** What was read of it before there was this. */
      readonly ahead?: Uint8Array
    },
  ) {
    super()
    this.hostFd = hostFd
    this.status = options.status
    this.type = options.terminal ? TERMINAL : STREAM
    this.#keepOpen = options.keepOpen ?? false
    this.#left = options.ahead ?? NOTHING
    this.#ours = options.nonBlocking ? hostFd : null
    this.#writer = new StreamWriter({
      own: (kernel) => this.#own(kernel),
      hostFd,
      hand: (kernel, bytes) => this.#ask(kernel, 'stream.write', bytes),
    })
  }

  read(kernel: Kernel, into: readonly Region[]): Transfer {
    const wanted = lengthOf(into)
    if (wanted === 0) return 0
    this.#recall(kernel)
    if (this.#left.length > 0) {
      const count = this.#deliver(kernel, into)
      return count + (count < wanted ? (this.#readNow(kernel, after(into, count)) ?? 0) : 0)
    }
    const count = this.#readNow(kernel, into)
    if (count !== undefined) return count
    if (this.status & O.NONBLOCK) return 'EAGAIN'
    const soon = this.#own(kernel) === undefined ? undefined : this.#patience.again(() => this.#readNow(kernel, into))
    if (soon !== undefined) return soon
    return this.#waitToRead(kernel, into, wanted)
  }

  write(kernel: Kernel, from: readonly Region[]): Transfer {
    return this.#writer.write(kernel, gather(kernel.memory, from), (this.status & O.NONBLOCK) !== 0)
  }

  /** Bytes that count as written already: what does not go out at once goes by itself. */
  push(kernel: Kernel, bytes: Uint8Array): void {
    this.#writer.push(kernel, bytes)
  }

  stat(): Stat {
    return fs.fstatSync(this.hostFd, { bigint: true })
  }

  // What the host end still does with the descriptor comes first: bytes that count as written would be lost, and another
  // file might have the number by then.
  close(kernel: Kernel): void {
    const underWay = [this.#reading, this.#writer.underWay].filter((pending) => pending !== undefined && !pending.settled)
    let left = underWay.length
    if (left === 0) return this.#close(kernel)
    kernel.closing.add(this)
    for (const pending of underWay)
      pending?.onAnswer(() => {
        left--
        if (left > 0) return
        kernel.closing.delete(this)
        this.#close(kernel)
      })
    if (this.#reading && !this.#reading.settled) this.#reading.withdraw()
  }

  #close(kernel: Kernel): void {
    if (typeof this.#ours === 'number' && this.#ours !== this.hostFd) fs.closeSync(this.#ours)
    if (this.#keepOpen) return
    if (this.#lent && fs.fstatSync(this.hostFd).isSocket()) kernel.link.request('stream.close', this.hostFd)
    else fs.closeSync(this.hostFd)
  }

  poll(kernel: Kernel, events: number): number {
    const now = events & POLL.OUT && canWrite(this) && this.#writer.promise() ? POLL.OUT : 0
    if (!(events & POLL.IN) || !canRead(this)) return now
    if (this.#reading && !this.#reading.settled) return now // the host end looks
    this.#recall(kernel)
    if (this.#left.length === 0) this.#peek(kernel)
    if (this.#left.length > 0) return now | POLL.IN
    return this.#atEnd ? now | this.#endOf() : now
  }

  watch(kernel: Kernel, events: number): void {
    if (!(events & POLL.IN) || !canRead(this) || this.#left.length > 0 || this.#atEnd) return
    this.#reading ??= this.#ask(kernel, 'stream.read', 1)
  }

  unwatch(kernel: Kernel): void {
    this.#recall(kernel)
  }

  /** It is read, and kept for the guest. */
  waiting(kernel: Kernel): number {
    this.#recall(kernel)
    const more = readAhead(kernel.platform, this.hostFd)
    if (more) this.#left = Buffer.concat([this.#left, more])
    return this.#left.length
  }

  /** Forgets what was typed and not read, TCIFLUSH. */
  discard(kernel: Kernel): void {
    this.#recall(kernel)
    while (readAhead(kernel.platform, this.hostFd)?.length) {}
    this.#left = NOTHING
  }

  /**
   * Bytes that were read although the guest has not asked for them, taken away: whoever reads on needs them. A terminal has
   * none to give away, since nothing can stand in its place; nor has a FIFO that is written here too, since it never ends.
   */
  takeAhead(kernel: Kernel): Uint8Array {
    this.#recall(kernel)
    const ahead = this.#left
    if (this.type === TERMINAL || (canWrite(this) && fs.fstatSync(this.hostFd).isFIFO())) return NOTHING
    this.#left = NOTHING
    return ahead
  }

  /** What was written before comes before what others write. */
  share(kernel: Kernel): void {
    this.settle(kernel)
  }

  /** All that the guest wrote gets to the host. */
  settle(kernel: Kernel): void {
    this.#writer.settle(kernel)
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
    this.#reading ??= this.#ask(kernel, 'stream.read', Math.min(wanted, MAX_READ_BYTES))
    const reading = this.#reading
    const isOver = this.#patience.waits()
    return {
      wait: true,
      ready: () => reading.settled,
      resume: () => {
        isOver()
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

  #ask(kernel: Kernel, operation: 'stream.read' | 'stream.write', argument: number | Uint8Array): Pending {
    const fd = this.#own(kernel) ?? this.hostFd
    this.#lent ||= fd === this.hostFd
    return kernel.link.request(operation, fd, argument)
  }

  #own(kernel: Kernel): number | undefined {
    if (this.#ours === null)
      this.#ours =
        this.type === TERMINAL && this.status & O.ACCMODE
          ? undefined
          : kernel.platform.reopen(this.hostFd, this.status & O.ACCMODE)
    return this.#ours
  }
}

const MAX_READ_BYTES = 1 << 16
