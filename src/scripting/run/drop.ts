// How root becomes another user for good: groups, user and group change before anything of the other program is loaded.
import fs from 'node:fs'
import { InstallationError } from '../../errors.ts'

/** util-linux's: sets user, group and supplementary groups, then becomes the program. */
const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv']

/** The words that run `words` as this user. `groups`: all that the user is in, or for one who is known no more, none. */
export function droppedTo(
  { uid, gid }: { readonly uid: number; readonly gid: number },
  words: readonly string[],
  groups: 'all' | 'none' = 'all',
): readonly [program: string, ...words: string[]] {
  const found = SETPRIV.find((path) => fs.existsSync(path))
  if (found === undefined)
    throw new InstallationError('setpriv(1) of util-linux is needed to run scripts as another user, and is not there')
  return [found, `--reuid=${uid}`, `--regid=${gid}`, groups === 'all' ? '--init-groups' : '--clear-groups', '--', ...words]
}
