// Makes a snapshot: the engine in two halves, without the data that the memory already holds, and the memory's non-zero
// pages; then the same with what V8 compiled of the hot half since. Written whole or not at all.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { InternalError } from '../errors.ts'
import type { Checksum } from './checksum.ts'
import type { Halves } from './cut.ts'
import type { Loaded } from './load.ts'
import { nonZeroRuns } from './page-runs.ts'
import {
  formatHeader,
  HEADER_BYTES,
  type Header,
  type Image,
  type ImageHeader,
  inWholePages,
  MAGIC,
  PAGE_BYTES,
  PARTS,
  type Part,
  parseHeader,
  placeOf,
} from './snapshot-format.ts'
import { stackTop } from './stack.ts'

/** A memory as it was at one moment. */
export interface KeptImage {
  readonly header: ImageHeader
  readonly pages: Uint8Array
}

export interface SnapshotSource {
  /** As it is at the last of the images. */
  readonly loaded: Loaded
  readonly images: Readonly<Record<Image, KeptImage>>
  readonly halves: Halves
  readonly checksum: Checksum
  /** Of the file. */
  readonly mode: number
}

export function keepImage({ instance, memory }: Loaded): KeptImage {
  const data = Buffer.from(memory.u8.buffer)
  data.fill(0, instance.stackPointer - DEAD_STACK_BYTES, instance.stackPointer) // what calls that have returned left there
  const runs = nonZeroRuns(data)
  const pages = Buffer.concat(runs.map(([page, count]) => data.subarray(page * PAGE_BYTES, (page + count) * PAGE_BYTES)))
  return { header: { runs }, pages }
}
/** Of the engine's own stack, which is larger. */
const DEAD_STACK_BYTES = 8 * 1024 * 1024

export function writeSnapshot(file: string, key: string, source: SnapshotSource): void {
  const { loaded, images, halves, checksum, mode } = source
  const { instance } = loaded
  const nothing = new Uint8Array(0)
  write(file, checksum, {
    mode,
    parts: {
      script: nothing,
      hot: halves.hot,
      keptCache: nothing,
      bareCache: nothing,
      bareMemory: images.bare.pages,
      fullCache: nothing,
      fullMemory: images.full.pages,
      cold: halves.cold,
      library: nothing,
    },
    facts: {
      magic: MAGIC,
      key,
      images: { bare: images.bare.header, full: images.full.header },
      stackPointer: instance.stackPointer,
      stackTop: stackTop(loaded),
      arity: Number(instance.global('arity').value),
      lineEnd: Number(instance.global('line_end').value),
      ownErrorWords: Number(instance.global('own_error_words').value),
    },
  })
}

/** The snapshot `file` once more, with what V8 compiled. */
export function addCompiled(file: string, compiled: Partial<Record<Part, Uint8Array>>, checksum: Checksum): void {
  const all = fs.readFileSync(file)
  const header = parseHeader(all.subarray(0, HEADER_BYTES))
  if (!header) throw new InternalError(`the snapshot ${file} cannot be read back`)
  const { bytes, sum: _, ...facts } = header
  const part = (name: Part) => all.subarray(placeOf(header, name)).subarray(0, bytes[name])
  write(file, checksum, { mode: fs.statSync(file).mode & 0o777, parts: byPart((name) => compiled[name] ?? part(name)), facts })
}

interface Contents {
  readonly mode: number
  readonly parts: Readonly<Record<Part, Uint8Array>>
  readonly facts: Omit<Header, 'bytes' | 'sum'>
}

function write(file: string, checksum: Checksum, { mode, parts, facts }: Contents): void {
  const padded = PARTS.map((part) => inPages(parts[part]))
  const bytes = byPart((part) => parts[part].length)
  replaceFile(file, mode, [formatHeader({ ...facts, bytes, sum: checksum.over(...padded) }), ...padded])
}

function byPart<T>(of: (part: Part) => T): Record<Part, T> {
  return Object.fromEntries(PARTS.map((part) => [part, of(part)])) as Record<Part, T> // each of them
}

function inPages(bytes: Uint8Array): Uint8Array {
  const all = new Uint8Array(inWholePages(bytes.length))
  all.set(bytes)
  return all
}

function replaceFile(file: string, mode: number, parts: readonly Uint8Array[]): void {
  const temporary = join(dirname(file), `.${randomBytes(6).toString('hex')}.tmp`)
  const fd = fs.openSync(temporary, 'wx', mode)
  try {
    for (const part of parts) for (let done = 0; done < part.length; ) done += fs.writeSync(fd, part, done)
    fs.closeSync(fd)
    fs.renameSync(temporary, file)
  } catch (error) {
    fs.rmSync(temporary, { force: true })
    throw error
  }
}
