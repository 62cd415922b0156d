// An open folder of the interpreter's own.
import { DirectoryFile, DT, type Entry } from '../directories/directory-file.ts'
import type { Stat } from '../structs.ts'
import type { Library, LibraryNode } from './library.ts'

export class LibraryDirectory extends DirectoryFile {
  readonly hostFd = undefined
  readonly readOnly = true
  readonly #library: Library
  readonly #node: LibraryNode

  constructor(library: Library, node: LibraryNode, status: number) {
    super(Buffer.from(node.path, 'latin1'), status)
    this.#library = library
    this.#node = node
  }

  stat(): Stat {
    return this.#node.stat
  }

  close(): void {}

  protected readEntries(): readonly Entry[] {
    const itself = { inode: this.#node.stat.ino, type: DT.DIR }
    const inside = this.#library.entriesOf(this.#node).map(({ path, isFolder, stat }) => ({
      name: Buffer.from(path.slice(path.lastIndexOf('/') + 1), 'latin1'),
      inode: stat.ino,
      type: isFolder ? DT.DIR : DT.REG,
    }))
    return [{ name: Buffer.from('.'), ...itself }, { name: Buffer.from('..'), ...itself }, ...inside]
  }
}
