// Sums bytes with the checksum module that the build made (build/checksum.ts).

import fs from 'node:fs'
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
    return BigInt.asUintN(64, this.#sumOver(memory)(0, length)).toString(16)
  }

  /** The sum of a file of any length, hexadecimal, read piece by piece: its pages are not needed all at once. */
  ofFile(path: string): string {
    const fd = fs.openSync(path, 'r')
    try {
      let at = 0
      return this.#inPieces((piece) => {
        const begin = at
        let read = -1
        while (read !== 0 && at - begin < piece.length)
          at += read = fs.readSync(fd, piece, at - begin, piece.length - (at - begin), at)
        return at - begin
      })
    } finally {
      fs.closeSync(fd)
    }
  }

  /** The same of bytes that are there. */
  of(bytes: Uint8Array): string {
    let at = 0
    return this.#inPieces((piece) => {
      const taken = bytes.subarray(at, at + piece.length)
      piece.set(taken)
      at += taken.length
      return taken.length
    })
  }

  // Of the pieces' sums and their length. A piece is 0 behind its end.
  #inPieces(fill: (piece: Uint8Array) => number): string {
    const memory = new WebAssembly.Memory({ initial: PIECE_PAGES, maximum: PIECE_PAGES })
    const piece = new Uint8Array(memory.buffer)
    const sum = this.#sumOver(memory)
    let all = 0n
    let length = 0
    for (let filled = fill(piece); filled > 0; filled = fill(piece)) {
      piece.fill(0, filled)
      all = BigInt.asUintN(64, (all ^ sum(0, piece.length)) * MULTIPLIER)
      length += filled
    }
    return `${all.toString(16)}.${length.toString(16)}`
  }

  #sumOver(memory: WebAssembly.Memory): Sum {
    return (new WebAssembly.Instance(this.#module, { host: { memory } }).exports as { readonly sum: Sum }).sum // built so
  }
}

type Sum = (at: number, length: number) => bigint
/** A megabyte. */
const PIECE_PAGES = 16
export const MULTIPLIER = 0x9e3779b185ebca87n // odd, so that multiplying loses nothing
