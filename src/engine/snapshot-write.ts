// Makes a snapshot: the code without the data sections that the memory already holds, and the memory's non-zero pages.
// Written whole or not at all.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { dirname, join } from 'node:path'
import type { Checksum } from './checksum.ts'
import { fnv1a } from './fnv.ts'
import type { Loaded } from './load.ts'
import { createCodeMemory, HEADER_BYTES, type Header, MAGIC, PAGE_BYTES, padded } from './snapshot-format.ts'
import { stackTop } from './stack.ts'
import { withoutData } from './without-data.ts'

export interface SnapshotSource {
  readonly loaded: Loaded
  /** engine.wasm. */
  readonly wasm: Uint8Array
  readonly checksum: Checksum
}

export function writeSnapshot(file: string, key: string, { loaded, wasm, checksum }: SnapshotSource): void {
  const { instance, memory } = loaded
  const stripped = withoutData(wasm)
  const codeMemory = createCodeMemory(padded(stripped.length))
  const code = new Uint8Array(codeMemory.buffer, 0, padded(stripped.length))
  code.set(stripped)
  const data = Buffer.from(memory.u8.buffer)
  const runs = nonZeroRuns(data)
  const header: Header = {
    magic: MAGIC,
    key,
    codeBytes: stripped.length,
    memoryBytes: data.length,
    stackPointer: instance.stackPointer,
    stackTop: stackTop(loaded),
    arity: Number(instance.global('arity').value),
    lineEnd: Number(instance.global('line_end').value),
    ownErrorWords: Number(instance.global('own_error_words').value),
    runs,
    codeSum: checksum.over(codeMemory, [[0, code.length]]).toString(16),
    memorySum: checksum
      .over(
        instance.memory,
        runs.map(([page, count]) => [page * PAGE_BYTES, count * PAGE_BYTES]),
      )
      .toString(16),
  }
  replaceFile(file, [
    head(header),
    code,
    ...runs.map(([page, count]) => data.subarray(page * PAGE_BYTES, (page + count) * PAGE_BYTES)),
  ])
}

function head(header: Header): Buffer {
  const block = Buffer.alloc(HEADER_BYTES)
  const text = Buffer.from(`${JSON.stringify(header)}\n`)
  if (text.length > HEADER_BYTES - 4) throw new RangeError('a snapshot of too many runs')
  text.copy(block)
  block.writeUInt32LE(fnv1a(block.subarray(0, HEADER_BYTES - 4)), HEADER_BYTES - 4)
  return block
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
