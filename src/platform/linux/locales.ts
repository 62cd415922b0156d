// Which locales this system has, and in which codeset each speaks: glibc's folders and its archive, read without the C
// library (layouts: locale/localeinfo.h and locale/locarchive.h; order of the search: locale/findlocale.c).
import fs from 'node:fs'

/** nl_langinfo(CODESET) after setlocale(LC_CTYPE, name); undefined where setlocale would refuse. */
export function localeCodeset(name: string, locpath: string | undefined, root = LOCALE_FOLDER): string | undefined {
  if (name.includes('/')) return undefined
  const names = new Set([name, name.replace(/\.[^@]*/, normalised)])
  const archived = locpath === undefined ? reading(`${root}/locale-archive`, (fd) => inArchive(fd, names)) : undefined
  if (archived !== undefined) return archived
  for (const folder of [...(locpath?.split(':') ?? []), root]) {
    for (const each of names) {
      const codeset = reading(`${folder}/${each}/LC_CTYPE`, (fd) => codesetAt(fd, 0))
      if (codeset !== undefined) return codeset
    }
  }
  return undefined
}

const LOCALE_FOLDER = '/usr/lib/locale'

// intl/l10nflist.c, _nl_normalize_codeset: letters and digits only, in lower case; a bare number is ISO's.
function normalised(codeset: string): string {
  const only = codeset.replaceAll(/[^a-zA-Z0-9]/g, '').toLowerCase()
  return `.${/^\d+$/.test(only) ? 'iso' : ''}${only}`
}

// struct locarhead: a hash table of names, the names, and a record per locale whose first entry is LC_CTYPE.
function inArchive(fd: number, names: ReadonlySet<string>): string | undefined {
  const head = words(fd, 0, 7)
  const [magic, , hashOffset = 0, , hashSize = 0] = head
  if (magic !== ARCHIVE_MAGIC) return undefined
  const table = words(fd, hashOffset, HASH_ENTRY_WORDS * hashSize)
  const hashes = new Set(Array.from(names, hashOf))
  for (let i = 0; i < table.length; i += HASH_ENTRY_WORDS) {
    const [hash = 0, nameOffset = 0, record = 0] = table.subarray(i, i + HASH_ENTRY_WORDS)
    if (record !== 0 && hashes.has(hash) && names.has(text(fd, nameOffset)))
      return codesetAt(fd, words(fd, record + WORD_BYTES, 1)[0] ?? 0)
  }
  return undefined
}
const ARCHIVE_MAGIC = 0xde020109
const HASH_ENTRY_WORDS = 3 // struct namehashent: hash, offset of the name, offset of the record

// locale/hashval.h, compute_hashval, in 32 bits.
function hashOf(name: string): number {
  const bytes = Buffer.from(name)
  return bytes.reduce((hash, byte) => (((hash << 9) | (hash >>> 23)) + byte) >>> 0, bytes.length)
}

// The category's own file: magic, count, then the offset of each item from its start.
function codesetAt(fd: number, start: number): string | undefined {
  const [offset] = words(fd, start + WORD_BYTES * (2 + CODESET_ITEM), 1)
  return offset === undefined ? undefined : text(fd, start + offset)
}
const CODESET_ITEM = 14 // langinfo.h of glibc, CODESET without its category
const WORD_BYTES = 4
const LONGEST_NAME = 64

function words(fd: number, at: number, count: number): Uint32Array {
  const found = new Uint32Array(count) // in the machine's own byte order, as the C library wrote them
  return found.subarray(0, fs.readSync(fd, found, 0, count * WORD_BYTES, at) / WORD_BYTES)
}

function text(fd: number, at: number): string {
  const bytes = Buffer.alloc(LONGEST_NAME)
  const line = bytes.subarray(0, fs.readSync(fd, bytes, 0, LONGEST_NAME, at))
  return line.subarray(0, Math.max(0, line.indexOf(0))).toString('latin1')
}

function reading<T>(path: string, use: (fd: number) => T): T | undefined {
  let fd: number
  try {
    fd = fs.openSync(path, 'r')
  } catch {
    return undefined // not there, or not for this user: the C library passes over it as well
  }
  try {
    return use(fd)
  } finally {
    fs.closeSync(fd)
  }
}
