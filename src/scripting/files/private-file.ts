// A script's file, in a folder of its own that only whoever runs it can enter. Where root runs it for another user the folder
// becomes that user's: from then on root writes and removes nothing in it, as its parts may be exchanged for links meanwhile.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { join } from 'node:path'
import { isGone, ourselves } from '../../setup/holder.ts'
import { droppedTo } from '../run/drop.ts'

export interface Owner {
  readonly uid: number
  readonly gid: number
}

export interface PrivateFile {
  readonly path: string
  /** Takes the file's folder away, whatever is in it by then. */
  remove(): void
}

/** `folder`: only we can write in it. The file gets a name there that nobody can guess. */
export function privateFile(folder: string, name: string, content: string, owner: Owner | undefined): PrivateFile {
  sweep(folder)
  const own = join(folder, randomBytes(16).toString('hex'))
  fs.writeFileSync(`${own}${HOLDER}`, ourselves(), { flag: 'wx', mode: 0o600 })
  const remove = () => {
    if (removeFolder(own)) fs.rmSync(`${own}${HOLDER}`, { force: true })
  }
  try {
    fs.mkdirSync(own, { mode: 0o700 })
    fs.chmodSync(own, 0o700) // whatever the umask is
    write(join(own, name), content, owner)
    if (owner) fs.chownSync(own, owner.uid, owner.gid) // last: it is ours alone until here
    return { path: join(own, name), remove }
  } catch (error) {
    remove()
    throw error
  }
}

const HOLDER = '.holder'

function write(path: string, content: string, owner: Owner | undefined): void {
  const descriptor = fs.openSync(path, 'wx', 0o700)
  try {
    fs.writeFileSync(descriptor, content)
    fs.fchmodSync(descriptor, 0o700)
    if (owner) fs.fchownSync(descriptor, owner.uid, owner.gid)
  } finally {
    fs.closeSync(descriptor)
  }
}

/** False when something of another user's keeps it: then it is tried again at the next script. */
function removeFolder(path: string): boolean {
  const stats = fs.lstatSync(path, { throwIfNoEntry: false })
  if (stats && stats.uid !== 0 && process.getuid?.() === 0) {
    const empty = 'chmod -R u+rwX -- "$1"; rm -rf -- "$1"' // the folder itself is left: root's folder has it
    const [program, ...words] = droppedTo(stats, ['/bin/sh', '-c', empty, 'sh', path], 'none')
    spawnSync(program, words, { cwd: '/', env: { PATH: '/usr/bin:/bin' }, stdio: 'ignore' })
    return isRemoved(path)
  }
  fs.rmSync(path, { recursive: true, force: true })
  return true
}

function isRemoved(path: string): boolean {
  try {
    fs.rmdirSync(path)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException // Node throws nothing else from rmdir
    if (code === 'ENOENT') return true
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false // a program that the script left behind still writes there
    throw error
  }
}

/** What engines left that were killed. */
function sweep(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    if (!name.endsWith(HOLDER)) continue
    const holder = join(folder, name)
    try {
      const ageMs = Date.now() - fs.statSync(holder).mtimeMs
      if (!isGone(fs.readFileSync(holder, 'utf8'), ageMs)) continue
      if (removeFolder(holder.slice(0, -HOLDER.length))) fs.rmSync(holder, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error // another engine swept it
    }
  }
}
