// A folder for --client-config-dir with a file for every user of a profile. All are written beside it first; then each takes the
// place of the one before in one step, as a server reads them at any moment. A folder with files of other hands is not touched.
import fs from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from '../../errors.ts'
import type { Profile } from '../profile/schema.ts'
import { FIRST_LINE, pushLines, type Wanted } from './push-lines.ts'

/** The file of clients that have none of their own: openvpn(8), --client-config-dir. */
const OF_OTHERS = 'DEFAULT'

/** Answers the names of the files. */
export function pushFolder(profile: Profile, folder: string, wanted: Omit<Wanted, 'user'>): readonly string[] {
  const users = Object.keys(profile.users ?? {})
  for (const user of users) refuseName(user)
  const files = new Map(users.map((user) => [user, pushLines(profile, { ...wanted, user })]))
  files.set(OF_OTHERS, pushLines(profile, { ...wanted, user: undefined }))
  replaceFolder(fs.existsSync(folder) ? fs.realpathSync(folder) : resolve(folder), files)
  return [...files.keys()]
}

/** OpenVPN looks for a file of the client's common name, in which it replaces what no file can be named. */
function refuseName(user: string): void {
  const why = /[/\\<>:"|?*]/.test(user)
    ? 'has a character that OpenVPN replaces'
    : user === OF_OTHERS || user.startsWith('.')
      ? 'means something else there'
      : ''
  if (why === '') return
  throw new UsageError(`push: no file can be written for the user ${JSON.stringify(user)}: the name ${why}`, { complete: true })
}

function replaceFolder(folder: string, files: ReadonlyMap<string, string>): void {
  const fresh = join(dirname(folder), `.${basename(folder)}.${process.pid}`)
  try {
    refuseForeign(folder)
    const before = fs.statSync(folder, { throwIfNoEntry: false })
    fs.mkdirSync(fresh)
    for (const [name, content] of files) fs.writeFileSync(join(fresh, name), content)
    // Whom the server runs as reads them, and perhaps nobody else may.
    if (before) for (const path of ['', ...files.keys()]) giveModes(join(fresh, path), before, path === '' ? 0o777 : 0o666)
    if (!before) return fs.renameSync(fresh, folder)
    for (const name of files.keys()) fs.renameSync(join(fresh, name), join(folder, name))
    for (const name of fs.readdirSync(folder)) if (!files.has(name)) fs.rmSync(join(folder, name))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof UsageError || code === undefined) throw error
    throw new UsageError(`push: ${folder} cannot be written: ${code}`, { complete: true, cause: error })
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true })
  }
}

function giveModes(path: string, { mode, uid, gid }: fs.Stats, mask: number): void {
  fs.chmodSync(path, mode & mask)
  fs.chownSync(path, uid, gid)
}

function refuseForeign(folder: string): void {
  if (!fs.existsSync(folder)) return
  const foreign = fs.readdirSync(folder).find((name) => {
    const path = join(folder, name)
    return !fs.lstatSync(path).isFile() || !fs.readFileSync(path, 'utf8').startsWith(`${FIRST_LINE}\n`)
  })
  if (foreign === undefined) return
  throw new UsageError(
    `push: ${join(folder, foreign)} was not written by push, and the folder would be replaced whole; ` +
      'name another folder, and take its files into yours by a line "config FILE"',
    { complete: true },
  )
}
