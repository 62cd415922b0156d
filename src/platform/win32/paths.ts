// Paths of Windows on a host that has none: drive C: is a folder of the host. Win32 completes every path before the file
// system sees it (drive, working directory, dots, slashes); that is full-path.ts. Names keep their case: a look-up that
// ignores it, as NTFS's does, is not offered yet.
import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import type { PathRules } from '../platform.ts'
import { fullPath } from './full-path.ts'

export function windowsPaths(driveFolder: string, prefix: string): PathRules {
  const drive = realpathSync(driveFolder, 'latin1').replace(/\/$/, '')
  const library = prefix.toLowerCase()

  const toHost = (guest: string): string => {
    const path = withoutMark(guest)
    if (/^\\\\\.\\nul$/i.test(path)) return '/dev/null'
    if (/^c:\\/i.test(path)) return drive + path.slice(2).replaceAll('\\', '/')
    return /^\w:|^\\/.test(path) ? NOWHERE + path.replaceAll('\\', '/') : path.replaceAll('\\', '/')
  }
  const inDrive = (host: string): string | undefined => {
    if (host === drive) return 'C:\\'
    return host.startsWith(`${drive}/`) ? `C:${host.slice(drive.length).replaceAll('/', '\\')}` : undefined
  }

  return {
    isAbsolute: (guest) => /^[A-Za-z]:[\\/]|^[\\/]/.test(guest.toString('latin1')),
    complete(written, cwd) {
      const full = fullPath(written.toString('latin1'), () => {
        const here = cwd()
        return typeof here === 'string' ? 'C:\\' : here.toString('latin1') // a folder that is gone
      })
      return full === undefined ? 'EINVAL' : bytes(full)
    },
    toHost: (guest) => bytes(toHost(guest.toString('latin1'))),
    toGuest: (host) => bytes(inDrive(host.toString('latin1')) ?? 'C:\\'), // what is outside cannot be named
    insideLibrary(guest) {
      const path = withoutMark(guest.toString('latin1'))
      if (path.slice(0, library.length).toLowerCase() !== library) return undefined
      const inside = path.slice(library.length).replaceAll('\\', '/')
      if (inside !== '' && inside[0] !== '/') return undefined
      return bytes(inside.replace(/^\/lib(?=\/|$)/i, HOST_LIBRARY))
    },
    fromLibrary(inside) {
      const path = inside.toString('latin1')
      return bytes(prefix + path.replace(HOST_LIBRARY, '/Lib').replaceAll('/', '\\'))
    },
    fromCommandLine(given) {
      const path = given.toString('latin1')
      if (/^[A-Za-z]:|^\\/.test(path)) return given
      const cwd = Buffer.from(process.cwd()).toString('latin1')
      if (path[0] !== '/' && inDrive(cwd) !== undefined) return given // relative to the guest's own working directory
      const guest = inDrive(Buffer.from(resolve(Buffer.from(path, 'latin1').toString())).toString('latin1'))
      return guest === undefined ? given : bytes(guest)
    },
  }
}

/** Where the build put the library, under the folder that is the reserved prefix. */
const HOST_LIBRARY = '/lib/python3.14'
/** A drive or share that there is not: below a file no path exists, and none can be made. */
const NOWHERE = '/dev/null/'

// Paths are worked on as latin1, byte for byte: what matters in them is ASCII.
const bytes = (path: string) => Buffer.from(path, 'latin1')

/** Without the mark that says "take this as it stands". */
const withoutMark = (path: string) => path.replace(/^\\\\\?\\(?=\w:\\)/, '')
