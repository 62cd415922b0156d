// An open directory: its entries are read once per pass, as readdir(3) allows; a seek to 0 reads them anew.
import fs from 'node:fs'
import type { OpenFile } from '../descriptors/open-file.ts'
import { POLL } from '../descriptors/open-file.ts'
import type { Errno } from '../errno.ts'
import type { Kernel } from '../kernel.ts'
import type { Stat } from '../structs.ts'

export interface Entry {
  readonly name: Buffer
  readonly inode: bigint
  /** DT_* of dirent.h. */
  readonly type: number
}

export abstract class DirectoryFile implements OpenFile {
  status: number
  readonly type = 3
  abstract readonly hostFd: number | undefined
  abstract readonly readOnly: boolean
  /** What Node is given to reach things in this directory; of one of the interpreter's own, its path from their prefix on. */
  readonly base: Buffer
  #entries: readonly Entry[] | undefined
  #next = 0

  constructor(base: Buffer, status: number) {
    this.base = base
    this.status = status
  }

  /** The entries from the present place on; the caller says with `skip` how many it took. */
  rest(): readonly Entry[] {
    this.#entries ??= this.readEntries()
    return this.#entries.slice(this.#next)
  }

  get place(): number {
    return this.#next
  }

  skip(count: number): void {
    this.#next += count
  }

  read(): Errno {
    return 'EISDIR'
  }

  write(): Errno {
    return 'EBADF'
  }

  readAt(): Errno {
    return 'EISDIR'
  }

  writeAt(): Errno {
    return 'EBADF'
  }

  seek(_: Kernel, offset: number): number | Errno {
    if (offset < 0) return 'EINVAL'
    if (offset === 0) this.#entries = undefined
    this.#next = offset
    return offset
  }

  abstract stat(): Stat

  abstract close(): void

  protected abstract readEntries(): readonly Entry[]

  poll(_: Kernel, events: number): number {
    return events & (POLL.IN | POLL.OUT)
  }
}

/** One of the host's. */
export class HostDirectory extends DirectoryFile {
  readonly hostFd: number
  readonly readOnly = false

  constructor(hostFd: number, base: Buffer, status: number) {
    super(base, status)
    this.hostFd = hostFd
  }

  stat(): Stat {
    return fs.fstatSync(this.hostFd, { bigint: true })
  }

  close(): void {
    fs.closeSync(this.hostFd)
  }

  protected readEntries(): readonly Entry[] {
    return entriesOf(this.base)
  }
}

export const DT = { UNKNOWN: 0, FIFO: 1, CHR: 2, DIR: 4, BLK: 6, REG: 8, LNK: 10, SOCK: 12 } as const

// Node tells no inode numbers, and DirEntry.inode() shows them: an lstat each.
function entriesOf(base: Buffer): readonly Entry[] {
  const entries: Entry[] = [
    { name: Buffer.from('.'), inode: inodeOf(base), type: DT.DIR },
    { name: Buffer.from('..'), inode: inodeOf(Buffer.concat([base, Buffer.from('/..')])), type: DT.DIR },
  ]
  let types: ReadonlyMap<string, number> | undefined
  for (const name of fs.readdirSync(base, { encoding: 'buffer' })) {
    const stat = statOf(Buffer.concat([base, SLASH, name]))
    if (!stat) types ??= typesIn(base)
    const type = stat ? Number((stat.mode >> 12n) & 15n) : types?.get(name.toString('latin1'))
    entries.push({ name, inode: stat?.ino ?? 0n, type: type ?? DT.UNKNOWN })
  }
  return entries
}
const SLASH = Buffer.from('/')

// A directory that may be read and not searched still tells its names.
function statOf(path: Buffer): fs.BigIntStats | undefined {
  try {
    return fs.lstatSync(path, { bigint: true, throwIfNoEntry: false })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return undefined // Node throws nothing else from lstatSync
    throw error
  }
}

// What the directory itself says of its entries, where they cannot be asked.
function typesIn(base: Buffer): ReadonlyMap<string, number> {
  const entries = fs.readdirSync(base, { encoding: 'buffer', withFileTypes: true })
  return new Map(entries.map((entry) => [entry.name.toString('latin1'), typeOf(entry)]))
}

function typeOf(entry: fs.Dirent<Buffer>): number {
  if (entry.isFile()) return DT.REG
  if (entry.isDirectory()) return DT.DIR
  if (entry.isSymbolicLink()) return DT.LNK
  if (entry.isFIFO()) return DT.FIFO
  if (entry.isSocket()) return DT.SOCK
  if (entry.isCharacterDevice()) return DT.CHR
  return entry.isBlockDevice() ? DT.BLK : DT.UNKNOWN
}

function inodeOf(path: Buffer): bigint {
  return statOf(path)?.ino ?? 0n
}
