// System calls that look at a file or change what is known about it: stat, access, modes, owners, times, sizes.
import fs from 'node:fs'
import { anyFile, file, i32, i64, optional, pathAt, pathHere, struct } from '../arguments.ts'
import { call } from '../call.ts'
import type { OpenFile } from '../descriptors/open-file.ts'
import { canWrite } from '../descriptors/open-file.ts'
import type { Errno } from '../errno.ts'
import type { Kernel } from '../kernel.ts'
import { readTimespec, type Stat, statfsOut, statOut, TIMESPEC_BYTES } from '../structs.ts'
import { accessInLibrary } from '../library/access.ts'
import { lookUp } from './look-up.ts'

const AT = { SYMLINK_NOFOLLOW: 0x100, EACCESS: 0x200, EMPTY_PATH: 0x1000 } as const
const STAT_ERRORS = ['EACCES', 'EBADF', 'EFAULT', 'EINVAL', 'ELOOP', 'ENAMETOOLONG', 'ENOENT', 'ENOTDIR', 'EOVERFLOW', 'EIO'] as const
const CHANGE_ERRORS = ['EACCES', 'EBADF', 'EFAULT', 'EINVAL', 'EIO', 'ELOOP', 'ENAMETOOLONG', 'ENOENT', 'ENOTDIR', 'EOPNOTSUPP', 'EPERM', 'EROFS', 'EFBIG', 'EISDIR', 'ETXTBSY', 'ENOSPC', 'ENODEV', 'ESPIPE', 'EINTR'] as const

const stat = call({
  name: '__syscall_stat64', via: 'import', abi: 'linux', man: 'stat(2)', when: 'now',
  args: { path: pathHere, out: statOut }, errors: STAT_ERRORS,
  serve: (kernel, { path }) => shown(kernel, lookUp(path, true)),
})

const lstat = call({
  name: '__syscall_lstat64', via: 'import', abi: 'linux', man: 'lstat(2)', when: 'now',
  args: { path: pathHere, out: statOut }, errors: STAT_ERRORS,
  serve: (kernel, { path }) => shown(kernel, lookUp(path, false)),
})

const fstatat = call({
  name: '__syscall_newfstatat', via: 'import', abi: 'linux', man: 'fstatat(2)', when: 'now',
  args: { path: pathAt, out: statOut, flags: i32 }, errors: STAT_ERRORS,
  serve(kernel, { path, flags }) {
    if (flags & ~(AT.SYMLINK_NOFOLLOW | AT.EMPTY_PATH)) return 'EINVAL'
    return shown(kernel, lookUp(path, !(flags & AT.SYMLINK_NOFOLLOW)))
  },
})

const fstat = call({
  name: '__syscall_fstat64', via: 'import', abi: 'linux', man: 'fstat(2)', when: 'now',
  args: { file: anyFile, out: statOut }, errors: STAT_ERRORS,
  serve: (kernel, { file }) => shown(kernel, file.stat()),
})

const faccessat = call({
  name: '__syscall_faccessat', via: 'import', abi: 'linux', man: 'faccessat(2)', when: 'now',
  args: { path: pathAt, mode: i32, flags: i32 },
  errors: [...STAT_ERRORS, 'EROFS', 'ETXTBSY', 'EPERM'],
  gap: 'AT_EACCESS asks with the real user, as Node does; the two are the same in this process',
  serve(_, { path, mode, flags }) {
    if (mode & ~7 || flags & ~(AT.EACCESS | AT.SYMLINK_NOFOLLOW)) return 'EINVAL'
    if (path.readOnly) return accessInLibrary(path.node, mode)
    fs.accessSync(path.host, mode)
    return 0
  },
})

const MODE = 0o7777

const chmod = call({
  name: '__syscall_chmod', via: 'import', abi: 'linux', man: 'chmod(2)', when: 'now',
  args: { path: pathHere, mode: i32 }, errors: CHANGE_ERRORS,
  serve: (_, { path, mode }) => (path.readOnly ? 'EROFS' : done(fs.chmodSync(path.host, mode & MODE))),
})

const fchmod = call({
  name: '__syscall_fchmod', via: 'import', abi: 'linux', man: 'fchmod(2)', when: 'now',
  args: { file, mode: i32 }, errors: CHANGE_ERRORS,
  serve: (_, { file, mode }) => onHost(file, (fd) => fs.fchmodSync(fd, mode & MODE)),
})

const fchmodat = call({
  name: '__syscall_fchmodat2', via: 'import', abi: 'linux', man: 'fchmodat2(2)', when: 'now',
  args: { path: pathAt, mode: i32, flags: i32 }, errors: CHANGE_ERRORS,
  serve(_, { path, mode, flags }) {
    if (flags & ~AT.SYMLINK_NOFOLLOW) return 'EINVAL'
    if (path.readOnly) return 'EROFS'
    if (flags && fs.lstatSync(path.host).isSymbolicLink()) return 'EOPNOTSUPP' // Linux has no modes of links
    return done(fs.chmodSync(path.host, mode & MODE))
  },
})

const fchownat = call({
  name: '__syscall_fchownat', via: 'import', abi: 'linux', man: 'fchownat(2)', when: 'now',
  args: { path: pathAt, uid: i32, gid: i32, flags: i32 }, errors: CHANGE_ERRORS,
  serve(_, { path, uid, gid, flags }) {
    if (path.readOnly) return 'EROFS'
    return done((flags & AT.SYMLINK_NOFOLLOW ? fs.lchownSync : fs.chownSync)(path.host, id(uid), id(gid)))
  },
})

const fchown = call({
  name: '__syscall_fchown32', via: 'import', abi: 'linux', man: 'fchown(2)', when: 'now',
  args: { file, uid: i32, gid: i32 }, errors: CHANGE_ERRORS,
  serve: (_, { file, uid, gid }) => onHost(file, (fd) => fs.fchownSync(fd, id(uid), id(gid))),
})

const truncate = call({
  name: '__syscall_truncate64', via: 'import', abi: 'linux', man: 'truncate(2)', when: 'now',
  args: { path: pathHere, length: i64 }, errors: CHANGE_ERRORS,
  serve(_, { path, length }) {
    if (length < 0) return 'EINVAL'
    if (length > Number.MAX_SAFE_INTEGER) return 'EFBIG' // longer than Node can say, and than any file system of today takes
    return path.readOnly ? 'EROFS' : done(fs.truncateSync(path.host, length))
  },
})

const ftruncate = call({
  name: '__syscall_ftruncate64', via: 'import', abi: 'linux', man: 'ftruncate(2)', when: 'now',
  args: { file, length: i64 }, errors: CHANGE_ERRORS,
  serve(_, { file, length }) {
    if (length < 0 || !canWrite(file)) return 'EINVAL'
    if (length > Number.MAX_SAFE_INTEGER) return 'EFBIG'
    return onHost(file, (fd) => fs.ftruncateSync(fd, length))
  },
})

const UTIME = { NOW: 0x3fffffff, OMIT: 0x3ffffffe } as const
const twoTimes = optional(struct(2 * TIMESPEC_BYTES, (memory, at) => [readTimespec(memory, at), readTimespec(memory, at + TIMESPEC_BYTES)] as const))

// futimens comes as utimensat with a NULL path.
const utimensat = call({
  name: '__syscall_utimensat', via: 'import', abi: 'linux', man: 'utimensat(2)', when: 'now',
  args: { dirfd: i32, path: optional(struct(1, (memory, at) => memory.string(at))), times: twoTimes, flags: i32 },
  errors: CHANGE_ERRORS,
  serve(kernel, { dirfd, path, times, flags }) {
    const now = BigInt(Date.now()) * 1_000_000n
    const wanted = (times ?? [undefined, undefined]).map((time) => {
      if (!time || time.nanoseconds === UTIME.NOW) return now
      return time.nanoseconds === UTIME.OMIT ? undefined : time.seconds * 1_000_000_000n + BigInt(time.nanoseconds)
    })
    const [atime, mtime] = wanted
    if (!path) {
      const open = kernel.descriptors.get(dirfd)?.file
      if (!open) return 'EBADF'
      return onHost(open, (fd) => kernel.platform.setTimes({ fd }, atime, mtime))
    }
    const resolved = kernel.paths.resolve(dirfd, path)
    if (typeof resolved === 'string') return resolved
    if (resolved.readOnly) return 'EROFS'
    kernel.platform.setTimes({ path: resolved.host, follow: !(flags & AT.SYMLINK_NOFOLLOW) }, atime, mtime)
    return 0
  },
})

const sync = call({
  name: 'fd_sync', via: 'import', abi: 'wasi', man: 'fsync(2)', when: 'now',
  args: { file }, errors: CHANGE_ERRORS,
  serve: (_, { file }) => onHost(file, fs.fsyncSync),
})

const fdatasync = call({
  name: '__syscall_fdatasync', via: 'import', abi: 'linux', man: 'fdatasync(2)', when: 'now',
  args: { file }, errors: CHANGE_ERRORS,
  serve: (_, { file }) => onHost(file, fs.fdatasyncSync),
})

const statfs = call({
  name: '__syscall_statfs64', via: 'import', abi: 'linux', man: 'statfs(2)', when: 'now',
  args: { path: pathHere, size: i32, out: statfsOut }, errors: STAT_ERRORS,
  serve(kernel, { path }) {
    if (path.readOnly && !path.node) return 'ENOENT'
    return fs.statfsSync(path.readOnly ? kernel.library.place.archive : path.host)
  },
})

const fstatfs = call({
  name: '__syscall_fstatfs64', via: 'import', abi: 'linux', man: 'fstatfs(2)', when: 'now',
  args: { file: anyFile, size: i32, out: statfsOut }, errors: STAT_ERRORS,
  serve(kernel, { file }) {
    const path = file.hostFd === undefined ? undefined : kernel.platform.pathOfFd(file.hostFd)
    return path ? fs.statfsSync(path) : 'ENOSYS'
  },
})

// Advice may be ignored (posix_fadvise(3p)); only its arguments are checked.
const fadvise = call({
  name: '__syscall_fadvise64', via: 'import', abi: 'linux', man: 'posix_fadvise(2)', when: 'now',
  args: { file, offset: i64, length: i64, advice: i32 }, errors: ['EBADF', 'EINVAL', 'ESPIPE'],
  serve: (_, { file, length, advice }) => (file.type === 6 ? 'ESPIPE' : length < 0 || advice < 0 || advice > 5 ? 'EINVAL' : 0),
})

// -1 leaves an id alone, chown(2); all others are unsigned.
const id = (value: number) => (value === -1 ? -1 : value >>> 0)

const done = (_: void): number => 0

function shown({ platform }: Kernel, stat: Stat | Errno): Stat | Errno {
  return typeof stat === 'string' || !platform.shownStat ? stat : platform.shownStat(stat)
}

function onHost(file: OpenFile, effect: (fd: number) => void): number | Errno {
  if (file.readOnly) return 'EROFS'
  if (file.hostFd === undefined) return 'EINVAL'
  effect(file.hostFd)
  return 0
}

export const metadataCalls = [
  stat, lstat, fstatat, fstat, faccessat, chmod, fchmod, fchmodat, fchownat, fchown, truncate, ftruncate, utimensat, sync, fdatasync, statfs, fstatfs, fadvise,
]
