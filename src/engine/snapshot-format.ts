// A snapshot as a file: one header block, the engine's code without its data, then the pages of memory that are not zero.
// Code and memory lie together, so that one file is checked once and both always belong to each other.

export const MAGIC = 'PYRSNAP4'
export const PAGE_BYTES = 4096
export const HEADER_BYTES = 4096
export const WASM_PAGE_BYTES = 65536

export interface Header {
  readonly magic: string
  /** The build, the platform and the engine file that this was made from. */
  readonly key: string
  readonly codeBytes: number
  readonly memoryBytes: number
  readonly stackPointer: number
  readonly stackTop: number
  readonly arity: number
  /** What a persona switched on: see persona.ts. */
  readonly lineEnd: number
  readonly ownErrorWords: number
  /** [first page, pages] of each run, in file order. */
  readonly runs: readonly (readonly [number, number])[]
  /** Of the code, then of the runs; hexadecimal. */
  readonly codeSum: string
  readonly memorySum: string
}

/** Code is padded to this, so that it can be summed and the pages after it are aligned. */
export const padded = (bytes: number) => Math.ceil(bytes / PAGE_BYTES) * PAGE_BYTES

/** A memory to sum code in; the checksum module takes any that has a maximum. */
export function createCodeMemory(bytes: number): WebAssembly.Memory {
  const pages = Math.ceil(bytes / WASM_PAGE_BYTES)
  return new WebAssembly.Memory({ initial: pages, maximum: pages })
}
