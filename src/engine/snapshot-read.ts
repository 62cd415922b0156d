// The fast way to a Python: the code and the memory of an initialised one, from a file that this machine made. A damaged,
// foreign or stale one is not used, and one that another user could write is not even read.
import fs from 'node:fs'
import { InternalError } from '../errors.ts'
import type { Checksum } from './checksum.ts'
import { deserialise } from './code-cache.ts'
import type { Loaded } from './load.ts'
import { HEADER_BYTES, type Header, PAGE_BYTES, type Places, parseHeader, placesOf, WASM_PAGE_BYTES } from './snapshot-format.ts'
import { isStamped, stamp } from './snapshot-stamp.ts'

export class Snapshot {
  readonly #fd: number
  readonly #header: Header
  readonly #places: Places
  readonly #file: string
  /** Undefined when the file's stamp says that it is whole. */
  readonly #checksum: Checksum | undefined

  private constructor(file: string, fd: number, header: Header, checksum: Checksum | undefined) {
    this.#file = file
    this.#fd = fd
    this.#header = header
    this.#places = placesOf(header)
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
    const folder = file.slice(0, file.lastIndexOf('/'))
    const header = trusted(fs.fstatSync(fd)) && trusted(fs.statSync(folder)) ? readHeader(fd, key) : undefined
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

  /** The hot half, compiled as far as the cache has it; undefined when bytes are not those that were written. */
  compile(): WebAssembly.Module | undefined {
    const { hotBytes, cacheBytes, hotSum, cacheSum } = this.#header
    const hot = new Uint8Array(hotBytes)
    const cache = new Uint8Array(cacheBytes) // V8 wants it without a byte more
    if (!this.#read(hot, this.#places.hot) || !this.#read(cache, this.#places.cache)) return undefined
    if (this.#checksum && !(this.#hasSum(hot, hotSum) && this.#hasSum(cache, cacheSum) && this.#isColdWhole())) return undefined
    const cached = cacheBytes > 0 ? deserialise(cache.buffer, hot) : undefined
    return cached ?? new WebAssembly.Module(hot)
  }

  /** The cold half. */
  compileCold(): WebAssembly.Module {
    const cold = this.#readCold()
    if (!cold) throw new InternalError(`${this.#file} has lost its end`)
    return new WebAssembly.Module(cold)
  }

  /** Fills a fresh instance of the hot half; false when the bytes are not those that were written. */
  restore({ instance, memory }: Loaded): boolean {
    const { runs, memorySum, stackPointer, arity, lineEnd, ownErrorWords } = this.#header
    const places = runs.map(([page, count]) => [page * PAGE_BYTES, count * PAGE_BYTES] as const)
    const wanted = places.reduce((sum, [, length]) => sum + length, 0)
    const read = fs.readvSync(
      this.#fd,
      places.map(([at, length]) => memory.bytes(at, length)),
      this.#places.memory,
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

  #read(into: Uint8Array, at: number): boolean {
    return fs.readSync(this.#fd, into, 0, into.length, at) === into.length
  }

  #readCold(): Uint8Array<ArrayBuffer> | undefined {
    const cold = new Uint8Array(this.#header.coldBytes)
    return this.#read(cold, this.#places.cold) ? cold : undefined
  }

  #isColdWhole(): boolean {
    const cold = this.#readCold()
    return cold !== undefined && this.#hasSum(cold, this.#header.coldSum)
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
  return fs.fstatSync(fd).size === placesOf(header).end ? header : undefined
}

// A snapshot is code: only the user who runs it, or root, may have been able to write it or to put another in its place.
function trusted({ uid, mode }: fs.Stats): boolean {
  const me = process.getuid?.()
  return me === undefined || ((uid === me || uid === 0) && (mode & 0o022) === 0)
}
