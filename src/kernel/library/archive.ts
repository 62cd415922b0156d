// A zip archive whose members are stored as they are, read in place. PKWARE's APPNOTE.TXT, 4.3: headers of members lie before
// their bytes, and once more, with where they are, in the directory at the end. Names are looked up, nothing else is decoded
// before it is asked for.
import fs from 'node:fs'

/** A stretch of an open file of the host. */
export interface FilePart {
  readonly fd: number
  readonly at: number
  readonly bytes: number
}

export function readPart({ fd, at, bytes }: FilePart): Buffer {
  const all = Buffer.allocUnsafe(bytes)
  return all.subarray(0, fs.readSync(fd, all, 0, bytes, at))
}

export class Archive {
  readonly #file: FilePart
  readonly #directory: Buffer
  /** By name: where a member's header begins in the directory. */
  readonly #headers = new Map<string, number>()
  readonly #folders = new Set<string>([''])

  /** Throws RangeError for what is no such archive. */
  constructor(file: FilePart) {
    this.#file = file
    const end = this.#read(file.bytes - END.bytes, END.bytes)
    const bytes = end.readUInt32LE(END.directoryBytes)
    if (end.readUInt32LE(0) !== END.signature) throw new RangeError('no archive, or one with a comment')
    this.#directory = this.#read(end.readUInt32LE(END.directoryAt), bytes)
    let folder = ''
    for (let at = 0; at < bytes; ) {
      const nameBytes = this.#directory.readUInt16LE(at + HEADER.nameBytes)
      const name = this.#directory.toString('latin1', at + HEADER.bytes, at + HEADER.bytes + nameBytes)
      const slash = name.lastIndexOf('/')
      if (slash !== folder.length || !name.startsWith(folder)) this.#addFolder((folder = name.slice(0, Math.max(0, slash))))
      if (slash < name.length - 1) this.#headers.set(name, at)
      at +=
        HEADER.bytes +
        nameBytes +
        this.#directory.readUInt16LE(at + HEADER.extraBytes) +
        this.#directory.readUInt16LE(at + HEADER.commentBytes)
    }
  }

  hasFolder(name: string): boolean {
    return this.#folders.has(name)
  }

  /** A number of a member, which no other has. */
  numberOf(name: string): number | undefined {
    return this.#headers.get(name)
  }

  sizeOf(name: string): number {
    return this.#directory.readUInt32LE((this.#headers.get(name) ?? 0) + HEADER.size)
  }

  /** Where a member's bytes are. */
  partOf(name: string): FilePart {
    const at = this.#headers.get(name) ?? 0
    if (this.#directory.readUInt16LE(at + HEADER.method) !== STORED) throw new RangeError(`${name} is compressed`)
    const local = this.#directory.readUInt32LE(at + HEADER.localAt)
    const header = this.#read(local, LOCAL.bytes)
    const { fd } = this.#file
    const head = LOCAL.bytes + header.readUInt16LE(LOCAL.nameBytes) + header.readUInt16LE(LOCAL.extraBytes)
    return { fd, at: this.#file.at + local + head, bytes: this.sizeOf(name) }
  }

  /** What lies in a folder. */
  *namesIn(folder: string): Iterable<{ readonly name: string; readonly isFolder: boolean }> {
    const start = folder === '' ? '' : `${folder}/`
    const below = (name: string) => name.startsWith(start) && name !== folder && name !== '' && !name.includes('/', start.length)
    for (const name of this.#folders) if (below(name)) yield { name: name.slice(start.length), isFolder: true }
    for (const name of this.#headers.keys()) if (below(name)) yield { name: name.slice(start.length), isFolder: false }
  }

  #addFolder(name: string): void {
    for (let folder = name; !this.#folders.has(folder); folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/'))))
      this.#folders.add(folder)
  }

  #read(at: number, length: number): Buffer {
    const { fd, at: start, bytes } = this.#file
    const buffer = Buffer.allocUnsafe(length)
    if (at < 0 || at + length > bytes || fs.readSync(fd, buffer, 0, length, start + at) !== length)
      throw new RangeError('an archive that has lost its end')
    return buffer
  }
}

const STORED = 0
/** End of central directory record. */
const END = { bytes: 22, signature: 0x06054b50, directoryBytes: 12, directoryAt: 16 } as const
/** Central directory header. */
const HEADER = { bytes: 46, method: 10, size: 24, nameBytes: 28, extraBytes: 30, commentBytes: 32, localAt: 42 } as const
/** Local file header. */
const LOCAL = { bytes: 30, nameBytes: 26, extraBytes: 28 } as const
