// Takes away all that was made on this machine for this installation: snapshots with what lies beside them, the launchers
// that scripts know as sys.executable, and the folders that are empty then.
import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { lockOf, snapshotPlaces } from '../engine/snapshot-place.ts'
import { engineFolder } from '../engine-folder.ts'
import { userCache } from '../platform/cache-folders.ts'
import { shellWord } from '../platform/posix/shell-word.ts'
import { withLock } from './lock.ts'

export interface Removal {
  readonly removed: readonly string[]
  readonly left: readonly { readonly path: string; readonly why: string }[]
}

/** `program`: the command whose launchers are meant. */
export async function removeAll(program: string): Promise<Removal> {
  const removed: string[] = []
  const left: { path: string; why: string }[] = []
  const attempt = async (path: string, remove: () => Promise<boolean> | void) => {
    if (!fs.existsSync(path)) return
    try {
      if ((await remove()) === false) left.push({ path, why: 'a process is still preparing it' })
      else removed.push(path)
    } catch (error) {
      left.push({ path, why: (error as NodeJS.ErrnoException).code ?? String(error) })
    }
  }
  const { installation, system, user } = snapshotPlaces(engineFolder)
  for (const folder of [installation, system, user]) await attempt(folder, () => removePlace(folder))
  for (const folder of launchersOf(program)) await attempt(folder, () => fs.rmSync(folder, { recursive: true }))
  for (const folder of [...launcherFolders(program), userCache(), dirname(system)]) removeIfEmpty(folder)
  return { removed, left }
}

// With the lock, so that no process which is making a snapshot puts it there afterwards.
async function removePlace(folder: string): Promise<boolean> {
  const deadline = performance.now() + PATIENCE_MS
  while (!(await withLock(lockOf(folder), () => fs.rmSync(folder, { recursive: true })))) {
    if (performance.now() > deadline) return !fs.existsSync(folder)
    await delay(AGAIN_MS)
  }
  return true
}
const PATIENCE_MS = 60_000
const AGAIN_MS = 50

/** Their folders, each of one version. */
function launchersOf(program: string): readonly string[] {
  const named = [JSON.stringify(program), shellWord(program)] // in a script of node's own, in one of a shell
  const isOurs = (folder: string) =>
    list(folder).some((name) => {
      const text = fs.readFileSync(join(folder, name), 'utf8')
      return named.some((words) => text.includes(words))
    })
  return launcherFolders(program).flatMap((folder) =>
    list(folder)
      .filter((name) => name !== BESIDE_LAUNCHERS)
      .map((name) => join(folder, name))
      .filter(isOurs),
  )
}

const BESIDE_LAUNCHERS = 'package.json' // says what they are
const launcherFolders = (program: string) => [join(dirname(program), 'bin'), join(userCache(), 'bin')]

function list(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder)
  } catch {
    return [] // none, or none for us
  }
}

function removeIfEmpty(folder: string): void {
  try {
    if (list(folder).join() === BESIDE_LAUNCHERS) fs.rmSync(join(folder, BESIDE_LAUNCHERS))
    fs.rmdirSync(folder)
  } catch {
    // not there, another installation's things in it, or not ours to remove
  }
}
