// Ways in which a snapshot file is not the one that was made: each spoils a whole one in place. What is chosen is the same
// in every run.

import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { formatHeader, HEADER_BYTES, type Header, type Part, parseHeader, placeOf } from '../../src/engine/snapshot-format.ts'
import { isRoot } from './installation.ts'

export interface Damage {
  readonly name: string
  /** `file` is whole and has its stamp. */
  spoil(file: string): void
}

export function headerOf(file: string): Header {
  const header = parseHeader(readFileSync(file).subarray(0, HEADER_BYTES))
  if (!header) throw new Error(`${file} is no snapshot`)
  return header
}

/** Kinds of damage to a file with that header; some 200 in all. */
export function damagesTo(header: Header): Readonly<Record<string, readonly Damage[]>> {
  const end = placeOf(header)
  const at = (part: Part) => placeOf(header, part)
  const inside = (part: Part, count: number) => flips(part, at(part), header.bytes[part], count)
  const isCompiled = header.bytes.bareCache > 0
  return {
    'a bit of the header': flips('header', 0, HEADER_BYTES, 32),
    "a bit of the quick start's code": inside('script', 24),
    'a bit of the hot half': inside('hot', isCompiled ? 28 : 64),
    ...(isCompiled
      ? { 'a bit of the compiled code': [...inside('keptCache', 12), ...inside('bareCache', 12), ...inside('fullCache', 12)] }
      : {}),
    'a bit of the memory': [...inside('bareMemory', 18), ...inside('fullMemory', 18)],
    'a bit of the cold half': inside('cold', 16),
    'the length': lengths(
      [
        ...[0, 1, HEADER_BYTES - 1, HEADER_BYTES, at('hot') + 100, at('keptCache') + 100, at('bareMemory') + 4096],
        ...[at('fullMemory') + 4096, at('cold'), end - 4096, end - 1],
      ],
      end,
    ),
    'what it was made for': foreign(),
    'the stamp': stamps(at('bareMemory') + 8192),
    'what it is': kinds(),
    'who could have written it': access(),
  }
}

// Places spread over the part, a different bit each.
function flips(part: string, at: number, length: number, count: number): readonly Damage[] {
  return Array.from({ length: count }, (_, i) => {
    const place = at + Math.floor(((i + 0.5) * length) / count)
    return { name: `bit ${i % 8} of byte ${place} (${part})`, spoil: (file) => flip(file, place, i % 8) }
  })
}

function flip(file: string, at: number, bit: number): void {
  const fd = openSync(file, 'r+')
  const byte = Buffer.alloc(1)
  readSync(fd, byte, 0, 1, at)
  writeSync(fd, Buffer.of((byte[0] ?? 0) ^ (1 << bit)), 0, 1, at)
  closeSync(fd)
}

function lengths(shorter: readonly number[], end: number): readonly Damage[] {
  return [
    ...shorter.map((length) => ({ name: `cut at ${length} of ${end}`, spoil: (file: string) => truncateSync(file, length) })),
    ...[1, 4096].map((more) => ({
      name: `${more} bytes more`,
      spoil: (file: string) => appendFileSync(file, Buffer.alloc(more)),
    })),
  ]
}

// A header that is whole and says something else: as another build's, platform's, engine's or Node's file has it.
function foreign(): readonly Damage[] {
  const keys: [string, number, string][] = [
    ['another build', 0, '0'.repeat(64)],
    ['another platform', 1, 'win32'],
    ['another size of the engine', 2, '1'],
    ['another time of the engine', 3, '1.5'],
    ['another size of the code', 4, '1'],
    ['another time of the code', 5, '1.5'],
    ['another V8', 6, '9.9.9'],
    ['an older Node', 7, 'v18.0.0-x64'],
    ['a newer Node', 7, 'v99.0.0-x64'],
    ['another processor', 7, `${process.version}-mips`],
  ]
  return [
    ...keys.map(([name, at, text]) => ({
      name,
      spoil: (file: string) => rewrite(file, (header) => ({ ...header, key: header.key.split(' ').with(at, text).join(' ') })),
    })),
    { name: 'another format', spoil: (file) => rewrite(file, (header) => ({ ...header, magic: 'PYRSNAP1' })) },
    { name: 'no key', spoil: (file) => rewrite(file, (header) => ({ ...header, key: '' })) },
  ]
}

function rewrite(file: string, change: (header: Header) => Header): void {
  const block = formatHeader(change(headerOf(file)))
  const fd = openSync(file, 'r+')
  writeSync(fd, block, 0, block.length, 0)
  closeSync(fd)
}

// The file is damaged as well, and the stamp says that it is not.
function stamps(at: number): readonly Damage[] {
  const lies: [string, (file: string, stamp: string) => void][] = [
    ['empty', (_, stamp) => writeFileSync(stamp, '')],
    ['of another kind', (_, stamp) => writeFileSync(stamp, 'whole, I say\n')],
    ['of zeros', (_, stamp) => writeFileSync(stamp, Buffer.alloc(100))],
    ['of another file', (file, stamp) => writeFileSync(stamp, identityOf(`${file.replace(/snapshots\/.*/, 'engine.wasm')}`))],
    [
      'with the time of now, but not of the change',
      (file, stamp) => writeFileSync(stamp, `${identityOf(file).replace(/\d+$/, '1')}`),
    ],
    ['a folder', (_, stamp) => mkdirSync(stamp)],
    ['a link to nothing', (_, stamp) => symlinkSync('/nowhere', stamp)],
  ]
  const damage = (file: string) => {
    const { atime, mtime } = statSync(file)
    flip(file, at, 3)
    utimesSync(file, atime, mtime) // what wrote it hides that
  }
  const lying = lies.map(([name, lie]) => ({
    name,
    spoil(file: string) {
      damage(file)
      rmSync(`${file}.stamp`)
      lie(file, `${file}.stamp`)
    },
  }))
  return [...lying, { name: 'of the file as it was', spoil: damage }]
}

function identityOf(file: string): string {
  const { dev, ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true })
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ')
}

function kinds(): readonly Damage[] {
  const instead: [string, (file: string) => void][] = [
    ['not there', () => undefined],
    ['a folder', (file) => mkdirSync(file)],
    ['a FIFO', (file) => spawnSync('mkfifo', [file])],
    ['a link to nothing', (file) => symlinkSync('/nowhere', file)],
    ['a link to a device', (file) => symlinkSync('/dev/zero', file)],
    ['text', (file) => writeFileSync(file, 'not a snapshot\n'.repeat(1_000_000))],
    ['zeros', (file) => writeFileSync(file, Buffer.alloc(24_000_000))],
    ['the engine', (file) => writeFileSync(file, readFileSync(file.replace(/snapshots\/.*/, 'engine.wasm')))],
  ]
  return instead.map(([name, put]) => ({
    name,
    spoil(file) {
      rmSync(file)
      put(file)
    },
  }))
}

function access(): readonly Damage[] {
  const modes = [0o666, 0o620, 0o602].map((mode) => ({
    name: `mode ${mode.toString(8)}`,
    spoil: (file: string) => chmodSync(file, mode),
  }))
  return isRoot ? [...modes, { name: "another user's", spoil: (file) => chownSync(file, 1234, 1234) }] : modes
}
