// A regular file, and devices that answer at once (/dev/null, /dev/zero, /dev/full, /dev/urandom). Node has no lseek, so
// the offset is kept here. As long as it is where the host's own is, transfers use that one, so that children and others
// who share the description (`> log 2>&1`) go on from the same place; after a seek they name the offset, until somebody
// else is about to use the description: then the host's is moved, which is dear, and followed again.
import fs from 'node:fs'
import type { Region } from '../arguments.ts'
import { O, type OpenFile, POLL, SEEK, type Transfer } from '../descriptors/open-file.ts'
import type { Errno } from '../errno.ts'
import type { Kernel } from '../kernel.ts'
import type { Stat } from '../structs.ts'

const NOTHING = new Uint8Array(0)

type Operation = (fd: number, buffer: Uint8Array, at: number, length: number, position: number | null) => number

export class RegularFile implements OpenFile {
  status: number
  readonly type = 4
  readonly #device: boolean
  readonly hostFd: number
  readonly readOnly: boolean
  /** Where the guest is; null: wherever the host is, for a description that others share. */
  #offset: number | null
  /** Where the host's own offset is; undefined when others may have moved it. */
  #hostOffset: number | undefined
  /** Whether others have the description too. */
  #shared: boolean
  readonly #hostAppends: boolean
  readonly #keepOpen: boolean
  #inPlace: number | undefined
  /** The file's path, where the file is to go when it is closed. */
  readonly #removeAs: Buffer | undefined

  constructor(
    hostFd: number,
    options: {
      readonly status: number
      /** Whoever handed it on has the description too. */
      readonly inherited?: boolean
      /** The host's descriptor outlasts the guest's. */
      readonly keepOpen?: boolean
      readonly device?: boolean
      readonly readOnly?: boolean
      readonly removeAs?: Buffer | undefined
    },
  ) {
    this.hostFd = hostFd
    this.status = options.status
    this.#device = options.device ?? false
    this.readOnly = options.readOnly ?? false
    this.#shared = options.inherited ?? false
    this.#offset = this.#shared || options.device ? null : 0
    this.#hostOffset = this.#shared ? undefined : 0
    this.#hostAppends = (options.status & O.APPEND) !== 0
    this.#removeAs = options.removeAs
    this.#keepOpen = options.keepOpen ?? false
  }

  read(kernel: Kernel, into: readonly Region[]): Transfer {
    return this.#advance(this.#transfer(kernel, into, this.#place(), fs.readSync))
  }

  write(kernel: Kernel, from: readonly Region[]): Transfer {
    if (this.status & O.APPEND) return this.#append(kernel, from)
    if (this.#hostAppends) return this.#writeInPlace(kernel, from)
    if (this.#device && from.length === 0) return fs.writeSync(this.hostFd, NOTHING, 0, 0, null) // /dev/full refuses even that
    return this.#advance(this.#transfer(kernel, from, this.#place(), fs.writeSync))
  }

  readAt(kernel: Kernel, into: readonly Region[], offset: number): Transfer {
    return this.#transfer(kernel, into, offset, fs.readSync)
  }

  writeAt(kernel: Kernel, from: readonly Region[], offset: number): Transfer {
    return this.#transfer(kernel, from, offset, fs.writeSync)
  }

  seek(kernel: Kernel, offset: number, whence: number): number | Errno {
    if (this.#device) return 0 // Linux: null_lseek and its kin answer 0
    const here = () => this.#offset ?? kernel.platform.offsetOfFd(this.hostFd)
    if (whence === SEEK.CUR && offset === 0) return here()
    const base = whence === SEEK.SET ? 0 : whence === SEEK.CUR ? here() : fs.fstatSync(this.hostFd).size
    if (base + offset < 0 || base + offset > Number.MAX_SAFE_INTEGER) return 'EINVAL' // where Node's numbers end, and all files did before
    this.#offset = base + offset
    return this.#offset
  }

  waiting(kernel: Kernel): number | undefined {
    const [at, stat] = [this.seek(kernel, 0, SEEK.CUR), this.stat()]
    return this.#device || typeof at === 'string' || typeof stat === 'string' ? undefined : Number(stat.size) - at
  }

  stat(): Stat {
    return fs.fstatSync(this.hostFd, { bigint: true })
  }

  share(kernel: Kernel): void {
    this.#shared = true
    if (this.#offset === null) return
    if (this.#offset !== this.#hostOffset && !kernel.platform.seekFd(this.hostFd, this.#offset)) return
    this.#offset = null
    this.#hostOffset = undefined
  }

  settle(kernel: Kernel): void {
    if (this.#shared) this.share(kernel)
  }

  close(kernel: Kernel): void {
    this.settle(kernel)
    if (!this.#keepOpen) fs.closeSync(this.hostFd)
    if (this.#inPlace !== undefined) fs.closeSync(this.#inPlace)
    if (this.#removeAs) fs.rmSync(this.#removeAs, { force: true })
  }

  /** poll(2): regular files always poll readable and writable. */
  poll(_: Kernel, events: number): number {
    return events & (POLL.IN | POLL.OUT)
  }

  // Null is the host's own offset.
  #place(): number | null {
    return this.#offset === this.#hostOffset ? null : this.#offset
  }

  #advance(count: number): number {
    if (this.#offset !== null) {
      if (this.#offset === this.#hostOffset) this.#hostOffset += count
      this.#offset += count
    }
    return count
  }

  // The host appends atomically where it opened the file so; F_SETFL can only set the guest's flag, then the end is looked up.
  #append(kernel: Kernel, from: readonly Region[]): number {
    const end = this.#hostAppends ? null : fs.fstatSync(this.hostFd).size
    const count = this.#transfer(kernel, from, end, fs.writeSync)
    if (this.#offset !== null) this.#offset = fs.fstatSync(this.hostFd).size
    if (end === null) this.#hostOffset = this.#offset ?? undefined
    return count
  }

  // F_SETFL took O_APPEND back, which Node cannot do to a description that has it: another one writes where the guest is.
  #writeInPlace(kernel: Kernel, from: readonly Region[]): Transfer {
    this.#inPlace ??= kernel.platform.reopen(this.hostFd, this.status & O.ACCMODE)
    if (this.#inPlace === undefined) return 'EPERM'
    this.#offset ??= kernel.platform.offsetOfFd(this.hostFd)
    this.#hostOffset = undefined
    return this.#advance(this.#transfer(kernel, from, this.#offset, fs.writeSync, this.#inPlace))
  }

  #transfer(kernel: Kernel, regions: readonly Region[], offset: number | null, operation: Operation, fd = this.hostFd): number {
    let total = 0
    for (const { address, length } of regions) {
      const at = offset === null ? null : offset + total
      let count: number
      try {
        count = operation(fd, kernel.memory.u8, address, length, at)
      } catch (error) {
        if (total > 0) break // POSIX: a half-done transfer answers its count, the error comes with the next call
        throw error
      }
      total += count
      if (count < length) break
    }
    return total
  }
}
