// Which image of the snapshot a run starts from: filling the memory with the modules that scripts import most takes longer
// than all that a script without them does. Guessed from the source's import statements before there is a Python; a wrong
// guess costs time and nothing else, since either image imports the rest from the library.
import fs from 'node:fs'
import type { Image, Trained } from './engine/snapshot-format.ts'
import { readWhole } from './platform/read-whole.ts'
import type { RunOptions } from './run-options.ts'

/** What a bare image has, and what is built into the engine. test/engine/images.test.ts compares. */
export const AT_HAND: ReadonlySet<string> = new Set([
  'abc',
  'atexit',
  'binascii',
  'builtins',
  'codecs',
  'collections',
  'copyreg',
  'enum',
  'errno',
  'fcntl',
  'functools',
  'gc',
  'io',
  'itertools',
  'keyword',
  'marshal',
  'math',
  'operator',
  'os',
  'posix',
  'posixpath',
  'pwd',
  're',
  'reprlib',
  'site',
  'stat',
  'sys',
  'time',
  'types',
  'warnings',
])

/** `source`: the script's, where it is known before there is a Python. */
export function imageFor(source: Uint8Array | undefined): Image {
  return source !== undefined && importsOnly(AT_HAND, Buffer.from(source).toString('latin1')) ? 'bare' : 'full'
}

/** The compiled code to start with: less where `code` was kept of it, as nothing is parsed and compiled then. */
export function trainedFor(source: Uint8Array | undefined, code: Uint8Array | undefined): Trained {
  const image = imageFor(source)
  return code && image === 'bare' ? 'kept' : image
}

/** Whether each import statement names only modules of `names`. What is no plain statement counts as another module. */
export function importsOnly(names: ReadonlySet<string>, source: string): boolean {
  for (const [, from, list = ''] of source.matchAll(IMPORT))
    for (const each of from === undefined ? list.split(',') : [from]) {
      const [name = ''] = /^\w+/.exec(each.trim()) ?? []
      if (!names.has(name)) return false
    }
  return true
}
const IMPORT = /(?:^|[:;\r\n])[ \t]*(?:from[ \t]+([^ \t]+)[ \t]|import[ \t]+([^\r\n;#]*))/g

/** What a run is about to run, as far as that can be read without doing anything: undefined for a module, a pipe, a folder, a large file. */
export function scriptSource({ mode, target, cwd }: RunOptions): Uint8Array | undefined {
  if (mode === 'command' || mode === 'source') return target
  if (mode !== 'file') return undefined
  const isRelative = cwd && target[0] !== SLASH
  return fileSource(isRelative ? Buffer.concat([cwd, Buffer.of(SLASH), target]) : Buffer.from(target))
}

/** What a regular file that is not large holds. */
export function fileSource(path: string | Buffer): Uint8Array | undefined {
  try {
    const status = fs.statSync(path)
    return status.isFile() && status.size < LARGE_BYTES ? readWhole(path) : undefined // a pipe is read once
  } catch {
    return undefined // the guest will say so
  }
}
const SLASH = 0x2f
const LARGE_BYTES = 100_000 // such a script imports something
