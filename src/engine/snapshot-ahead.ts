// Reads parts of a snapshot in Node's pool of threads while this one does what comes before it needs them. With a second
// processor that takes the reading, a tenth of what a start adds to Node's own, out of its way.
import fs from 'node:fs'
import { type Image, imageOf, PAGE_BYTES, type Part, placeOf, type Trained, WASM_PAGE_BYTES } from './snapshot-format.ts'
import type { OpenSnapshot } from './snapshot-open.ts'
import { createMemory } from './wasm-memory.ts'

/** Parts on their way; undefined when the file has lost its end or cannot be read. */
export type Ahead = Map<Part, Promise<Uint8Array<ArrayBuffer> | undefined>>

/** Begins to read a part, as one piece or into `views`, one after the other; once. */
export function readAhead(
  { fd, header, ahead }: OpenSnapshot,
  part: Part,
  views: () => readonly Uint8Array<ArrayBuffer>[] = () => [new Uint8Array(header.bytes[part])], // V8 wants its caches without a byte more
): void {
  if (ahead.has(part) || header.bytes[part] === 0) return
  const into = views()
  const reading = new Promise<Uint8Array<ArrayBuffer> | undefined>((resolve) => {
    fs.readv(fd, into, placeOf(header, part), (error, read) => resolve(error || read < header.bytes[part] ? undefined : into[0]))
  })
  ahead.set(part, reading)
}

/** All that an instance for such scripts is made of. */
export function readAllAhead(open: OpenSnapshot, trained: Trained): void {
  readAhead(open, 'hot')
  readAhead(open, `${trained}Cache`)
  memoryAhead(open, imageOf(trained))
}

/** The memory of an image, which is being filled. */
export function memoryAhead(open: OpenSnapshot, image: Image): WebAssembly.Memory {
  const begun = open.memories.get(image)
  if (begun) return begun
  const { runs } = open.header.images[image]
  const memory = createMemory(memoryPages(runs))
  const { buffer } = memory
  readAhead(
    open,
    `${image}Memory`,
    () => runs.map(([page, count]) => new Uint8Array(buffer as ArrayBuffer, page * PAGE_BYTES, count * PAGE_BYTES)), // never shared
  )
  open.memories.set(image, memory)
  return memory
}

/** What the image fills and a little more: V8 collects garbage when a memory of 30 MB is made, and grows one for nothing. */
function memoryPages(runs: readonly (readonly [number, number])[]): number {
  const [page, count] = runs.at(-1) ?? [0, 0]
  return Math.ceil(((page + count) * PAGE_BYTES) / WASM_PAGE_BYTES) + SPARE_PAGES
}

/** Of a megabyte: what most scripts need beyond what their image has. */
const SPARE_PAGES = 16
