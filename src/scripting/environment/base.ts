// What an environment starts from: the caller's own, or for another user and for root a new one, with nothing of the caller's
// in it but language and time zone.
import fs from 'node:fs'
import type { Account } from '../accounts.ts'
import { whatOthersCanWrite } from '../files/only-ours.ts'
import type { Environment } from './compose.ts'

/** As login programs set it: login.defs(5), ENV_PATH and ENV_SUPATH. */
const USER_PATH = '/usr/local/bin:/usr/bin:/bin'
const ROOT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
const KEPT = ['LANG', 'LC_ALL', 'LC_CTYPE', 'LC_MESSAGES', 'TZ']

export function callersEnvironment(environment: Readonly<Record<string, string | undefined>>): Environment {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

export function emptyEnvironment(
  { name, uid, home, shell }: Account,
  callers: Readonly<Record<string, string | undefined>>,
): Environment {
  const runtime = `/run/user/${uid}` // the XDG Base Directory Specification's folder, made by logind for who has a session
  const bus = `${runtime}/bus`
  return {
    ...callersEnvironment(Object.fromEntries(KEPT.map((kept) => [kept, callers[kept]]))),
    PATH: uid === 0 ? nobodyElses(ROOT_PATH) : USER_PATH,
    HOME: home,
    USER: name,
    LOGNAME: name,
    SHELL: shell,
    ...(uid !== 0 && fs.existsSync(runtime) ? { XDG_RUNTIME_DIR: runtime } : {}),
    ...(uid !== 0 && fs.existsSync(bus) ? { DBUS_SESSION_BUS_ADDRESS: `unix:path=${bus}` } : {}),
  }
}

/** Some systems let a group write in /usr/local. */
const nobodyElses = (path: string) =>
  path
    .split(':')
    .filter((folder) => fs.existsSync(folder) && whatOthersCanWrite(folder) === undefined)
    .join(':')
