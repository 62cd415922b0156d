// The fast way to a Python: the memory of an initialised one, its non-zero pages, as a file. It belongs to one build and
// one platform; a damaged, foreign or stale one is not used, and one that another user could write is not even read.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Loaded } from './load.ts'

const MAGIC = 'PYRSNAP1'
const PAGE_BYTES = 4096
const HEADER_BYTES = 4096

interface Header {
  readonly magic: string
  readonly key: string
  readonly memoryBytes: number
  readonly stackPointer: number
  readonly arity: number
  /** [first page, pages] of each run, in file order. */
  readonly runs: readonly (readonly [number, number])[]
  readonly crc32: number
}

/** Writes the instance's memory to `file`, whole or not at all. `key` names the build and the platform. */
export function writeSnapshot(file: string, key: string, { instance, memory }: Loaded): void {
  const data = Buffer.from(memory.u8.buffer)
  const runs = nonZeroRuns(data)
  const pages = runs.map(([page, count]) => data.subarray(page * PAGE_BYTES, (page + count) * PAGE_BYTES))
  const sum = pages.reduce((value, part) => crc32(part, value), 0)
  const header: Header = {
    magic: MAGIC, key, memoryBytes: data.length, stackPointer: instance.stackPointer, arity: Number(instance.global('arity').value), runs, crc32: sum,
  }
  const text = Buffer.from(JSON.stringify(header))
  if (text.length + 1 > HEADER_BYTES) throw new RangeError('a snapshot of too many runs')
  const head = Buffer.alloc(HEADER_BYTES, ' ')
  text.copy(head)
  const temporary = join(dirname(file), `.${randomBytes(6).toString('hex')}.tmp`)
  const fd = fs.openSync(temporary, 'wx', 0o600)
  try {
    fs.writevSync(fd, [head, ...pages])
    fs.closeSync(fd)
    fs.renameSync(temporary, file)
  } catch (error) {
    fs.rmSync(temporary, { force: true })
    throw error
  }
}

export interface OpenSnapshot {
  readonly fd: number
  readonly header: Header
}

/** Opens the snapshot if it is whole enough to be tried: right key, right size, nobody else's to write. */
export function openSnapshot(file: string, key: string): OpenSnapshot | undefined {
  let fd: number
  try {
    fd = fs.openSync(file, 'r')
  } catch {
    return undefined // none yet, or none for us: the slow way works without
  }
  const header = trusted(fd) ? readHeader(fd, key) : undefined
  if (header) return { fd, header }
  fs.closeSync(fd)
  return undefined
}

/** Fills a fresh instance; false when the bytes are not those that were written (the instance is then spoiled). */
export function restoreSnapshot({ fd, header }: OpenSnapshot, { instance, memory }: Loaded): boolean {
  const missing = header.memoryBytes - memory.size
  if (missing > 0) instance.memory.grow(missing / WASM_PAGE_BYTES)
  const parts = header.runs.map(([page, count]) => memory.bytes(page * PAGE_BYTES, count * PAGE_BYTES))
  const wanted = parts.reduce((sum, part) => sum + part.length, 0)
  const read = fs.readvSync(fd, parts, HEADER_BYTES)
  fs.closeSync(fd)
  if (read !== wanted || parts.reduce((value, part) => crc32(part, value), 0) !== header.crc32) return false
  instance.stackPointer = header.stackPointer
  instance.global('arity').value = header.arity
  return true
}
const WASM_PAGE_BYTES = 65536

function readHeader(fd: number, key: string): Header | undefined {
  const head = Buffer.alloc(HEADER_BYTES)
  if (fs.readSync(fd, head, 0, HEADER_BYTES, 0) !== HEADER_BYTES) return undefined
  let header: Header
  try {
    header = JSON.parse(head.toString()) as Header // the magic and the key say that we wrote it
  } catch {
    return undefined // damaged
  }
  if (header.magic !== MAGIC || header.key !== key) return undefined
  const pages = header.runs.reduce((sum, [, count]) => sum + count, 0)
  return fs.fstatSync(fd).size === HEADER_BYTES + pages * PAGE_BYTES ? header : undefined
}

// A snapshot is code: only the user who runs it, or root, may have been able to write it.
function trusted(fd: number): boolean {
  const { uid, mode } = fs.fstatSync(fd)
  const me = process.getuid?.()
  return me === undefined || ((uid === me || uid === 0) && (mode & 0o022) === 0)
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
