// Sums a stretch of a wasm memory with the checksum module that the build made (build/checksum.ts).

import { inWholePages, WASM_PAGE_BYTES } from './snapshot-format.ts'

export class Checksum {
  readonly #module: WebAssembly.Module

  constructor(wasm: Uint8Array) {
    this.#module = new WebAssembly.Module(wasm)
  }

  /** The sum of bytes that are in no wasm memory, with zeros up to a whole page. */
  overBytes(bytes: Uint8Array): bigint {
    const pages = Math.ceil(bytes.length / WASM_PAGE_BYTES)
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
    new Uint8Array(memory.buffer).set(bytes)
    return this.over(memory, [[0, inWholePages(bytes.length)]])
  }

  /** The sums of [address, length] pairs, chained; lengths in bytes, multiples of 32. */
  over(memory: WebAssembly.Memory, parts: readonly (readonly [number, number])[]): bigint {
    const { sum } = new WebAssembly.Instance(this.#module, { host: { memory } }).exports as {
      readonly sum: (at: number, length: number) => bigint
    } // built so
    return parts.reduce((all, [address, length]) => BigInt.asUintN(64, all * 31n + sum(address, length)), 0n)
  }
}
