// The fast way to a Python: the code and the memory of an initialised one, from a file that this machine made. A damaged,
// foreign or stale one is not used, and one that another user could write is not even read.
import fs from 'node:fs'
import type { Checksum } from './checksum.ts'
import { fnv1a } from './fnv.ts'
import type { Loaded } from './load.ts'
import { createCodeMemory, HEADER_BYTES, type Header, MAGIC, PAGE_BYTES, padded, WASM_PAGE_BYTES } from './snapshot-format.ts'
import { isStamped, stamp } from './snapshot-stamp.ts'

export class Snapshot {
  readonly #fd: number
  readonly #header: Header
  readonly #file: string
  /** Undefined when the file's stamp says that it is whole. */
  readonly #checksum: Checksum | undefined

  private constructor(file: string, fd: number, header: Header, checksum: Checksum | undefined) {
    this.#file = file
    this.#fd = fd
    this.#header = header
    this.#checksum = checksum
  }

  /** Opens the file if it is whole enough to be tried: the right key and size, nobody else's to write. */
  static open(file: string, key: string, loadChecksum: () => Checksum): Snapshot | undefined {
    let fd: number
    try {
      fd = fs.openSync(file, 'r')
    } catch {
      return undefined // none yet, or none for us: the slow way works without
    }
    const header = trusted(fd) ? readHeader(fd, key) : undefined
    if (header) return new Snapshot(file, fd, header, isStamped(file, fd) ? undefined : loadChecksum())
    fs.closeSync(fd)
    return undefined
  }

  get stackTop(): number {
    return this.#header.stackTop
  }

  get memoryPages(): number {
    return this.#header.memoryBytes / WASM_PAGE_BYTES
  }

  /** The code; undefined when its bytes are not those that were written. */
  compile(): WebAssembly.Module | undefined {
    const { codeBytes, codeSum } = this.#header
    const size = padded(codeBytes)
    const memory = createCodeMemory(size)
    const bytes = new Uint8Array(memory.buffer, 0, size)
    if (fs.readSync(this.#fd, bytes, 0, size, HEADER_BYTES) !== size) return undefined
    if (this.#checksum && this.#checksum.over(memory, [[0, size]]).toString(16) !== codeSum) return undefined
    return new WebAssembly.Module(bytes.subarray(0, codeBytes))
  }

  /** Fills a fresh instance of the code; false when the bytes are not those that were written. */
  restore({ instance, memory }: Loaded): boolean {
    const { runs, codeBytes, memorySum, stackPointer, arity, lineEnd, ownErrorWords } = this.#header
    const places = runs.map(([page, count]) => [page * PAGE_BYTES, count * PAGE_BYTES] as const)
    const wanted = places.reduce((sum, [, length]) => sum + length, 0)
    const read = fs.readvSync(
      this.#fd,
      places.map(([at, length]) => memory.bytes(at, length)),
      HEADER_BYTES + padded(codeBytes),
    )
    if (read !== wanted) return false
    if (this.#checksum) {
      if (this.#checksum.over(instance.memory, places).toString(16) !== memorySum) return false
      stamp(this.#file, this.#fd)
    }
    instance.stackPointer = stackPointer
    instance.global('arity').value = arity
    instance.global('line_end').value = lineEnd
    instance.global('own_error_words').value = ownErrorWords
    return true
  }

  close(): void {
    fs.closeSync(this.#fd)
  }
}

// The header ends with a line of its own checksum.
function readHeader(fd: number, key: string): Header | undefined {
  const head = Buffer.alloc(HEADER_BYTES)
  if (fs.readSync(fd, head, 0, HEADER_BYTES, 0) !== HEADER_BYTES) return undefined
  const end = head.indexOf('\n')
  if (end < 0 || head.readUInt32LE(HEADER_BYTES - 4) !== fnv1a(head.subarray(0, HEADER_BYTES - 4))) return undefined
  const header = JSON.parse(head.toString('utf8', 0, end)) as Header // the checksum says that we wrote it
  if (header.magic !== MAGIC || header.key !== key) return undefined
  const pages = header.runs.reduce((sum, [, count]) => sum + count, 0)
  return fs.fstatSync(fd).size === HEADER_BYTES + padded(header.codeBytes) + pages * PAGE_BYTES ? header : undefined
}

// A snapshot is code: only the user who runs it, or root, may have been able to write it.
function trusted(fd: number): boolean {
  const { uid, mode } = fs.fstatSync(fd)
  const me = process.getuid?.()
  return me === undefined || ((uid === me || uid === 0) && (mode & 0o022) === 0)
}
