// stat(2) as Node's own fs module gets it from its binding: an array of 64-bit words, without the objects, dates and bigints
// that fs.statSync makes of them, which cost more than the call itself. The binding is not part of Node's interface, so
// it counts only where a trial shows that it answers what fs.statSync does; and only a success of it counts.
import fs from 'node:fs'
import { nodeBinding } from '../../platform/node-binding.ts'
import type { Stat } from '../structs.ts'

/** Where a field lies in the array: Node src/node_file.h, FsStatsOffset. */
const AT = {
  dev: 0,
  mode: 1,
  nlink: 2,
  uid: 3,
  gid: 4,
  rdev: 5,
  blksize: 6,
  ino: 7,
  size: 8,
  blocks: 9,
  atime: 10,
  mtime: 12,
  ctime: 14,
  birthtime: 16,
} as const

type Ask = (path: Buffer, bigint: true, request: undefined, throwIfNoEntry: false) => BigInt64Array | undefined
interface Binding {
  readonly stat: Ask
  readonly lstat: Ask
}

/** The answer of the last call: the next one overwrites it. */
export class RawStat implements Stat {
  readonly #words: BigInt64Array
  /** The same as pairs of 32-bit words, low first. */
  readonly halves: Int32Array

  constructor(words: BigInt64Array) {
    this.#words = words
    this.halves = new Int32Array(words.buffer, words.byteOffset, 2 * words.length)
  }

  get dev(): bigint {
    return this.#word(AT.dev)
  }
  get mode(): bigint {
    return this.#word(AT.mode)
  }
  get nlink(): bigint {
    return this.#word(AT.nlink)
  }
  get uid(): bigint {
    return this.#word(AT.uid)
  }
  get gid(): bigint {
    return this.#word(AT.gid)
  }
  get rdev(): bigint {
    return this.#word(AT.rdev)
  }
  get size(): bigint {
    return this.#word(AT.size)
  }
  get blksize(): bigint {
    return this.#word(AT.blksize)
  }
  get blocks(): bigint {
    return this.#word(AT.blocks)
  }
  get ino(): bigint {
    return this.#word(AT.ino)
  }
  get atimeNs(): bigint {
    return this.#time(AT.atime)
  }
  get mtimeNs(): bigint {
    return this.#time(AT.mtime)
  }
  get ctimeNs(): bigint {
    return this.#time(AT.ctime)
  }
  get birthtimeNs(): bigint {
    return this.#time(AT.birthtime)
  }

  #word(at: number): bigint {
    return this.#words[at] ?? 0n
  }

  #time(at: number): bigint {
    return this.#word(at) * 1_000_000_000n + this.#word(at + 1)
  }
}

/** Writes the guest's struct stat from the words, as statOut does from a Stat. */
export function encodeRaw(view: DataView, address: number, { halves }: RawStat): void {
  const low = (at: number) => halves[2 * at] ?? 0
  const copy = (to: number, at: number) => view.setInt32(address + to, low(at), true)
  const copyWide = (to: number, at: number) => {
    view.setInt32(address + to, low(at), true)
    view.setInt32(address + to + 4, halves[2 * at + 1] ?? 0, true)
  }
  copy(0, AT.dev)
  copy(4, AT.mode)
  copy(8, AT.nlink)
  copy(12, AT.uid)
  copy(16, AT.gid)
  copy(20, AT.rdev)
  copyWide(24, AT.size)
  copy(32, AT.blksize)
  copy(36, AT.blocks)
  copyWide(40, AT.atime)
  copy(48, AT.atime + 1)
  copyWide(56, AT.mtime)
  copy(64, AT.mtime + 1)
  copyWide(72, AT.ctime)
  copy(80, AT.ctime + 1)
  copyWide(88, AT.ino)
}

/** The trial costs as much as so many calls save: a script that asks less often does without. */
const FIRST_ASKED = 30

let asked = 0
let binding: Binding | false | undefined
let last: RawStat | undefined

/** Undefined when there is nothing, when it failed, and where the binding is not had: then fs.statSync knows. */
export function rawStat(path: Buffer, follow: boolean): RawStat | undefined {
  if (asked < FIRST_ASKED) {
    asked++
    return undefined
  }
  binding ??= tried() ?? false
  if (!binding) return undefined
  try {
    const words = (follow ? binding.stat : binding.lstat)(path, true, undefined, false)
    if (!words) return undefined
    if (last?.halves.buffer !== words.buffer) last = new RawStat(words)
    return last
  } catch {
    return undefined
  }
}

function tried(): Binding | undefined {
  const { stat, lstat } = nodeBinding<Binding>('fs') ?? {}
  if (!stat || !lstat) return undefined
  const root = Buffer.from('/')
  try {
    return [stat, lstat].every((ask) => isSame(ask(root, true, undefined, false))) ? { stat, lstat } : undefined
  } catch {
    return undefined // it wants to be asked otherwise
  }
}

function isSame(words: BigInt64Array | undefined): boolean {
  if (!(words instanceof BigInt64Array) || words.length < AT.birthtime + 2) return false
  const raw = plain(new RawStat(words.slice()))
  const known = plain(fs.statSync('/', { bigint: true }))
  return Object.entries(known).every(([name, value]) => raw[name] === value)
}

function plain({ dev, mode, nlink, uid, gid, rdev, size, blksize, ino, mtimeNs, ctimeNs }: Stat): Record<string, bigint> {
  return { dev, mode, nlink, uid, gid, rdev, size, blksize, ino, mtimeNs, ctimeNs }
}
