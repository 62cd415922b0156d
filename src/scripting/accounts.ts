// Users of this machine, by name, as the system's own database has them (files, LDAP, …).
import { execFileSync } from 'node:child_process'
import os from 'node:os'
import { UsageError } from '../errors.ts'

export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
  readonly home: string
  readonly shell: string
}

export function ourAccount(): Account {
  const { username: name, uid, gid, homedir: home, shell } = os.userInfo()
  return { name, uid, gid, home, shell: shell ?? '/bin/sh' }
}

/** getent(1) asks what getpwnam(3) asks. */
export function accountOf(user: string): Account {
  let line: string
  try {
    if (!/^[^\0:\n-][^\0:\n]*$/.test(user)) throw new Error('no name')
    line = execFileSync('getent', ['passwd', '--', user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    const why = missing
      ? 'getent(1), which this system lacks, is needed to find users'
      : `there is no user ${JSON.stringify(user)}`
    throw new UsageError(why, { complete: true, cause: error })
  }
  const [name = '', , uid, gid, , home = '/', shell] = line.trim().split(':')
  return { name, uid: Number(uid), gid: Number(gid), home, shell: shell || '/bin/sh' }
}
