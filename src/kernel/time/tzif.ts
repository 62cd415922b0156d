// Compiled time zone files (TZif, RFC 9636), as plain data: versions 1 to 4, the 64-bit block where there is one, the footer.
// Pure: bytes in, data out; zone.ts decides what a zone answers. Leap second records are skipped: POSIX time has none.
import type { LocalTime } from './zone.ts'

export interface TzifData {
  /** In rising order. */
  readonly transitions: readonly Transition[]
  /** At least one. */
  readonly types: readonly [LocalTime, ...LocalTime[]]
  /** The POSIX TZ string for times after the last transition; a version 1 file has none, and it may be empty. */
  readonly footer: string
}

export interface Transition {
  readonly utcSeconds: number
  /** What begins here. */
  readonly localTime: LocalTime
}

/** undefined where glibc (time/tzfile.c, __tzfile_read) refuses the file, and where RFC 9636 calls the data invalid. */
export function parseTzif(bytes: Uint8Array): TzifData | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const first = readHeader(view, 0, 4)
  if (first === undefined || first.version === 0) return first && readBlock(view, first)
  const second = readHeader(view, first.end, 8)
  return second && readBlock(view, second)
}

interface Header {
  readonly version: number
  readonly isUtCount: number
  readonly isStandardCount: number
  readonly leapCount: number
  readonly transitionCount: number
  readonly typeCount: number
  readonly charCount: number
  /** Bytes of a transition time in the block that follows. */
  readonly timeSize: 4 | 8
  readonly start: number
  readonly end: number
}

/** RFC 9636, 3.1. The block's end is checked here, so that nothing after this reads past the file. */
function readHeader(view: DataView, offset: number, timeSize: 4 | 8): Header | undefined {
  const start = offset + HEADER_BYTES
  if (start > view.byteLength || view.getUint32(offset) !== MAGIC) return undefined
  const count = (index: number) => view.getUint32(offset + 20 + 4 * index)
  const [isUtCount, isStandardCount, leapCount] = [count(0), count(1), count(2)]
  const [transitionCount, typeCount, charCount] = [count(3), count(4), count(5)]
  const records = transitionCount * (timeSize + 1) + typeCount * TYPE_BYTES + leapCount * (timeSize + 4)
  const end = start + records + charCount + isStandardCount + isUtCount
  if (end > view.byteLength || isStandardCount > typeCount || isUtCount > typeCount) return undefined
  const version = view.getUint8(offset + 4)
  return { version, isUtCount, isStandardCount, leapCount, transitionCount, typeCount, charCount, timeSize, start, end }
}

/** RFC 9636, 3.2 (data block) and 3.3 (footer). */
function readBlock(view: DataView, header: Header): TzifData | undefined {
  const types = readTypes(view, header)
  if (types === undefined) return undefined
  const transitions: Transition[] = []
  const typeIndexes = header.start + header.transitionCount * header.timeSize
  for (let i = 0; i < header.transitionCount; i++) {
    const at = header.start + i * header.timeSize
    const utcSeconds = header.timeSize === 4 ? view.getInt32(at) : Number(view.getBigInt64(at))
    const localTime = types[view.getUint8(typeIndexes + i)]
    if (localTime === undefined || utcSeconds <= (transitions.at(-1)?.utcSeconds ?? Number.NEGATIVE_INFINITY)) return undefined
    transitions.push({ utcSeconds, localTime })
  }
  const footer = header.timeSize === 4 ? '' : /^\n([^\n]*)\n/.exec(text(view, header.end, view.byteLength))?.[1]
  const [type, ...moreTypes] = types
  return footer === undefined || type === undefined ? undefined : { transitions, types: [type, ...moreTypes], footer }
}

function readTypes(view: DataView, header: Header): LocalTime[] | undefined {
  const start = header.start + header.transitionCount * (header.timeSize + 1)
  const chars = start + header.typeCount * TYPE_BYTES
  const abbreviations = text(view, chars, chars + header.charCount)
  const types: LocalTime[] = []
  for (let i = 0; i < header.typeCount; i++) {
    const at = start + i * TYPE_BYTES
    const dst = view.getUint8(at + 4)
    const nameAt = view.getUint8(at + 5)
    if (dst > 1 || nameAt > header.charCount) return undefined
    const [abbreviation = ''] = abbreviations.slice(nameAt).split('\0', 1)
    types.push({ offsetSeconds: view.getInt32(at), isDst: dst === 1, abbreviation })
  }
  return types
}

/** One character a byte: names are ASCII, and a byte that is not must not change the length. */
function text(view: DataView, start: number, end: number): string {
  return Buffer.from(view.buffer, view.byteOffset + start, end - start).toString('latin1')
}

const MAGIC = 0x545a_6966 // 'TZif'
const HEADER_BYTES = 44
const TYPE_BYTES = 6
