// Everything that can be said of a snapshot file: what a start looks at, and what it takes on trust from the stamp.
import fs from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import { KEY_PARTS } from './build-key.ts'
import { canSerialise, deserialise } from './code-cache.ts'
import type { EngineFiles } from './engine-file.ts'
import { withEngineFlags } from './flags.ts'
import { HEADER_BYTES, type Header, PARTS, type Part, parseHeader, placeOf } from './snapshot-format.ts'
import { isTrusted, QUICK_PLATFORM } from './snapshot-place.ts'
import { isStamped } from './snapshot-stamp.ts'

export interface Examination {
  readonly file: string
  /** Why a start does not use it; undefined when it does. */
  readonly refused?: string
  readonly facts?: Facts
  readonly codeCache?: CodeCache
  /** Whether a start believes that the file is whole without summing it. */
  readonly stamped?: boolean
}

export interface Facts {
  readonly bytes: number
  /** Octal. */
  readonly mode: string
  readonly owner: string
  /** ISO 8601. */
  readonly made: string
}

/** `none`: this V8 has no such cache. `missing`: it has, the file has not. */
export type CodeCache = 'accepted' | 'refused' | 'missing' | 'none'

export function examine(file: string, files: EngineFiles, platform: string): Examination {
  let fd: number
  try {
    fd = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)
  } catch (error) {
    return { file, refused: CODES[(error as NodeJS.ErrnoException).code ?? ''] ?? String(error) }
  }
  try {
    const stat = fs.fstatSync(fd)
    const facts = { bytes: stat.size, mode: octal(stat), owner: nameOf(stat.uid), made: stat.mtime.toISOString() }
    const header = stat.isFile() ? readHeader(fd) : undefined
    const refused =
      distrust(file, stat) ??
      (header
        ? (foreign(header, files.key(platform)) ?? damage(fd, header, files))
        : 'it is no snapshot, or its header is damaged')
    if (refused !== undefined || !header) return { file, facts, ...(refused === undefined ? {} : { refused }) }
    return { file, facts, codeCache: codeCache(fd, header, platform), stamped: isStamped(file, fd) }
  } finally {
    fs.closeSync(fd)
  }
}

const CODES: Readonly<Record<string, string>> = { ENOENT: 'there is none', EACCES: 'this user cannot read it' }

function distrust(file: string, stat: fs.Stats): string | undefined {
  const folder = fs.statSync(dirname(file))
  if (!isTrusted(stat)) return `another user could have written it: ${nameOf(stat.uid)}'s, mode ${octal(stat)}`
  if (!isTrusted(folder)) return `another user could write in its folder: ${nameOf(folder.uid)}'s, mode ${octal(folder)}`
  return undefined
}

function readHeader(fd: number): Header | undefined {
  const block = Buffer.alloc(HEADER_BYTES)
  fs.readSync(fd, block, 0, HEADER_BYTES, 0)
  return parseHeader(block)
}

function foreign({ key }: Header, wanted: string): string | undefined {
  const [has, needs] = [key.split(' '), wanted.split(' ')]
  const differing = KEY_PARTS.flatMap((part, i) => (has[i] === needs[i] ? [] : [`${part} (${has[i]}, now ${needs[i]})`]))
  return differing.length > 0 ? `it was made for another ${differing.join(', ')}` : undefined
}

function damage(fd: number, header: Header, files: EngineFiles): string | undefined {
  const end = placeOf(header)
  if (fs.fstatSync(fd).size !== end) return 'it is damaged: not of the size that its header says'
  return files.checksum().over(read(fd, HEADER_BYTES, end - HEADER_BYTES)) === header.sum ? undefined : 'it is damaged'
}

// Only of a file that was found whole: V8 would take a damaged one and end the process.
function codeCache(fd: number, header: Header, platform: string): CodeCache {
  const { bytes } = header
  if (platform === QUICK_PLATFORM && bytes.script === 0) return 'missing'
  if (!canSerialise()) return 'none'
  const caches = PARTS.filter((name) => name.endsWith('Cache'))
  if (caches.some((name) => bytes[name] === 0)) return 'missing'
  const part = (name: Part) => read(fd, placeOf(header, name), bytes[name])
  const accepts = (name: Part) => withEngineFlags(() => deserialise(part(name).buffer, part('hot'))) !== undefined
  return caches.every(accepts) ? 'accepted' : 'refused'
}

function read(fd: number, at: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  fs.readSync(fd, bytes, 0, length, at)
  return bytes
}

const octal = ({ mode }: fs.Stats): string => (mode & 0o7777).toString(8).padStart(3, '0')

function nameOf(uid: number): string {
  if (uid === 0) return 'root'
  return (uid === process.getuid?.() && ownName()) || `user ${uid}`
}

/** Undefined where the machine knows no user of our number, as in a container that was given one. */
function ownName(): string | undefined {
  try {
    return userInfo().username
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SYSTEM_ERROR') return undefined
    throw error
  }
}
