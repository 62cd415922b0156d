// Puts a folder that is whole into the place of one that may be there already. Were the move to fail, the old one is put back.
import fs from 'node:fs'

/** `fresh` lies in the same file system; the old one gets a name beside it, and is removed at the end, or is `kept` under that path. */
export function moveInto(place: string, fresh: string, kept?: string): void {
  const old = kept ?? `${fresh}.old`
  if (kept !== undefined) fs.rmSync(kept, { recursive: true, force: true })
  const replaces = fs.existsSync(place)
  if (replaces) fs.renameSync(place, old)
  try {
    fs.renameSync(fresh, place)
  } catch (error) {
    if (replaces) fs.renameSync(old, place)
    throw error
  }
  if (kept === undefined) fs.rmSync(old, { recursive: true, force: true })
}
