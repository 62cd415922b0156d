// A snapshot as a file: one header block, the engine's hot half, what V8 compiled of it, the pages of memory that are not
// zero, the cold half. They lie together, so that one file is checked once and all always belong to each other: V8 trusts
// compiled code and ends the process when it is another module's.

import { fnv1a } from './fnv.ts'

export const MAGIC = 'PYRSNAP6'
export const PAGE_BYTES = 4096
export const HEADER_BYTES = 4096
export const WASM_PAGE_BYTES = 65536

export interface Header {
  readonly magic: string
  /** The build, the platform, the engine file and the Node that this was made from. */
  readonly key: string
  readonly hotBytes: number
  readonly coldBytes: number
  /** Of V8's code cache; 0 without. */
  readonly cacheBytes: number
  readonly memoryBytes: number
  readonly stackPointer: number
  readonly stackTop: number
  readonly arity: number
  /** What a persona switched on: see persona.ts. */
  readonly lineEnd: number
  readonly ownErrorWords: number
  /** [first page, pages] of each run, in file order. */
  readonly runs: readonly (readonly [number, number])[]
  /** Hexadecimal. */
  readonly hotSum: string
  readonly coldSum: string
  readonly cacheSum: string
  readonly memorySum: string
}

/** Each part begins on a page. */
export const inWholePages = (bytes: number) => Math.ceil(bytes / PAGE_BYTES) * PAGE_BYTES

/** The header block: a line of JSON, zeros, a checksum of both. */
export function formatHeader(header: Header): Buffer {
  const block = Buffer.alloc(HEADER_BYTES)
  const text = Buffer.from(`${JSON.stringify(header)}\n`)
  if (text.length > HEADER_BYTES - SUM_BYTES) throw new RangeError('a snapshot of too many runs')
  text.copy(block)
  block.writeUInt32LE(fnv1a(block.subarray(0, HEADER_BYTES - SUM_BYTES)), HEADER_BYTES - SUM_BYTES)
  return block
}

/** Undefined when it is not one that formatHeader wrote. */
export function parseHeader(block: Buffer): Header | undefined {
  const end = block.indexOf('\n')
  const sum = HEADER_BYTES - SUM_BYTES
  if (block.length !== HEADER_BYTES || end < 0 || block.readUInt32LE(sum) !== fnv1a(block.subarray(0, sum))) return undefined
  const header = JSON.parse(block.toString('utf8', 0, end)) as Header // the checksum says that we wrote it
  return header.magic === MAGIC ? header : undefined
}
const SUM_BYTES = 4

/** Where the parts of a file begin, in bytes, and where it ends. */
export function placesOf({ hotBytes, cacheBytes, coldBytes, runs }: Header): Places {
  const hot = HEADER_BYTES
  const cache = hot + inWholePages(hotBytes)
  const memory = cache + inWholePages(cacheBytes)
  const cold = memory + runs.reduce((sum, [, pages]) => sum + pages, 0) * PAGE_BYTES
  return { hot, cache, memory, cold, end: cold + inWholePages(coldBytes) }
}

export interface Places {
  readonly hot: number
  readonly cache: number
  readonly memory: number
  readonly cold: number
  readonly end: number
}
