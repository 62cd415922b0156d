// Makes a snapshot: the engine in two halves, without the data that the memory already holds, and the memory's non-zero
// pages; then the same with what V8 compiled of the hot half since. Written whole or not at all.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { InternalError } from '../errors.ts'
import type { Checksum } from './checksum.ts'
import type { Halves } from './cut.ts'
import type { Loaded } from './load.ts'
import {
  formatHeader,
  HEADER_BYTES,
  type Header,
  inWholePages,
  MAGIC,
  PAGE_BYTES,
  parseHeader,
  placesOf,
} from './snapshot-format.ts'
import { stackTop } from './stack.ts'

export interface SnapshotSource {
  readonly loaded: Loaded
  readonly halves: Halves
  readonly checksum: Checksum
}

export function writeSnapshot(file: string, key: string, { loaded, halves, checksum }: SnapshotSource): void {
  const { instance, memory } = loaded
  const hot = inPages(halves.hot)
  const cold = inPages(halves.cold)
  const data = Buffer.from(memory.u8.buffer)
  data.fill(0, instance.stackPointer - DEAD_STACK_BYTES, instance.stackPointer) // what calls that have returned left there
  const runs = nonZeroRuns(data)
  const header: Header = {
    magic: MAGIC,
    key,
    hotBytes: hot.length,
    cacheBytes: 0,
    coldBytes: cold.length,
    memoryBytes: data.length,
    stackPointer: instance.stackPointer,
    stackTop: stackTop(loaded),
    arity: Number(instance.global('arity').value),
    lineEnd: Number(instance.global('line_end').value),
    ownErrorWords: Number(instance.global('own_error_words').value),
    runs,
    hotSum: checksum.overBytes(hot.padded).toString(16),
    cacheSum: checksum.overBytes(new Uint8Array(0)).toString(16),
    coldSum: checksum.overBytes(cold.padded).toString(16),
    memorySum: checksum
      .over(
        instance.memory,
        runs.map(([page, count]) => [page * PAGE_BYTES, count * PAGE_BYTES]),
      )
      .toString(16),
  }
  replaceFile(file, [
    formatHeader(header),
    hot.padded,
    ...runs.map(([page, count]) => data.subarray(page * PAGE_BYTES, (page + count) * PAGE_BYTES)),
    cold.padded,
  ])
}

/** Of the engine's own stack, which is larger. */
const DEAD_STACK_BYTES = 8 * 1024 * 1024

/** The snapshot `file` once more, with V8's cache of its code. */
export function addCodeCache(file: string, cache: Uint8Array, checksum: Checksum): void {
  const bytes = fs.readFileSync(file)
  const header = parseHeader(bytes.subarray(0, HEADER_BYTES))
  if (!header || header.cacheBytes > 0) throw new InternalError(`${file} is no snapshot without a cache`)
  const { length, padded } = inPages(cache)
  const whole: Header = { ...header, cacheBytes: length, cacheSum: checksum.overBytes(padded).toString(16) }
  const { hot, memory } = placesOf(header)
  replaceFile(file, [formatHeader(whole), bytes.subarray(hot, memory), padded, bytes.subarray(memory)])
}

function inPages(bytes: Uint8Array): { readonly length: number; readonly padded: Uint8Array } {
  const all = new Uint8Array(inWholePages(bytes.length))
  all.set(bytes)
  return { length: bytes.length, padded: all }
}

function replaceFile(file: string, parts: readonly Uint8Array[]): void {
  const temporary = join(dirname(file), `.${randomBytes(6).toString('hex')}.tmp`)
  const fd = fs.openSync(temporary, 'wx', 0o600)
  try {
    for (const part of parts) for (let done = 0; done < part.length; ) done += fs.writeSync(fd, part, done)
    fs.closeSync(fd)
    fs.renameSync(temporary, file)
  } catch (error) {
    fs.rmSync(temporary, { force: true })
    throw error
  }
}

function nonZeroRuns(data: Buffer): [number, number][] {
  const zeros = Buffer.alloc(PAGE_BYTES)
  const runs: [number, number][] = []
  for (let page = 0; page < data.length / PAGE_BYTES; page++) {
    if (zeros.equals(data.subarray(page * PAGE_BYTES, (page + 1) * PAGE_BYTES))) continue
    const last = runs.at(-1)
    if (last && page - (last[0] + last[1]) <= GAP_PAGES) last[1] = page + 1 - last[0]
    else runs.push([page, 1])
  }
  return runs
}
const GAP_PAGES = 8 // a short gap of zeros costs less than another run
