// A snapshot as a file: one header block, then its parts. They lie together, so that one file is checked once and all always
// belong to each other: V8 trusts compiled code and ends the process when it is another module's.

import { fnv1a } from './fnv.ts'

export const MAGIC = 'PYRSNAPA'
export const PAGE_BYTES = 4096
export const HEADER_BYTES = 4096
export const WASM_PAGE_BYTES = 65536

/** The memory of a Python that has just started, and of one that has imported what scripts import most. */
export type Image = 'bare' | 'full'

/** What V8 compiled of the hot half: for scripts of an image, and for those of the bare one whose code was kept. */
export type Trained = 'kept' | Image
export const imageOf = (trained: Trained): Image => (trained === 'kept' ? 'bare' : trained)

/**
 * In file order: V8's code of the quick start; the engine's hot half; what V8 compiled of that half and, for each image, the pages of
 * memory that are not zero; the cold half; an archive of the library's compiled modules. Each begins on a page; one that was not made
 * has no bytes.
 */
export const PARTS = [
  'script',
  'hot',
  'keptCache',
  'bareCache',
  'bareMemory',
  'fullCache',
  'fullMemory',
  'cold',
  'library',
] as const
export type Part = (typeof PARTS)[number]

export interface Header {
  readonly magic: string
  /** The build, the platform, the engine file and the Node that this was made from. */
  readonly key: string
  readonly bytes: Readonly<Record<Part, number>>
  readonly images: Readonly<Record<Image, ImageHeader>>
  readonly stackPointer: number
  readonly stackTop: number
  readonly arity: number
  /** What a persona switched on: see persona.ts. */
  readonly lineEnd: number
  readonly ownErrorWords: number
  /** Of all that follows the header, hexadecimal. */
  readonly sum: string
}

export interface ImageHeader {
  /** [first page, pages] of each run, in file order. */
  readonly runs: readonly (readonly [number, number])[]
}

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

/** Undefined when it is not one that formatHeader wrote. `isWhole`: that is known already. */
export function parseHeader(block: Buffer, isWhole = false): Header | undefined {
  const end = block.indexOf('\n')
  const sum = HEADER_BYTES - SUM_BYTES
  if (!isWhole && (block.length !== HEADER_BYTES || end < 0 || block.readUInt32LE(sum) !== fnv1a(block.subarray(0, sum))))
    return undefined
  const header = JSON.parse(block.toString('latin1', 0, end)) as Header // so we wrote it
  return header.magic === MAGIC ? header : undefined
}
const SUM_BYTES = 4

/** Where a part begins, in bytes; without one, where the file ends. */
export function placeOf({ bytes }: Header, part?: Part): number {
  let at = HEADER_BYTES
  for (const each of PARTS) {
    if (each === part) break
    at += inWholePages(bytes[each])
  }
  return at
}
