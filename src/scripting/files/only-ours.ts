// Whether anybody but us and root could have changed a file: its own mode and owner, and those of every folder and link on
// the way to it. Whoever can write a folder can put another file in its place; in a sticky one only the owner of a file can.
import fs from 'node:fs'
import { dirname, join, parse, resolve } from 'node:path'
import { PrivilegeError, UsageError } from '../../errors.ts'

const OTHERS_WRITE = 0o022
const STICKY = 0o1000
/** Of profiles, settings and approvals; a profile with a hundred scripts of the usual size takes a hundredth. */
const LONGEST_BYTES = 64 * 1024 * 1024
const MOST_LINKS = 40 // as many as Linux follows

/** What others can change, and why; undefined when nothing. `owners`: user ids besides root's that may own what is on the way. */
export function whatOthersCanWrite(path: string, owners: readonly number[] = ourselves()): string | undefined {
  if (process.getuid === undefined) return undefined // Windows: modes say nothing there
  let links = 0
  const left = partsOf(resolve(path))
  let at = parse(resolve(path)).root
  for (let part: string | undefined = ''; part !== undefined; part = left.shift()) {
    const next = join(at, part)
    const stats = fs.lstatSync(next)
    const last = left.length === 0
    if (stats.uid !== 0 && !owners.includes(stats.uid)) return `${next} belongs to user ${stats.uid}`
    if (stats.isSymbolicLink()) {
      if (++links > MOST_LINKS) return `${next} is a link that leads nowhere`
      const target = resolve(at, fs.readlinkSync(next))
      left.unshift(...partsOf(target))
      at = parse(target).root
      continue
    }
    const sticky = stats.isDirectory() && !last && (stats.mode & STICKY) !== 0
    if ((stats.mode & OTHERS_WRITE) !== 0 && !sticky)
      return `${next} can be written by others (mode ${octal(stats.mode)}): chmod go-w`
    at = next
  }
  return undefined
}

/** Whether there is something of this name, be it a link that leads nowhere. What cannot be looked at is not absent. */
export function isThere(path: string): boolean {
  try {
    fs.lstatSync(path)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException // Node throws nothing else from lstat
    if (code === 'ENOENT' || code === 'ENOTDIR') return false
    throw new PrivilegeError(`${path} cannot be looked at (${code}), and may forbid what is to run`, { cause: error })
  }
}

/** Reads a file that decides what runs. One that others can write is refused by name, and a link to it as well. */
export function readOnlyOurs(path: string, owners?: readonly number[]): string {
  // Not waiting for whoever would write a FIFO.
  const descriptor = fs.openSync(path, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0)) // what is judged is then what is read, as the names can change no more what is open
  try {
    const found = whatOthersCanWrite(path, owners)
    if (found !== undefined) throw new PrivilegeError(`${path} is not used: ${found}`)
    const [opened, named] = [fs.fstatSync(descriptor), fs.statSync(path)]
    if (!opened.isFile()) throw bad(`${path} is no file`)
    if (opened.size > LONGEST_BYTES) throw bad(`${path} is larger than ${LONGEST_BYTES} bytes`)
    if (opened.ino !== named.ino || opened.dev !== named.dev)
      throw new PrivilegeError(`${path} is not used: it was changed meanwhile`)
    return fs.readFileSync(descriptor, 'utf8')
  } finally {
    fs.closeSync(descriptor)
  }
}

/** Makes a folder that only we can enter, with what it lies in; one that is there must be so already. */
export function ownFolder(path: string, mode = 0o700): string {
  const first = fs.mkdirSync(dirname(path), { recursive: true, mode: 0o755 })
  if (first !== undefined && (mode & PASSABLE) !== 0) letPass(first, dirname(path))
  try {
    fs.mkdirSync(path, { mode })
    fs.chmodSync(path, mode) // whatever the umask is
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (!fs.lstatSync(path).isDirectory()) throw new PrivilegeError(`${path} is not used: it is no folder`)
  }
  const found = whatOthersCanWrite(path)
  if (found !== undefined) throw new PrivilegeError(`${path} is not used: ${found}`)
  return path
}

const PASSABLE = 0o011

/** Whatever the umask is: what was made for a folder that others pass through. */
function letPass(first: string, last: string): void {
  for (let at = last; at.length >= first.length; at = dirname(at)) fs.chmodSync(at, 0o711)
}

const bad = (message: string) => new UsageError(message, { complete: true })
const ourselves = (): readonly number[] => [process.getuid?.() ?? 0]
const partsOf = (path: string): string[] =>
  path
    .slice(parse(path).root.length)
    .split(/[\\/]/)
    .filter((part) => part !== '')
const octal = (mode: number) => (mode & 0o7777).toString(8).padStart(4, '0')
