// As whom a script runs: as the engine's own user, or, where root runs it for somebody, as that user: groups, environment and
// home are the user's before anything of the script, or of its folder, is touched.
import { spawnSync } from 'node:child_process'
import { InstallationError } from '../../errors.ts'
import type { Account } from '../accounts.ts'
import type { Environment } from '../environment/compose.ts'
import { isHeededByLibc } from '../environment/forbidden.ts'
import { fileName } from '../files/data-folder.ts'
import { whatOthersCanWrite } from '../files/only-ours.ts'
import { droppedTo } from './drop.ts'

export interface Command {
  readonly program: string
  readonly words: readonly string[]
  readonly cwd: string
  readonly environment: Environment
}

export function asAccount(account: Account, { program, words, cwd, environment }: Command): Command {
  // setpriv itself still runs as root, so what its C library would heed comes when it is over: by env(1), as the user.
  const late = Object.entries(environment).filter(([name]) => isHeededByLibc(name))
  const command = late.length === 0 ? [program, ...words] : [ENV, ...late.map((each) => each.join('=')), program, ...words]
  // The folder is entered by who may be there, not by root.
  const [first, ...rest] = droppedTo(account, ['/bin/sh', '-c', 'cd -- "$1" && shift && exec "$@"', 'sh', cwd, ...command])
  const early = Object.entries(environment).filter(([name]) => !isHeededByLibc(name))
  return { program: first, words: rest, cwd: '/', environment: Object.fromEntries(early) }
}

const ENV = '/usr/bin/env'

/** The stable folder of another user's scripts, made by that user in the user's home. */
export function serverFolderOf(account: Account, server: string): string {
  const folder = `${account.home}/.local/share/py-runner/servers/${fileName(server)}`
  const script =
    'umask 022 && mkdir -p -- "${1%/*}" && { [ -d "$1" ] || mkdir -m 700 -- "$1"; } && [ -O "$1" ] && chmod 700 -- "$1"'
  const [program, ...words] = droppedTo(account, ['/bin/sh', '-c', script, 'sh', folder])
  const { status, stderr } = spawnSync(program, words, { cwd: '/', env: { PATH: '/usr/bin:/bin' }, encoding: 'utf8' })
  if (status !== 0)
    throw new InstallationError(`the folder ${folder} cannot be made by its user: ${stderr.trim() || 'it is not the user’s'}`)
  const found = whatOthersCanWrite(folder, [account.uid])
  if (found !== undefined) throw new InstallationError(`${folder} is not used: ${found}`)
  return folder
}
