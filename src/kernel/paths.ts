// From what the guest wrote to what Node opens: the guest's own working directory, directory descriptors, and the one
// reserved prefix under which the interpreter's own files live. Paths stay bytes. Separators are the platform's matter.
import fs from 'node:fs'
import type { Platform } from '../platform/platform.ts'
import { AT_FDCWD, type HostPath } from './arguments.ts'
import type { DescriptorTable } from './descriptors/descriptor-table.ts'
import type { OpenFile } from './descriptors/open-file.ts'
import { DirectoryFile } from './directories/directory-file.ts'
import type { Errno } from './errno.ts'
import type { Library } from './library/library.ts'

interface Base {
  /** In the interpreter's own files: from their prefix on. */
  readonly host: Buffer
  readonly fd: number | undefined
  readonly readOnly: boolean
}

export class Paths {
  readonly #platform: Platform
  readonly #descriptors: DescriptorTable
  readonly #library: Library
  /** Undefined while the guest is where the process started: relative paths then go to Node as they are. */
  #base: Base | undefined

  readonly #makeReal: (file: OpenFile) => void

  /** `library`: what lies under the prefix. `makeReal`: gives an open file a descriptor of the host's. */
  constructor(
    platform: Platform,
    descriptors: DescriptorTable,
    library: Library,
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
      if (own) return this.#inLibrary(own, written, dirfd)
      const open = paths.openDescriptor?.(guest)
      if (open) return this.#descriptor(open.fd, open.rest, { guest: written, dirfd, readOnly: false })
      return { host: paths.toHost(guest), guest: written, dirfd, readOnly: false }
    }
    const relative = paths.toHost(guest)
    if (dirfd === AT_FDCWD) {
      if (!this.#base) return { host: relative, guest: written, dirfd, readOnly: false }
      const { host, readOnly } = this.#base
      return readOnly
        ? this.#inLibrary(join(host, relative), written, dirfd)
        : { host: join(host, relative), guest: written, dirfd, readOnly }
    }
    const directory = this.#descriptors.get(dirfd)?.file
    if (!directory) return 'EBADF'
    if (!(directory instanceof DirectoryFile)) return 'ENOTDIR'
    const { base, readOnly } = directory
    return readOnly
      ? this.#inLibrary(join(base, relative), written, dirfd)
      : { host: join(base, relative), guest: written, dirfd, readOnly }
  }

  // What is there is the guest's alone: to Node its path is one below a file, where nothing is.
  #inLibrary(inside: Buffer, guest: Buffer, dirfd: number): HostPath | Errno {
    const found = this.#library.find(inside.toString('latin1'))
    if (typeof found === 'string') return found
    if ('outside' in found) return this.resolve(AT_FDCWD, Buffer.from(`/${found.outside}`, 'latin1'))
    const host = Buffer.from(`${this.#library.place.archive}${found.path}`)
    return { host, guest, dirfd, readOnly: true, node: found.node }
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
    if (base?.readOnly) return this.#platform.paths.fromLibrary(base.host)
    const host = base ? (base.fd === undefined ? base.host : this.#platform.pathOfFd(base.fd)) : Buffer.from(process.cwd())
    return host ? this.#platform.paths.toGuest(host) : 'ENOENT'
  }

  /** The host's folder for who is to be in one of the interpreter's own. */
  get besideLibrary(): Buffer {
    const { archive } = this.#library.place
    return Buffer.from(archive.slice(0, archive.lastIndexOf('/')))
  }

  /** The working directory for a child of the host. */
  hostCwd(): Buffer {
    if (this.#base?.readOnly) return this.besideLibrary
    return this.#base?.host ?? Buffer.from(process.cwd())
  }

  chdir(path: HostPath): number | Errno {
    if (path.readOnly) return this.#enterLibrary(path)
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
    if (directory.readOnly) {
      this.#enter({ host: directory.base, fd: undefined, readOnly: true })
      return 0
    }
    const fd = fs.openSync(directory.base, fs.constants.O_RDONLY | (fs.constants.O_DIRECTORY ?? 0))
    this.#enter({ host: this.#platform.directoryBase(fd, directory.base), fd, readOnly: directory.readOnly })
    return 0
  }

  #enterLibrary({ node }: HostPath): number | Errno {
    if (!node) return 'ENOENT'
    if (!node.isFolder) return 'ENOTDIR'
    this.#enter({ host: Buffer.from(node.path, 'latin1'), fd: undefined, readOnly: true })
    return 0
  }

  /** The process has ended and is nowhere any more. */
  leave(): void {
    if (this.#base?.fd !== undefined) fs.closeSync(this.#base.fd)
    this.#base = undefined
  }

  #enter(base: Base): void {
    this.leave()
    this.#base = base
  }
}

const SLASH = Buffer.from('/')
const join = (base: Buffer, relative: Buffer) => Buffer.concat([base, SLASH, relative])
