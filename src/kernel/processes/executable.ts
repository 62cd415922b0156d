// What execve(2) refuses, found out beforehand: libuv would hand what has no known format to a shell, as execvp(3) does.
import fs from 'node:fs'
import { join } from 'node:path'
import { absence } from '../files/look-up.ts'

const SLASH = 0x2f
const SHEBANG = '#!'
const ELF = '\x7fELF'
const TYPE_AT = 16 // e_type, elf(5): in either byte order one of its two bytes is 2 or 3 and the other 0
const EXECUTABLE_TYPES = ['\x02\0', '\x03\0', '\0\x02', '\0\x03'] // ET_EXEC, ET_DYN
const OTHER_FORMATS = '/proc/sys/fs/binfmt_misc'

/** The errno's name; undefined when it looks as if it can be executed. A relative path is one of `cwd`. */
export function whyNotExecutable(file: Uint8Array, cwd: Uint8Array): string | undefined {
  const path = file[0] === SLASH ? Buffer.from(file) : Buffer.concat([cwd, Buffer.from('/'), file])
  try {
    const stat = fs.statSync(path, { throwIfNoEntry: false }) // most folders of PATH have not got it: an error would be dear
    if (!stat) return absence(path)
    if (!stat.isFile()) return 'EACCES'
    fs.accessSync(path, fs.constants.X_OK)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code // Node throws nothing else from these
  }
  return isKnown(path) ? undefined : 'ENOEXEC'
}

function isKnown(path: Buffer): boolean {
  let fd: number
  try {
    fd = fs.openSync(path, 'r')
  } catch {
    return true // may be executed but not read: the system will say
  }
  try {
    const start = Buffer.alloc(TYPE_AT + 2)
    const text = start.subarray(0, fs.readSync(fd, start, 0, start.length, 0)).toString('latin1')
    const isElf = text.startsWith(ELF) && EXECUTABLE_TYPES.includes(text.slice(TYPE_AT))
    return isElf || text.startsWith(SHEBANG) || hasOtherFormats()
  } finally {
    fs.closeSync(fd)
  }
}

// The kernel can be taught formats, such as Windows' for Wine; which file is of one only it knows.
function hasOtherFormats(): boolean {
  try {
    return fs
      .readdirSync(OTHER_FORMATS)
      .some((name) => name !== 'register' && name !== 'status' && isEnabled(join(OTHER_FORMATS, name)))
  } catch {
    return false
  }
}

const isEnabled = (path: string) => fs.readFileSync(path, 'latin1').startsWith('enabled')
