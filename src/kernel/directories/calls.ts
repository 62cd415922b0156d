// System calls on directories and on the guest's own working directory, which is data here and never the process's.
import fs from 'node:fs'
import { anyFile, file, i32, pathAt, pathHere, region } from '../arguments.ts'
import { call } from '../call.ts'
import { DirectoryFile } from './directory-file.ts'

// struct dirent of musl: int64 d_ino, int64 d_off, uint16 d_reclen, uint8 d_type, char d_name[256], in 280 bytes.
const DIRENT_BYTES = 280
const NAME_AT = 19

const getdents = call({
  name: '__syscall_getdents64', via: 'import', abi: 'linux', man: 'getdents64(2)', when: 'now',
  args: { file, into: region },
  errors: ['EBADF', 'EFAULT', 'EINVAL', 'ENOENT', 'ENOTDIR', 'EACCES'],
  serve({ memory }, { file, into }) {
    if (!(file instanceof DirectoryFile)) return 'ENOTDIR'
    if (into.length < DIRENT_BYTES) return 'EINVAL'
    const batch = file.rest().slice(0, Math.floor(into.length / DIRENT_BYTES))
    const { view } = memory
    batch.forEach((entry, i) => {
      const at = into.address + DIRENT_BYTES * i
      view.setBigInt64(at, entry.inode, true)
      view.setBigInt64(at + 8, BigInt(file.place + i + 1), true)
      view.setUint16(at + 16, DIRENT_BYTES, true)
      view.setUint8(at + 18, entry.type)
      memory.bytes(at + NAME_AT, DIRENT_BYTES - NAME_AT).fill(0).set(entry.name)
    })
    file.skip(batch.length)
    return DIRENT_BYTES * batch.length
  },
})

const mkdirat = call({
  name: '__syscall_mkdirat', via: 'import', abi: 'linux', man: 'mkdirat(2)', when: 'now',
  args: { path: pathAt, mode: i32 },
  errors: ['EACCES', 'EBADF', 'EDQUOT', 'EEXIST', 'EFAULT', 'EINVAL', 'ELOOP', 'EMLINK', 'ENAMETOOLONG', 'ENOENT', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS'],
  serve(kernel, { path, mode }) {
    if (path.readOnly) return 'EROFS'
    fs.mkdirSync(path.host, kernel.umasked(mode))
    kernel.settleMode(path.host, kernel.umasked(mode))
    return 0
  },
})

const rmdir = call({
  name: '__syscall_rmdir', via: 'import', abi: 'linux', man: 'rmdir(2)', when: 'now',
  args: { path: pathHere },
  errors: ['EACCES', 'EBUSY', 'EFAULT', 'EINVAL', 'ELOOP', 'ENAMETOOLONG', 'ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EPERM', 'EROFS'],
  serve(_, { path }) {
    if (path.readOnly) return 'EROFS'
    fs.rmdirSync(path.host)
    return 0
  },
})

const getcwd = call({
  name: '__syscall_getcwd', via: 'import', abi: 'linux', man: 'getcwd(2)', when: 'now',
  args: { into: region },
  errors: ['EFAULT', 'EINVAL', 'ENOENT', 'ERANGE'],
  serve({ memory, paths }, { into }) {
    const cwd = paths.cwd()
    if (typeof cwd === 'string') return cwd
    if (cwd.length + 1 > into.length) return 'ERANGE'
    memory.bytes(into.address, cwd.length + 1).fill(0).set(cwd)
    return cwd.length + 1
  },
})

const CHDIR_ERRORS = ['EACCES', 'EBADF', 'EFAULT', 'ELOOP', 'ENAMETOOLONG', 'ENOENT', 'ENOTDIR'] as const

const chdir = call({
  name: '__syscall_chdir', via: 'import', abi: 'linux', man: 'chdir(2)', when: 'now',
  args: { path: pathHere },
  errors: CHDIR_ERRORS,
  serve: ({ paths }, { path }) => paths.chdir(path),
})

const fchdir = call({
  name: '__syscall_fchdir', via: 'import', abi: 'linux', man: 'fchdir(2)', when: 'now',
  args: { file: anyFile },
  errors: CHDIR_ERRORS,
  serve: ({ paths }, { file }) => (file instanceof DirectoryFile ? paths.fchdir(file) : 'ENOTDIR'),
})

export const directoryCalls = [getdents, mkdirat, rmdir, getcwd, chdir, fchdir]
