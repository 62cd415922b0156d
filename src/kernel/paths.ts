// From what the guest wrote to what Node opens: the guest's own working directory, directory descriptors, and the one
// reserved prefix under which the interpreter's own files live. Paths stay bytes. Separators are the platform's matter.
import fs from 'node:fs'
import type { Platform } from '../platform/platform.ts'
import { AT_FDCWD, type HostPath } from './arguments.ts'
import type { DescriptorTable } from './descriptors/descriptor-table.ts'
import type { OpenFile } from './descriptors/open-file.ts'
import { DirectoryFile } from './directories/directory-file.ts'
import type { Errno } from './errno.ts'

export class Paths {
  readonly #platform: Platform
  readonly #descriptors: DescriptorTable
  readonly #library: Buffer
  /** Undefined while the guest is where the process started: relative paths then go to Node as they are. */
  #base: { readonly host: Buffer; readonly fd: number | undefined; readonly readOnly: boolean } | undefined

  readonly #makeReal: (file: OpenFile) => void

  /** `library`: the host folder that holds the interpreter's own files. `makeReal`: gives an open file a descriptor of the host's. */
  constructor(
    platform: Platform,
    descriptors: DescriptorTable,
    library: Buffer,
    cwd: Buffer | undefined,
    makeReal: (file: OpenFile) => void,
  ) {
    this.#makeReal = makeReal
    this.#platform = platform
    this.#descriptors = descriptors
    this.#library = library
    if (cwd) this.#base = { host: cwd, fd: undefined, readOnly: false }
  }

  resolve(dirfd: number, written: Buffer): HostPath | Errno {
    if (written.length === 0) return 'ENOENT' // path_resolution(7)
    const { paths } = this.#platform
    const guest = paths.complete && dirfd === AT_FDCWD ? paths.complete(written, () => this.cwd()) : written
    if (typeof guest === 'string') return guest
    if (paths.isAbsolute(guest)) {
      const own = paths.insideLibrary(guest)
      if (own) return { host: Buffer.concat([this.#library, own]), guest: written, dirfd, readOnly: true }
      const open = paths.openDescriptor?.(guest)
      if (open) return this.#descriptor(open.fd, open.rest, { guest: written, dirfd, readOnly: false })
      return { host: paths.toHost(guest), guest: written, dirfd, readOnly: false }
    }
    const relative = paths.toHost(guest)
    if (dirfd === AT_FDCWD) {
      if (!this.#base) return { host: relative, guest: written, dirfd, readOnly: false }
      return { host: join(this.#base.host, relative), guest: written, dirfd, readOnly: this.#base.readOnly }
    }
    const directory = this.#descriptors.get(dirfd)?.file
    if (!directory) return 'EBADF'
    if (!(directory instanceof DirectoryFile)) return 'ENOTDIR'
    return { host: join(directory.base, relative), guest: written, dirfd, readOnly: directory.readOnly }
  }

  // The guest's numbers are not the host's: /dev/fd/3 is what the guest has as 3.
  #descriptor(fd: number, rest: Buffer, path: Omit<HostPath, 'host'>): HostPath | Errno {
    const file = this.#descriptors.get(fd)?.file
    if (file && file.hostFd === undefined) this.#makeReal(file)
    const hostFd = this.#descriptors.get(fd)?.file.hostFd
    if (hostFd === undefined) return 'ENOENT'
    return { ...path, host: Buffer.concat([this.#platform.directoryBase(hostFd, path.guest), rest]) }
  }

  /** The working directory as the guest names it. */
  cwd(): Buffer | Errno {
    const base = this.#base
    if (base?.readOnly)
      return this.#platform.paths.fromLibrary(fs.realpathSync(base.host, 'buffer').subarray(this.#library.length))
    const host = base ? (base.fd === undefined ? base.host : this.#platform.pathOfFd(base.fd)) : Buffer.from(process.cwd())
    return host ? this.#platform.paths.toGuest(host) : 'ENOENT'
  }

  /** The working directory for a child of the host. */
  hostCwd(): Buffer {
    return this.#base?.host ?? Buffer.from(process.cwd())
  }

  chdir(path: HostPath): number | Errno {
    const fd = fs.openSync(path.host, fs.constants.O_RDONLY | (fs.constants.O_DIRECTORY ?? 0))
    try {
      fs.accessSync(path.host, fs.constants.X_OK)
    } catch (error) {
      fs.closeSync(fd)
      throw error
    }
    this.#enter({ host: this.#platform.directoryBase(fd, path.host), fd, readOnly: path.readOnly })
    return 0
  }

  fchdir(directory: DirectoryFile): number {
    const fd = fs.openSync(directory.base, fs.constants.O_RDONLY | (fs.constants.O_DIRECTORY ?? 0))
    this.#enter({ host: this.#platform.directoryBase(fd, directory.base), fd, readOnly: directory.readOnly })
    return 0
  }

  /** The process has ended and is nowhere any more. */
  leave(): void {
    if (this.#base?.fd !== undefined) fs.closeSync(this.#base.fd)
    this.#base = undefined
  }

  #enter(base: { readonly host: Buffer; readonly fd: number; readonly readOnly: boolean }): void {
    this.leave()
    this.#base = base
  }
}

const SLASH = Buffer.from('/')
const join = (base: Buffer, relative: Buffer) => Buffer.concat([base, SLASH, relative])
