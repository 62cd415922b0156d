// The guest's descriptors: small numbers that name open files, with the close-on-exec flag. One table for every kind.
import type { Kernel } from '../kernel.ts'
import type { OpenFile } from './open-file.ts'

export interface Descriptor {
  readonly file: OpenFile
  closeOnExec: boolean
}

/** Linux's default soft limit of open descriptors; running out answers EMFILE as there. */
const MAX_DESCRIPTORS = 1024

export class DescriptorTable {
  readonly #entries = new Map<number, Descriptor>()
  readonly #references = new Map<OpenFile, number>()

  get(fd: number): Descriptor | undefined {
    return this.#entries.get(fd)
  }

  entries(): IterableIterator<[number, Descriptor]> {
    return this.#entries.entries()
  }

  /** POSIX: the lowest number that is free, from `from` up. */
  add(file: OpenFile, closeOnExec: boolean, from = 0): number | 'EMFILE' {
    let fd = from
    while (this.#entries.has(fd)) fd++
    if (fd >= MAX_DESCRIPTORS) return 'EMFILE'
    this.#put(fd, file, closeOnExec)
    return fd
  }

  /** dup2: `fd` names `file` from now on; what it named before is closed. */
  replace(kernel: Kernel, fd: number, file: OpenFile, closeOnExec: boolean): void {
    this.#references.set(file, (this.#references.get(file) ?? 0) + 1) // first, in case it is the same file
    this.remove(kernel, fd)
    this.#references.set(file, (this.#references.get(file) ?? 0) - 1)
    this.#put(fd, file, closeOnExec)
  }

  remove(kernel: Kernel, fd: number): boolean {
    const entry = this.#entries.get(fd)
    if (!entry) return false
    this.#entries.delete(fd)
    const left = (this.#references.get(entry.file) ?? 1) - 1
    if (left > 0) this.#references.set(entry.file, left)
    else {
      this.#references.delete(entry.file)
      entry.file.close(kernel)
    }
    return true
  }

  #put(fd: number, file: OpenFile, closeOnExec: boolean): void {
    this.#entries.set(fd, { file, closeOnExec })
    this.#references.set(file, (this.#references.get(file) ?? 0) + 1)
  }
}

export const validFd = (fd: number) => fd >= 0 && fd < MAX_DESCRIPTORS
