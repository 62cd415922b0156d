// The interpreter's own files: under one reserved prefix the guest has a folder of modules that is an archive on the host,
// and over it what this machine compiled of them. Nothing in it can be changed; there are no links.
import fs from 'node:fs'
import { InstallationError } from '../../errors.ts'
import type { Errno } from '../errno.ts'
import type { Stat } from '../structs.ts'
import { Archive, type FilePart, readPart } from './archive.ts'

export interface LibraryPlace {
  /** The host's file with the modules' sources. */
  readonly archive: string
  /** A part of an open file: an archive of what was compiled of them. */
  readonly compiled?: FilePart | undefined
}

/** A file or folder that is there. */
export interface LibraryNode {
  /** From the prefix on: '/lib/python3.14/os.py'. */
  readonly path: string
  readonly isFolder: boolean
  readonly stat: Stat
}

/** `outside`: the path leaves the prefix, and goes on so below the folder that the prefix is in. */
export type Found = { readonly path: string; readonly node: LibraryNode | undefined } | { readonly outside: string }

export class Library {
  readonly place: LibraryPlace
  #fd: number | undefined
  #opened: { readonly layers: readonly Archive[]; readonly owner: fs.Stats } | undefined

  constructor(place: LibraryPlace) {
    this.place = place
  }

  /** `inside`: from the prefix on, as the guest wrote it. path_resolution(7): each folder on the way has to be there. */
  find(inside: string): Found | Errno {
    const written = inside.split('/').slice(1) // before the first slash is nothing
    const names: string[] = []
    let path = ''
    for (const [i, name] of written.entries()) {
      if (!this.#isFolder(path)) return this.#layerOf(path) ? 'ENOTDIR' : 'ENOENT'
      if (name === '' || name === '.') continue
      if (name === '..' && names.length === 0) return { outside: written.slice(i + 1).join('/') }
      if (name === '..') names.pop()
      else names.push(name)
      path = names.map((each) => `/${each}`).join('')
    }
    const isFolder = this.#isFolder(path)
    return { path, node: isFolder || this.#layerOf(path) ? this.#node(path, isFolder) : undefined }
  }

  /** The bytes of a file. */
  partOf({ path }: LibraryNode): FilePart {
    const name = path.slice(HOME.length + 1)
    return guarded(this.place, () => (this.#layerOf(path) as Archive).partOf(name)) // a node is there
  }

  /** All of a file. */
  read(node: LibraryNode): Buffer {
    return readPart(this.partOf(node))
  }

  /** What lies in a folder. */
  entriesOf({ path }: LibraryNode): readonly LibraryNode[] {
    const only = ABOVE[ABOVE.indexOf(path) + 1]
    if (ABOVE.includes(path) && only !== undefined) return [this.#node(only, true)]
    const folder = path.slice(HOME.length + 1)
    const names = new Map(
      this.#open()
        .layers.flatMap((layer) => [...layer.namesIn(folder)])
        .map(({ name, isFolder }) => [name, isFolder]),
    )
    return [...names].map(([name, isFolder]) => this.#node(`${path}/${name}`, isFolder))
  }

  close(): void {
    if (this.#fd !== undefined) fs.closeSync(this.#fd)
    this.#fd = undefined
    this.#opened = undefined
  }

  #isFolder(path: string): boolean {
    if (ABOVE.includes(path)) return true
    const name = nameIn(path)
    return name !== undefined && this.#open().layers.some((layer) => layer.hasFolder(name))
  }

  #layerOf(path: string): Archive | undefined {
    const name = nameIn(path)
    return name === undefined ? undefined : this.#open().layers.find((layer) => layer.numberOf(name) !== undefined)
  }

  #node(path: string, isFolder: boolean): LibraryNode {
    const { layers, owner } = this.#open()
    const layer = isFolder ? undefined : this.#layerOf(path)
    const name = path.slice(HOME.length + 1)
    const size = layer?.sizeOf(name) ?? 0
    // Folders are few: their numbers are made of their names, and lie above those of files.
    const number = layer ? 2 * (layer.numberOf(name) ?? 0) + layers.indexOf(layer) + 1 : FIRST_FOLDER + sumOf(path)
    const stat: Stat = {
      dev: DEVICE,
      ino: BigInt(number),
      mode: BigInt(isFolder ? 0o40755 : 0o100644),
      nlink: 1n,
      uid: BigInt(owner.uid),
      gid: BigInt(owner.gid),
      rdev: 0n,
      size: BigInt(size),
      blksize: 4096n,
      blocks: BigInt(Math.ceil(size / 512)),
      atimeNs: DATE,
      mtimeNs: DATE,
      ctimeNs: DATE,
    }
    return { path, isFolder, stat }
  }

  #open() {
    return (this.#opened ??= guarded(this.place, () => {
      this.#fd = fs.openSync(this.place.archive, 'r')
      const owner = fs.fstatSync(this.#fd)
      const sources = new Archive({ fd: this.#fd, at: 0, bytes: owner.size })
      const { compiled } = this.place
      return { layers: compiled ? [sources, new Archive(compiled)] : [sources], owner }
    }))
  }
}

/** The folder that is the archive. Windows' layout has other names: its paths are translated before. */
const HOME = '/lib/python3.14'
/** The folders on the way, each in the one before. */
const ABOVE = ['', '/lib', HOME]

/** The name in an archive of what is in it. */
const nameIn = (path: string) => (path.startsWith(`${HOME}/`) ? path.slice(HOME.length + 1) : path === HOME ? '' : undefined)

/** What no device of the host has: major number 0 is of file systems without one, Documentation/admin-guide/devices.txt. */
const DEVICE = 0xff_ff_fn
const FIRST_FOLDER = 2 ** 32
/** The first second of 1980, where the dates of zip archives begin. */
const DATE = 315_532_800_000_000_000n

function sumOf(path: string): number {
  let sum = 0
  for (let i = 0; i < path.length; i++) sum = (Math.imul(sum, 31) + path.charCodeAt(i)) >>> 0
  return sum
}

function guarded<T>({ archive }: LibraryPlace, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw new InstallationError(`${archive} is missing or not the one this py-runner was built with; install py-runner again`, {
      cause,
    })
  }
}
