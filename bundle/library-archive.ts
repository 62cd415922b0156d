// The library as one archive: a zip whose members are stored as they are, so that the machine reads them in place and an
// installer compresses them all together. Of the same files it is the same, byte for byte.
import { type Zippable, zipSync } from 'fflate'

/** What lies in it whether or not it has files: CPython looks for packages there. */
const EMPTY_FOLDER = 'site-packages/'

/** `files`: by their names, as the library's folder has them. */
export function libraryArchive(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...files.keys(), EMPTY_FOLDER].sort()
  const members: Zippable = {}
  for (const name of names) members[name] = files.get(name) ?? new Uint8Array(0)
  return zipSync(members, { level: 0, mtime: FIRST_DATE })
}

/** What a zip's dates begin with, which have no time zone: the local one is written. */
const FIRST_DATE = new Date(1980, 0, 1)
