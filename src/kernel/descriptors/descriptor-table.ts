// The guest's descriptors: small numbers that name open files, with the close-on-exec flag. One table for every kind.
import type { Kernel } from '../kernel.ts'
import type { Inheritance } from './inheritance.ts'
import type { OpenFile } from './open-file.ts'

export interface Descriptor {
  readonly file: OpenFile
  closeOnExec: boolean
}

/** Numbers below are given without a look at the limit: no process is started with fewer. */
const ALWAYS_GIVEN = 16

export class DescriptorTable {
  readonly #entries = new Map<number, Descriptor>()
  readonly #references = new Map<OpenFile, number>()
  readonly #inheritedLimit: () => number
  readonly #inherited: Inheritance
  #limit: number | undefined

  constructor(inheritedLimit: () => number, inherited: Inheritance) {
    this.#inheritedLimit = inheritedLimit
    this.#inherited = inherited
  }

  /** RLIMIT_NOFILE: numbers from here on are not given, EMFILE. */
  get limit(): number {
    this.#limit ??= this.#inheritedLimit()
    return this.#limit
  }

  set limit(limit: number) {
    this.#limit = limit
  }

  get(fd: number): Descriptor | undefined {
    return this.#entries.get(fd) ?? this.#inherit(fd)
  }

  /** Makes all that was inherited the guest's, which else happens when it is named. */
  inheritAll(): void {
    for (const fd of this.#inherited.left) this.get(fd)
  }

  entries(): IterableIterator<[number, Descriptor]> {
    return this.#entries.entries()
  }

  /** POSIX: the lowest number that is free, from `from` up. */
  add(file: OpenFile, closeOnExec: boolean, from = 0): number | 'EMFILE' {
    let fd = from
    while (this.get(fd)) fd++
    if (!this.allows(fd)) return 'EMFILE'
    this.#put(fd, file, closeOnExec)
    return fd
  }

  /** dup2: `fd` names `file` from now on; what it named before is closed. */
  replace(kernel: Kernel, fd: number, file: OpenFile, closeOnExec: boolean): void {
    this.hold(file) // first, in case it is the same file
    this.remove(kernel, fd)
    this.#entries.set(fd, { file, closeOnExec })
  }

  /** Every number that names `old` names `file` from now on; `old` is not closed. */
  exchange(old: OpenFile, file: OpenFile): void {
    for (const [fd, entry] of this.#entries) if (entry.file === old) this.#entries.set(fd, { ...entry, file })
    this.#references.set(file, this.#references.get(old) ?? 0)
    this.#references.delete(old)
  }

  remove(kernel: Kernel, fd: number): boolean {
    const entry = this.get(fd)
    if (!entry) return false
    this.#entries.delete(fd)
    this.release(kernel, entry.file)
    return true
  }

  /** Keeps `file` open without a number, as a mapping does; `release` ends it. */
  hold(file: OpenFile): void {
    this.#references.set(file, (this.#references.get(file) ?? 0) + 1)
  }

  release(kernel: Kernel, file: OpenFile): void {
    const left = (this.#references.get(file) ?? 1) - 1
    if (left > 0) this.#references.set(file, left)
    else {
      this.#references.delete(file)
      file.close(kernel)
    }
  }

  /** Whether a call may name this number for a new descriptor. */
  allows(fd: number): boolean {
    return fd >= 0 && (fd < ALWAYS_GIVEN || fd < this.limit)
  }

  #inherit(fd: number): Descriptor | undefined {
    const file = this.#inherited.take(fd)
    if (!file) return undefined
    this.#put(fd, file, false)
    return this.#entries.get(fd)
  }

  #put(fd: number, file: OpenFile, closeOnExec: boolean): void {
    this.#entries.set(fd, { file, closeOnExec })
    this.hold(file)
  }
}
