// Finds this machine's snapshot and says whether it may be used: the right key and size, nobody else's to write. A damaged,
// foreign or stale one is not used, and one that another user could write is not even read.
import fs from 'node:fs'
import { buildKey } from './build-key.ts'
import type { Ahead } from './snapshot-ahead.ts'
import { HEADER_BYTES, type Header, type Image, type Part, parseHeader, placeOf } from './snapshot-format.ts'
import { isTrusted, snapshotFiles } from './snapshot-place.ts'
import { isStamped } from './snapshot-stamp.ts'

/** A file that is whole enough to be tried. */
export interface OpenSnapshot {
  readonly file: string
  readonly fd: number
  readonly header: Header
  /** Whether its stamp says that it is as it was written; else its sum decides. */
  readonly isWhole: boolean
  readonly ahead: Ahead
  /** Those that parts are being read into. */
  readonly memories: Map<Image, WebAssembly.Memory>
}

interface Wanted {
  /** A file that was found and is not to be used. */
  readonly refused?: string
  /** Whether its sum decides, whatever its stamp says. */
  readonly summed?: boolean
}

/** The first of the places that has one. */
export function findSnapshot(
  engineFolder: string,
  platform: string,
  { refused, summed = false }: Wanted = {},
): OpenSnapshot | undefined {
  const key = buildKey(engineFolder, platform)
  if (key === undefined) return undefined
  for (const file of snapshotFiles(engineFolder, platform)) {
    const found = file === refused ? undefined : openSnapshot(file, key, summed)
    if (found) return found
  }
  return undefined
}

export function openSnapshot(file: string, key: string, summed = false): OpenSnapshot | undefined {
  let fd: number
  try {
    fd = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK) // a FIFO in its place is not waited for
  } catch {
    return undefined // none yet, or none for us: the slow way works without
  }
  const folder = file.slice(0, file.lastIndexOf('/'))
  const status = fs.fstatSync(fd)
  const place = fs.statSync(folder, { throwIfNoEntry: false })
  if (status.isFile() && isTrusted(status) && place && isTrusted(place)) {
    const isWhole = !summed && isStamped(file, fd)
    const header = readHeader(fd, isWhole)
    if (header?.key === key && placeOf(header) === status.size)
      return { file, fd, header, isWhole, ahead: new Map(), memories: new Map() }
  }
  fs.closeSync(fd)
  return undefined
}

/** Once nothing reads it any more. */
export function closeSnapshot({ fd, ahead }: OpenSnapshot): void {
  if (ahead.size === 0) fs.closeSync(fd)
  else void Promise.all(ahead.values()).then(() => fs.closeSync(fd))
}

/** Undefined when the file has lost its end. */
export function readPart({ fd, header }: OpenSnapshot, part: Part): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(header.bytes[part])
  return fs.readSync(fd, bytes, 0, bytes.length, placeOf(header, part)) === bytes.length ? bytes : undefined
}

function readHeader(fd: number, isWhole: boolean): Header | undefined {
  const block = Buffer.allocUnsafe(HEADER_BYTES)
  return fs.readSync(fd, block, 0, HEADER_BYTES, 0) === HEADER_BYTES ? parseHeader(block, isWhole) : undefined
}
