// The fast way to a Python: the code and the memory of an initialised one, from a file that this machine made. What its
// stamp does not vouch for is summed, and not used when it is not what was written.
import fs from 'node:fs'
import { InternalError } from '../errors.ts'
import type { FilePart } from '../kernel/library/archive.ts'
import type { Checksum } from './checksum.ts'
import { deserialise } from './code-cache.ts'
import { withEngineFlags } from './flags.ts'
import type { Loaded } from './load.ts'
import { withOwnStackSize } from './own-stack.ts'
import { memoryAhead, readAhead } from './snapshot-ahead.ts'
import { HEADER_BYTES, type Image, imageOf, type Part, placeOf, type Trained } from './snapshot-format.ts'
import { type OpenSnapshot, readPart } from './snapshot-open.ts'
import { lockOf } from './snapshot-place.ts'
import { stamp } from './snapshot-stamp.ts'

export class Snapshot {
  readonly #open: OpenSnapshot
  readonly #image: Image
  readonly #cache: Part
  #hasOptimised = false

  constructor(open: OpenSnapshot, trained: Trained) {
    this.#open = open
    this.#image = imageOf(trained)
    this.#cache = `${trained}Cache`
  }

  /** Whether the bytes are those that were written. */
  isWhole(loadChecksum: () => Checksum): boolean {
    const { file, fd, header, isWhole } = this.#open
    if (isWhole) return true
    const bytes = new Uint8Array(placeOf(header) - HEADER_BYTES)
    if (fs.readSync(fd, bytes, 0, bytes.length, HEADER_BYTES) !== bytes.length) return false
    if (loadChecksum().over(bytes) !== header.sum) return false
    stamp(file, fd)
    return true
  }

  /** Where the library's compiled modules are, as long as the snapshot is open. */
  get library(): FilePart | undefined {
    const { fd, header } = this.#open
    const { library: bytes } = header.bytes
    return bytes > 0 ? { fd, at: placeOf(header, 'library'), bytes } : undefined
  }

  get stackTop(): number {
    return this.#open.header.stackTop
  }

  /** Whether its maker has not come to what V8 compiles yet, or was killed before. */
  get isUnfinished(): boolean {
    const { file, header } = this.#open
    return header.bytes.fullCache + header.bytes.script === 0 && fs.existsSync(lockOf(file.slice(0, file.lastIndexOf('/'))))
  }

  /** Begins to read what compile() needs. */
  beginCode(): void {
    readAhead(this.#open, 'hot')
    readAhead(this.#open, this.#cache)
  }

  /** The memory of an instance of the hot half, which is being filled. */
  beginMemory(): WebAssembly.Memory {
    return memoryAhead(this.#open, this.#image)
  }

  /** The hot half, compiled as far as the cache has it. */
  async compile(): Promise<WebAssembly.Module> {
    const hot = await this.#read('hot')
    const cache = this.#hasCache ? await this.#read(this.#cache) : undefined
    const cached = cache && withEngineFlags(() => withOwnStackSize(() => deserialise(cache.buffer, hot)))
    this.#hasOptimised = cached !== undefined
    return cached ?? withEngineFlags(() => new WebAssembly.Module(hot))
  }

  /** Whether compile() had V8's optimised code of what a start runs. */
  get hasOptimised(): boolean {
    return this.#hasOptimised
  }

  /** The cold half. */
  compileCold(): WebAssembly.Module {
    const cold = readPart(this.#open, 'cold')
    if (!cold) throw this.#shortened()
    return withEngineFlags(() => new WebAssembly.Module(cold))
  }

  /** Waits until the memory is filled and gives a fresh instance the rest of its state. */
  async restore({ instance }: Loaded): Promise<void> {
    const { header } = this.#open
    await this.#read(`${this.#image}Memory`)
    // V8 has copies, and what lies in memory has to be copied on for every program that is started: fork(2).
    this.#open.ahead.clear()
    this.#open.memories.clear()
    instance.stackPointer = header.stackPointer
    instance.global('arity').value = header.arity
    instance.global('line_end').value = header.lineEnd
    instance.global('own_error_words').value = header.ownErrorWords
  }

  get #hasCache(): boolean {
    return this.#open.header.bytes[this.#cache] > 0
  }

  async #read(part: Part): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.#open.ahead.get(part)
    if (!bytes) throw this.#shortened()
    return bytes
  }

  // Its size was right when it was opened.
  #shortened(): InternalError {
    return new InternalError(`${this.#open.file} has lost its end`)
  }
}
