// Whether a management socket is safe to attach to. Whoever can write to it can steer the client; whoever can put another in its place
// can be the client. OpenVPN makes its own with mode 0777 (socket.c, create_socket_unix), so a folder has to keep others out.
import fs from 'node:fs'
import { dirname } from 'node:path'
import { PrivilegeError } from '../../errors.ts'
import { whatOthersCanWrite } from '../files/only-ours.ts'

/** Throws ENOENT where there is none. */
export function refuseUnsafe(socket: string): void {
  if (!fs.lstatSync(socket).isSocket()) throw new PrivilegeError(`${socket} is not used: it is no socket`)
  const found = whatOthersCanWrite(socket)
  if (found === undefined || isKeptFromOthers(socket)) return
  throw new PrivilegeError(
    `the management socket ${socket} is not used: ${found}; OpenVPN makes it so, and a folder around it that only its user ` +
      'can enter (mode 0700) keeps others out',
  )
}

function isKeptFromOthers(socket: string): boolean {
  const { uid } = fs.lstatSync(socket)
  if (uid !== 0 && uid !== process.getuid?.()) return false
  const folder = fs.realpathSync(dirname(socket))
  if (whatOthersCanWrite(folder) !== undefined) return false
  for (let at = folder; at !== dirname(at); at = dirname(at)) if (isClosed(fs.statSync(at))) return true
  return false
}

/** Root's group has nobody in it but root. */
const isClosed = ({ mode, gid }: fs.Stats) => (mode & 0o001) === 0 && ((mode & 0o010) === 0 || gid === 0)
