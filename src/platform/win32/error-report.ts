// How Windows reports a failed call. What CPython builds on Win32 functions there (posixmodule.c) fails with a code of
// Win32, from which errno follows (PC/errmap.h); what it builds on the C runtime (open, read, write, close, lseek, dup,
// truncate) fails with an errno alone. The kernel's errnos are POSIX's, so both are told from the call and its errno.
import { existsSync } from 'node:fs'
import type { HostPath } from '../../kernel/arguments.ts'
import type { Errno } from '../../kernel/errno.ts'
import type { Failure } from '../../kernel/kernel.ts'
import { O } from '../open-flags.ts'
import type { ErrorReport } from '../platform.ts'
import { WINDOWS_ERRNO } from './errno-numbers.ts'
import { C_RUNTIME_WORDS, WIN32_WORDS } from './error-words.ts'

const ERROR = {
  FILE_NOT_FOUND: 2,
  PATH_NOT_FOUND: 3,
  ACCESS_DENIED: 5,
  BAD_NETPATH: 53,
  INVALID_NAME: 123,
  BAD_EXE_FORMAT: 193,
  FILENAME_EXCED_RANGE: 206,
  DIRECTORY: 267,
  NOT_A_REPARSE_POINT: 4390,
} as const

type Codes = Readonly<Partial<Record<Errno, number>>>

/** What the file systems of Windows answer where POSIX has this errno. */
// biome-ignore format: a table
const WIN32: Codes = {
  EACCES: 5, EPERM: 5, EROFS: 5, EISDIR: 5, EBUSY: 32, ETXTBSY: 32, EEXIST: 183, ENOTDIR: 3, ENOTEMPTY: 145, EXDEV: 17, ENOSPC: 112, EDQUOT: 112,
  EFBIG: 112, EMFILE: 4, ENFILE: 4, ENAMETOOLONG: 206, ELOOP: 1921, EMLINK: 1142, EBADF: 6, EINVAL: 87, ENOMEM: 8, EIO: 1117, EOPNOTSUPP: 50,
  ENOSYS: 50, ESRCH: 87, EPIPE: 109,
}

const NAMES = { EINVAL: ERROR.INVALID_NAME, EILSEQ: ERROR.INVALID_NAME } as const
const ONLY_FOLDERS = { ...NAMES, ENOTDIR: ERROR.DIRECTORY } as const

/** The calls behind functions that CPython builds on Win32, each with what it answers otherwise. */
const CALLS: Readonly<Record<string, Codes>> = {
  __syscall_stat64: NAMES,
  __syscall_lstat64: NAMES,
  __syscall_newfstatat: NAMES,
  __syscall_fstat64: {},
  __syscall_chmod: NAMES,
  __syscall_fchmodat2: NAMES,
  __syscall_utimensat: NAMES,
  __syscall_mkdirat: { ...NAMES, ENOENT: ERROR.PATH_NOT_FOUND },
  __syscall_rmdir: ONLY_FOLDERS,
  __syscall_unlinkat: NAMES,
  __syscall_renameat: { ...NAMES, ENOTDIR: ERROR.ACCESS_DENIED, ENOTEMPTY: ERROR.ACCESS_DENIED },
  __syscall_readlinkat: { EINVAL: ERROR.NOT_A_REPARSE_POINT },
  __syscall_symlinkat: NAMES,
  __syscall_chdir: ONLY_FOLDERS,
  __syscall_getcwd: {},
  __syscall_statfs64: NAMES,
  __syscall_ioctl: { ENOTTY: 6 },
  kill: {},
  'processes.create': {
    EACCES: ERROR.BAD_EXE_FORMAT,
    ENOTDIR: ERROR.DIRECTORY,
    ENOEXEC: ERROR.BAD_EXE_FORMAT,
    E2BIG: ERROR.FILENAME_EXCED_RANGE,
  },
  'files.link': NAMES,
  'windows.rename': NAMES,
  'windows.final_path': NAMES,
  'windows.read_link': { ...NAMES, EINVAL: ERROR.NOT_A_REPARSE_POINT },
}
/** opendir(3): FindFirstFile looks for entries of the folder, so that a folder which is not there is a path not found. */
const OPEN_FOLDER: Codes = { ...ONLY_FOLDERS, ENOENT: ERROR.PATH_NOT_FOUND }

/** PC/errmap.h, winerror_to_errno; what is not listed there is EINVAL. */
// biome-ignore format: a table
const ERRNO_OF: Readonly<Record<number, Errno>> = {
  2: 'ENOENT', 3: 'ENOENT', 53: 'ENOENT', 206: 'ENOENT', 4: 'EMFILE', 5: 'EACCES', 32: 'EACCES', 6: 'EBADF', 8: 'ENOMEM', 17: 'EXDEV', 80: 'EEXIST',
  183: 'EEXIST', 109: 'EPIPE', 112: 'ENOSPC', 145: 'ENOTEMPTY', 267: 'ENOTDIR', 193: 'ENOEXEC',
}

/** What the C runtime answers where it does not share POSIX's errno. */
// biome-ignore format: a table
const C_RUNTIME: Readonly<Partial<Record<Errno, Errno>>> = {
  EISDIR: 'EACCES', EPERM: 'EACCES', EROFS: 'EACCES', EBUSY: 'EACCES', ETXTBSY: 'EACCES', ENOTDIR: 'ENOENT', ENAMETOOLONG: 'ENOENT', ELOOP: 'EINVAL',
  EDQUOT: 'ENOSPC', EOPNOTSUPP: 'EINVAL',
}

export function report(errno: Errno, failure: Failure | undefined): ErrorReport {
  const winerror = failure && codeOf(failure)
  if (winerror === undefined)
    return {
      number: errnoNumber(C_RUNTIME[errno] ?? errno),
      words: errorWords(errnoNumber(C_RUNTIME[errno] ?? errno)),
      attributes: {},
    }
  return reportOfCode(winerror)
}

/** A failure of Win32 by its code. */
export function reportOfCode(winerror: number): ErrorReport {
  const words = WIN32_WORDS[winerror] ?? `Windows Error 0x${winerror.toString(16)}`
  return { number: errnoNumber(ERRNO_OF[winerror] ?? 'EINVAL'), words, attributes: { winerror } }
}

export function errnoNumber(errno: Errno): number {
  return WINDOWS_ERRNO[errno] ?? WINDOWS_ERRNO.EINVAL ?? 0
}

export function errorWords(number: number): string {
  return C_RUNTIME_WORDS[number] ?? 'Unknown error'
}

function codeOf(failure: Failure): number | undefined {
  const codes = failure.call === '__syscall_openat' ? folderCodes(failure) : CALLS[failure.call]
  if (!codes) return undefined
  const { errno } = failure
  if (errno === 'ENOTDIR' && isOnNetwork(failure)) return ERROR.BAD_NETPATH
  return codes[errno] ?? (errno === 'ENOENT' ? missing(failure) : WIN32[errno])
}

function folderCodes({ args }: Failure): Codes | undefined {
  return Number(args?.flags) & O.DIRECTORY ? OPEN_FOLDER : undefined
}

// "File not found" when only the last name is missing, "path not found" when a folder on the way is.
function missing({ args, cause }: Failure): number {
  const path = hostPathOf(args) ?? cause?.path
  if (path === undefined) return ERROR.FILE_NOT_FOUND
  const bytes = Buffer.from(path)
  const parent = bytes.subarray(0, Math.max(1, bytes.lastIndexOf(SLASH)))
  return existsSync(parent) ? ERROR.FILE_NOT_FOUND : ERROR.PATH_NOT_FOUND
}
const SLASH = 0x2f

function hostPathOf(args: Failure['args']): Buffer | undefined {
  return pathOf(args)?.host
}

function isOnNetwork({ args }: Failure): boolean {
  return /^[\\/]{2}[^?.]/.test(pathOf(args)?.guest.toString('latin1') ?? '')
}

// The first path among the arguments: rename has two.
function pathOf(args: Failure['args']): HostPath | undefined {
  const path = args?.path ?? args?.from
  return typeof path === 'object' && path !== null && 'host' in path ? (path as HostPath) : undefined // pathAt and pathHere decode to it
}
