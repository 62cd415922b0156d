// The writing half of a stream: at once what goes at once; the rest is handed to the host end, and bytes that it has count as
// written.
import fs from 'node:fs'
import os from 'node:os'
import type { Pending } from '../../transport/guest-link.ts'
import type { Transfer } from '../descriptors/open-file.ts'
import type { Kernel } from '../kernel.ts'
import type { Wait } from '../wait.ts'
import { Patience } from './patience.ts'
import { retryable } from './retryable.ts'

const PROMISED_BYTES = 4096 // PIPE_BUF: what poll(2) promises room for, pipe(7)

export interface WriterMeans {
  readonly hostFd: number
  /** A descriptor that does not block, where there is one. */
  own(kernel: Kernel): number | undefined
  /** Has the host end write them. */
  hand(kernel: Kernel, bytes: Uint8Array): Pending
}

export class StreamWriter {
  readonly #means: WriterMeans
  #writing: Pending | undefined
  /** poll(2) said that a write would not wait. */
  #promised = false
  readonly #patience = new Patience()

  constructor(means: WriterMeans) {
    this.#means = means
  }

  /** What the host end still writes. */
  get underWay(): Pending | undefined {
    return this.#writing && !this.#writing.settled ? this.#writing : undefined
  }

  write(kernel: Kernel, bytes: Uint8Array, nonBlocking: boolean): Transfer {
    if (!this.underWay) return this.#write(kernel, bytes, nonBlocking)
    return nonBlocking ? 'EAGAIN' : this.#waitFor(() => this.#write(kernel, bytes, nonBlocking))
  }

  push(kernel: Kernel, bytes: Uint8Array): void {
    const done = this.#writeNow(kernel, bytes)
    if (done < bytes.length) this.#hand(kernel, bytes.subarray(done))
  }

  /**
   * poll(2) asks whether there is room, which Node cannot tell. So there is, by promise, unless something is still on its
   * way: what is then written counts as written, and what does not go out at once goes by itself.
   */
  promise(): boolean {
    if (this.underWay) return false
    this.#promised = true
    return true
  }

  settle(kernel: Kernel): void {
    const writing = this.#writing
    if (writing) while (kernel.link.sleep(() => writing.settled) !== 'done') kernel.signals.collect()
  }

  #write(kernel: Kernel, bytes: Uint8Array, nonBlocking: boolean): Transfer {
    const promised = this.#promised
    this.#promised = false // of the next write only
    let done = this.#writeNow(kernel, bytes)
    if (done === bytes.length) return done
    if (promised && bytes.length - done <= PROMISED_BYTES) {
      this.#hand(kernel, bytes.subarray(done))
      return bytes.length
    }
    if (nonBlocking) return done > 0 ? done : 'EAGAIN'
    done += this.#writeSoon(kernel, bytes.subarray(done))
    if (done === bytes.length) return done
    this.#hand(kernel, bytes.subarray(done))
    const isOver = this.#patience.waits()
    const wait = this.#waitFor((broken) => {
      isOver()
      if (!broken) return bytes.length
      this.#brokenPipe(kernel)
      return done > 0 ? done : 'EPIPE' // what went out counts, and the next write fails
    })
    return { ...wait, cancel: () => this.#takeBack(kernel, bytes.length, done) }
  }

  // Interrupted, what the host end has not written is taken back. A socket gives nothing back: there all counts as written,
  // for an interrupt must not make the guest write it twice.
  #takeBack(kernel: Kernel, all: number, done: number): number | undefined {
    const writing = this.#writing
    if (!writing || this.#means.own(kernel) === undefined) return all
    writing.withdraw()
    const count = kernel.complete(writing)
    this.#writing = undefined
    return done + Number(count) || undefined
  }

  #writeNow(kernel: Kernel, bytes: Uint8Array): number {
    const fd = this.#means.own(kernel) ?? this.#means.hostFd
    let done = 0
    while (done < bytes.length) {
      const count = retryable(
        () => fs.writeSync(fd, bytes, done, bytes.length - done, null),
        () => this.#brokenPipe(kernel),
      )
      if (count === undefined) break
      done += count
    }
    return done
  }

  #writeSoon(kernel: Kernel, bytes: Uint8Array): number {
    const fd = this.#means.own(kernel)
    if (fd === undefined) return 0
    const until = performance.now() + MOST_PATIENCE_MS // signals are heard after it
    let done = 0
    while (done < bytes.length && performance.now() < until) {
      const count = this.#patience.again(() => taken(() => fs.writeSync(fd, bytes, done, bytes.length - done, null)))
      if (count === undefined) break
      done += count
    }
    return done
  }

  #hand(kernel: Kernel, bytes: Uint8Array): void {
    this.#writing = this.#means.hand(kernel, bytes)
  }

  #waitFor(next: (broken: boolean) => Transfer): Wait<number> {
    const writing = this.#writing
    return { wait: true, ready: () => writing?.settled ?? true, resume: () => next(isBroken(writing)) }
  }

  #brokenPipe(kernel: Kernel): void {
    if (this.#means.hostFd === 1) kernel.stdoutBroken = true
    kernel.signals.bring(os.constants.signals.SIGPIPE)
  }
}

const MOST_PATIENCE_MS = 5

/** Undefined where nothing was, for whatever reason: the host end meets it too. */
function taken(write: () => number): number | undefined {
  try {
    return write()
  } catch {
    return undefined
  }
}

function isBroken(writing: Pending | undefined): boolean {
  try {
    writing?.take()
    return false
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return true // a failure of the host end has a code
    throw error
  }
}
