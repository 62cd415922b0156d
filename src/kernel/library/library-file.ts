// An open file of the interpreter's own: a stretch of an archive, which is read in place.
import fs from 'node:fs'
import os from 'node:os'
import type { Region } from '../arguments.ts'
import { type OpenFile, POLL, SEEK } from '../descriptors/open-file.ts'
import type { Errno } from '../errno.ts'
import { RegularFile } from '../files/regular-file.ts'
import type { Kernel } from '../kernel.ts'
import type { Stat } from '../structs.ts'
import { type FilePart, readPart } from './archive.ts'

export class LibraryFile implements OpenFile {
  status: number
  readonly type = 4
  readonly hostFd = undefined
  readonly readOnly = true
  readonly #part: FilePart
  readonly #stat: Stat
  #offset = 0

  constructor(part: FilePart, stat: Stat, status: number) {
    this.#part = part
    this.#stat = stat
    this.status = status
  }

  read(kernel: Kernel, into: readonly Region[]): number {
    const count = this.readAt(kernel, into, this.#offset)
    this.#offset += count
    return count
  }

  readAt(kernel: Kernel, into: readonly Region[], offset: number): number {
    const { fd, at, bytes } = this.#part
    let total = 0
    for (const { address, length } of into) {
      const from = offset + total
      const wanted = Math.min(length, bytes - from)
      if (wanted <= 0) break
      const count = fs.readSync(fd, kernel.memory.u8, address, wanted, at + from)
      total += count
      if (count < length) break
    }
    return total
  }

  write(): Errno {
    return 'EBADF'
  }

  writeAt(): Errno {
    return 'EBADF'
  }

  seek(_: Kernel, offset: number, whence: number): number | Errno {
    const place = offset + (whence === SEEK.SET ? 0 : whence === SEEK.CUR ? this.#offset : this.#part.bytes)
    if (place < 0 || place > Number.MAX_SAFE_INTEGER) return 'EINVAL'
    this.#offset = place
    return place
  }

  stat(): Stat {
    return this.#stat
  }

  /** A child is given a copy that has no name. */
  makeReal(kernel: Kernel): void {
    const folder = fs.mkdtempSync(`${os.tmpdir()}/py-runner-`)
    try {
      const copy = `${folder}/copy`
      fs.writeFileSync(copy, readPart(this.#part), { mode: 0o400 })
      const real = new RegularFile(fs.openSync(copy, 'r'), { status: this.status, readOnly: true })
      real.seek(kernel, this.#offset, SEEK.SET)
      kernel.descriptors.exchange(this, real)
    } finally {
      fs.rmSync(folder, { recursive: true })
    }
  }

  /** The archive stays open. */
  close(): void {}

  /** poll(2): regular files always poll readable and writable. */
  poll(_: Kernel, events: number): number {
    return events & (POLL.IN | POLL.OUT)
  }
}
