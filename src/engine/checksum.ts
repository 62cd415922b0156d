// Sums bytes with the checksum module that the build made (build/checksum.ts).

import { PAGE_BYTES, WASM_PAGE_BYTES } from './snapshot-format.ts'

export class Checksum {
  readonly #module: WebAssembly.Module

  constructor(wasm: Uint8Array) {
    this.#module = new WebAssembly.Module(wasm)
  }

  /** The sum of whole pages, hexadecimal. */
  over(...parts: readonly Uint8Array[]): string {
    const length = parts.reduce((sum, part) => sum + part.length, 0)
    if (length % PAGE_BYTES !== 0) throw new RangeError('only whole pages are summed')
    const pages = Math.ceil(length / WASM_PAGE_BYTES)
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
    const bytes = new Uint8Array(memory.buffer)
    let at = 0
    for (const part of parts) {
      bytes.set(part, at)
      at += part.length
    }
    const { sum } = new WebAssembly.Instance(this.#module, { host: { memory } }).exports as {
      readonly sum: (at: number, length: number) => bigint
    } // built so
    return BigInt.asUintN(64, sum(0, length)).toString(16)
  }
}
