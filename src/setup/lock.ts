// One process at a time writes in a place where snapshots lie; all else that lies there unfinished is nobody's then. The lock
// is a file that says who holds it, so that one whose holder has died does not stay.
import fs from 'node:fs'
import { isGone, ourselves } from './holder.ts'

/** Runs `work` unless a living process has the lock; false when one has. */
export async function withLock(file: string, work: () => Promise<void> | void): Promise<boolean> {
  if (!(create(file) || (takeAway(file) && create(file)))) return false
  try {
    await work()
    return true
  } finally {
    fs.rmSync(file, { force: true })
  }
}

function create(file: string): boolean {
  try {
    fs.writeFileSync(file, ourselves(), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false // the whole place was removed meanwhile
    throw error
  }
}

/**
 * Removes a lock whose holder is gone. Two that see it at once must not remove each other's new one: a second name for the
 * dead one, which only one process can make, says who may.
 */
function takeAway(file: string): boolean {
  const claim = `${file}.claim`
  const holder = read(file)
  if (holder === undefined || !isGone(holder.line, ageMs(file))) return false
  try {
    fs.linkSync(file, claim)
  } catch {
    if (ageMs(claim) > CLAIM_MS) fs.rmSync(claim, { force: true }) // whoever claimed it died before it was done: the next tries
    return false
  }
  try {
    const claimed = read(claim)
    if (claimed?.line !== holder.line || claimed.writtenMs !== holder.writtenMs) return false // another's, made since we looked
    fs.rmSync(file, { force: true })
    return true
  } finally {
    fs.rmSync(claim, { force: true })
  }
}
const CLAIM_MS = 5_000 // a claim is held for microseconds

function read(file: string): { readonly line: string; readonly writtenMs: number } | undefined {
  try {
    return { line: fs.readFileSync(file, 'utf8'), writtenMs: fs.statSync(file).mtimeMs }
  } catch {
    return undefined // gone in between, or not ours to judge
  }
}

/** Since the file was written or got its last name. */
const ageMs = (file: string): number => Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.ctimeMs ?? Date.now())
