// Reads py-runner.js by parts, since compiling all of it would take as long as Node's own start: a part is compiled when it is
// first asked for. The file is read once, so that what runs for long stays of one version where another is put in its place.
import fs from 'node:fs'
import vm from 'node:vm'
import { linkParts, type Part, type Parts } from './link-parts.ts'
import { readWhole } from './platform/read-whole.ts'

/** Of a part in the file, whose bytes are its characters. */
type Place = readonly [start: number, end: number]

/** From bundle/host.ts: the place of the quick start, which is read alone. */
declare const QUICK_AT: number
declare const QUICK_BYTES: number

const FILE = 'py-runner.js'

export function readParts(home: string): Parts {
  let file: Buffer | undefined
  let places: ReadonlyMap<string, Place> | undefined
  return linkParts(home, (name) => {
    file ??= readWhole(`${home}/${FILE}`)
    places ??= placesIn(file)
    const text = `${STRICT}${file.toString('latin1', ...(places.get(name) ?? missing(name)))}`
    return new vm.Script(text, { filename: `${home}/${FILE}#${name}` }).runInThisContext() as Part // bundle/parts.ts wraps it so
  })
}

/** `code`: what V8 compiled of it before; it compares its own version and flags with the code's, and compiles where they differ. */
export function compileQuick(home: string, code: Uint8Array | undefined): vm.Script {
  return new vm.Script(readQuick(`${home}/${FILE}`), {
    filename: `${FILE}#quick`, // without a folder: it is part of the code that V8 keeps
    ...(code ? { cachedData: code } : {}),
  })
}

function readQuick(path: string): string {
  const bytes = Buffer.allocUnsafe(STRICT.length + QUICK_BYTES)
  let length = bytes.write(STRICT)
  const fd = fs.openSync(path, fs.constants.O_RDONLY)
  try {
    length += fs.readSync(fd, bytes, length, QUICK_BYTES, QUICK_AT)
  } finally {
    fs.closeSync(fd)
  }
  return bytes.toString('latin1', 0, length)
}

/** As at the head of the file: what modules are written for. */
const STRICT = '"use strict";'

/** Each is a line: its name as a key, the function, a comma. */
function placesIn(file: Buffer): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  let end = file.indexOf('\n')
  for (let at = end + 1; file[at] === QUOTE; at = end + 1) {
    end = file.indexOf('\n', at)
    const colon = file.indexOf(':', at)
    places.set(file.toString('latin1', at + 1, colon - 1), [colon + 1, end - 1])
  }
  return places
}
const QUOTE = 0x22

function missing(name: string): never {
  throw new TypeError(`${FILE} has no part ${name}: it is not what the build makes`)
}
