// Whether a snapshot file was written to since it was last found whole. Summing it would touch every page of it at every
// start; instead a small file beside it keeps the file's identity and times, which no write leaves as they were. Where
// the stamp does not fit (a copied folder, a touched file) the sums decide, and a new stamp is kept.
import fs from 'node:fs'
import { readWhole } from '../platform/read-whole.ts'

export function isStamped(file: string, fd: number): boolean {
  try {
    return readWhole(stampOf(file)).toString('latin1') === identity(fd)
  } catch {
    return false // no stamp: the sums decide
  }
}

export function stamp(file: string, fd: number): void {
  try {
    fs.writeFileSync(stampOf(file), identity(fd), { mode: fs.fstatSync(fd).mode & 0o666 })
  } catch {
    // a folder that cannot be written: the next start sums again
  }
}

export const stampOf = (file: string) => `${file}.stamp`

function identity(fd: number): string {
  const { dev, ino, size, mtimeNs, ctimeNs } = fs.fstatSync(fd, { bigint: true })
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ')
}
