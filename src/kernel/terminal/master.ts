// The master of a pseudo-terminal, pty(7): what a script reads is what programs write to the terminal, and the other way
// round. It has one description, since opening it anew makes another terminal, so nobody can wait for it beside the guest:
// what is to come is looked for every few milliseconds.
import fs from 'node:fs'
import type { Region } from '../arguments.ts'
import { O, type OpenFile, POLL, type Transfer } from '../descriptors/open-file.ts'
import { UnseekableFile } from '../descriptors/unseekable-file.ts'
import type { Kernel } from '../kernel.ts'
import { gather, scatter } from '../streams/regions.ts'
import { retryable } from '../streams/retryable.ts'
import type { Stat } from '../structs.ts'

const LOOK_AGAIN_MS = 10
const READ_BYTES = 4096 // what the system's buffer of a terminal holds
const NOTHING = new Uint8Array(0)

export class TerminalMaster extends UnseekableFile implements OpenFile {
  readonly type = 2
  readonly pollMs = LOOK_AGAIN_MS
  status: number
  /** Does not block. */
  readonly hostFd: number
  /** Read and not yet asked for. */
  #left: Uint8Array = NOTHING

  constructor(hostFd: number, status: number) {
    super()
    this.hostFd = hostFd
    this.status = status
  }

  read(kernel: Kernel, into: readonly Region[]): Transfer {
    if (!this.#look()) {
      if (this.status & O.NONBLOCK) return 'EAGAIN'
      return {
        wait: true,
        pollMs: LOOK_AGAIN_MS,
        ready: () => this.#eventsOf(POLL.IN) !== 0,
        resume: () => this.read(kernel, into) as number,
      }
    }
    const count = scatter(kernel.memory, into, this.#left)
    this.#left = this.#left.subarray(count)
    return count
  }

  write(kernel: Kernel, from: readonly Region[]): Transfer {
    const bytes = gather(kernel.memory, from)
    let done = 0
    const push = (): boolean => {
      const count = retryable(() => fs.writeSync(this.hostFd, bytes, done, bytes.length - done, null))
      done += count ?? 0
      return done === bytes.length
    }
    if (push()) return done
    if (this.status & O.NONBLOCK) return done || 'EAGAIN'
    return { wait: true, pollMs: LOOK_AGAIN_MS, ready: push, resume: () => done, cancel: () => done || undefined }
  }

  stat(): Stat {
    return fs.fstatSync(this.hostFd, { bigint: true })
  }

  close(): void {
    fs.closeSync(this.hostFd)
  }

  poll(_: Kernel, events: number): number {
    return this.#eventsOf(events)
  }

  #eventsOf(events: number): number {
    const out = events & POLL.OUT
    try {
      return this.#look() ? out | (events & POLL.IN) : out
    } catch {
      return out | POLL.HUP // read(2) will say why
    }
  }

  /** Whether there is something to read; EIO when the last program has closed the terminal. */
  #look(): boolean {
    if (this.#left.length > 0) return true
    const bytes = Buffer.allocUnsafe(READ_BYTES)
    const count = retryable(() => fs.readSync(this.hostFd, bytes, 0, bytes.length, null))
    this.#left = bytes.subarray(0, count ?? 0)
    return count !== undefined
  }
}
