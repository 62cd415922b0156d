// What a file is a piece of, as a person asks about it: a module of the library, a section of the engine, a file of JavaScript.
import { unzipSync } from 'fflate'
import { LIBRARY_FILE, parseGuest } from '../../../src/engine/engine-file.ts'
import { SECTION, sectionsOf } from '../../../src/engine/wasm-binary.ts'

export interface Piece {
  readonly part: string
  /** From the largest to the smallest: 'library', 'json', 'decoder.py'. */
  readonly path: readonly string[]
  readonly bytes: Uint8Array
}

export function piecesOf(part: string, path: string, bytes: Buffer): readonly Piece[] {
  if (path.endsWith('.wasm')) return sections(part, path, bytes)
  if (path === 'engine/guest.bin') return guestModules(part, bytes)
  if (path === `engine/${LIBRARY_FILE}`) return libraryModules(part, path, bytes)
  const own = path.startsWith(`${part}/`) ? path.slice(part.length + 1) : path
  return [{ part, path: own.split('/'), bytes }]
}

function sections(part: string, path: string, bytes: Buffer): readonly Piece[] {
  if (bytes.readUInt32BE(0) !== WASM_MAGIC) return [{ part, path: [path], bytes }]
  const names = new Map(Object.entries(SECTION).map(([name, id]) => [id as number, name]))
  const name = path.split('/').at(-1) ?? path
  return [...sectionsOf(bytes)].map(([id, section]) => ({ part, path: [name, names.get(id) ?? `section ${id}`], bytes: section }))
}
const WASM_MAGIC = 0x0061736d

function libraryModules(part: string, path: string, bytes: Buffer): readonly Piece[] {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'))
  const inside = files.reduce((sum, [, content]) => sum + content.length, 0)
  const frame = { part, path: [path], bytes: bytes.subarray(0, bytes.length - inside) } // of its size: names and places
  return [...files.map(([name, content]) => ({ part, path: name.split('/'), bytes: content })), frame]
}

function guestModules(part: string, bytes: Buffer): readonly Piece[] {
  return parseGuest(bytes).map(({ name, code }) => ({ part, path: name.split('.'), bytes: code }))
}
