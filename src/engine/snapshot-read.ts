// The fast way to a Python: the code and the memory of an initialised one, from a file that this machine made. A damaged,
// foreign or stale one is not used, and one that another user could write is not even read.
import fs from 'node:fs'
import type { Checksum } from './checksum.ts'
import { deserialise } from './code-cache.ts'
import type { Loaded } from './load.ts'
import { HEADER_BYTES, type Header, inWholePages, PAGE_BYTES, parseHeader, WASM_PAGE_BYTES } from './snapshot-format.ts'
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

  /** The code, compiled as far as the cache has it; undefined when the bytes are not those that were written. */
  compile(): WebAssembly.Module | undefined {
    const { codeBytes, cacheBytes, codeSum, cacheSum } = this.#header
    const code = new Uint8Array(inWholePages(codeBytes))
    const cache = new Uint8Array(cacheBytes) // V8 wants it without a byte more
    if (fs.readvSync(this.#fd, [code, cache], HEADER_BYTES) !== code.length + cache.length) return undefined
    if (this.#checksum && !(this.#hasSum(code, codeSum) && this.#hasSum(cache, cacheSum))) return undefined
    const wasm = code.subarray(0, codeBytes)
    const cached = cacheBytes > 0 ? deserialise(cache.buffer, wasm) : undefined
    return cached ?? new WebAssembly.Module(wasm)
  }

  /** Fills a fresh instance of the code; false when the bytes are not those that were written. */
  restore({ instance, memory }: Loaded): boolean {
    const { runs, codeBytes, cacheBytes, memorySum, stackPointer, arity, lineEnd, ownErrorWords } = this.#header
    const places = runs.map(([page, count]) => [page * PAGE_BYTES, count * PAGE_BYTES] as const)
    const wanted = places.reduce((sum, [, length]) => sum + length, 0)
    const read = fs.readvSync(
      this.#fd,
      places.map(([at, length]) => memory.bytes(at, length)),
      HEADER_BYTES + inWholePages(codeBytes) + inWholePages(cacheBytes),
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

  #hasSum(bytes: Uint8Array, sum: string): boolean {
    return this.#checksum?.overBytes(bytes).toString(16) === sum
  }
}

function readHeader(fd: number, key: string): Header | undefined {
  const block = Buffer.allocUnsafe(HEADER_BYTES)
  if (fs.readSync(fd, block, 0, HEADER_BYTES, 0) !== HEADER_BYTES) return undefined
  const header = parseHeader(block)
  if (header?.key !== key) return undefined
  const pages = header.runs.reduce((sum, [, count]) => sum + count, 0)
  const size = HEADER_BYTES + inWholePages(header.codeBytes) + inWholePages(header.cacheBytes) + pages * PAGE_BYTES
  return fs.fstatSync(fd).size === size ? header : undefined
}

// A snapshot is code: only the user who runs it, or root, may have been able to write it.
function trusted(fd: number): boolean {
  const { uid, mode } = fs.fstatSync(fd)
  const me = process.getuid?.()
  return me === undefined || ((uid === me || uid === 0) && (mode & 0o022) === 0)
}
