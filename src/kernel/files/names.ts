// System calls that make, move and remove names of files.
import fs from 'node:fs'
import { i32, pathAt, path as pathBytes, region, u32 } from '../arguments.ts'
import { call } from '../call.ts'
import type { Errno } from '../errno.ts'
import type { Kernel } from '../kernel.ts'

const NAME_ERRORS = ['EACCES', 'EBADF', 'EBUSY', 'EDQUOT', 'EEXIST', 'EFAULT', 'EINVAL', 'EIO', 'EISDIR', 'ELOOP', 'EMLINK', 'ENAMETOOLONG', 'ENOENT', 'ENOSPC',
  'ENOTDIR', 'ENOTEMPTY', 'EPERM', 'EROFS', 'ETXTBSY', 'EXDEV', 'EOPNOTSUPP'] as const

const AT_REMOVEDIR = 0x200

const unlinkat = call({
  name: '__syscall_unlinkat', via: 'import', abi: 'linux', man: 'unlinkat(2)', when: 'now',
  args: { path: pathAt, flags: i32 }, errors: NAME_ERRORS,
  serve(_, { path, flags }) {
    if (flags & ~AT_REMOVEDIR) return 'EINVAL'
    if (path.readOnly) return path.node ? 'EROFS' : 'ENOENT' // as where a user may not write: programs remove what may be there
    if (flags) fs.rmdirSync(path.host)
    else fs.unlinkSync(path.host)
    return 0
  },
})

const renameat = call({
  name: '__syscall_renameat', via: 'import', abi: 'linux', man: 'renameat(2)', when: 'now',
  args: { from: pathAt, to: pathAt }, errors: NAME_ERRORS,
  serve(_, { from, to }) {
    if (from.readOnly !== to.readOnly) return 'EXDEV' // the interpreter's own files are a file system of their own
    if (from.readOnly) return 'EROFS'
    fs.renameSync(from.host, to.host)
    return 0
  },
})

const symlinkat = call({
  name: '__syscall_symlinkat', via: 'import', abi: 'linux', man: 'symlinkat(2)', when: 'now',
  args: { target: pathBytes, path: pathAt }, errors: NAME_ERRORS,
  serve(_, { target, path }) {
    if (target.length === 0) return 'ENOENT'
    if (path.readOnly) return 'EROFS'
    fs.symlinkSync(target, path.host)
    return 0
  },
})

const readlinkat = call({
  name: '__syscall_readlinkat', via: 'import', abi: 'linux', man: 'readlinkat(2)', when: 'now',
  args: { path: pathAt, into: region }, errors: NAME_ERRORS,
  serve({ memory }, { path, into }) {
    if (path.readOnly) return path.node ? 'EINVAL' : 'ENOENT' // no link
    const target = fs.readlinkSync(path.host, 'buffer').subarray(0, into.length)
    memory.bytes(into.address, target.length).set(target)
    return target.length
  },
})

const SLASH = 0x2f

function lastOfName(path: Buffer): number {
  let end = path.length
  while (end > 1 && path[end - 1] === SLASH) end--
  return end
}

const S = { IFMT: 0o170000, IFIFO: 0o010000, IFREG: 0o100000 } as const

// mkfifo comes as mknod; Node has neither, so the host's own tool makes the FIFO.
const mknodat = call({
  name: '__syscall_mknodat', via: 'import', abi: 'linux', man: 'mknodat(2)', when: 'now',
  args: { path: pathAt, mode: i32, device: u32 }, errors: NAME_ERRORS,
  gap: 'device nodes answer EPERM: only FIFOs and empty regular files can be made',
  serve(kernel, { path, mode }) {
    if (path.readOnly) return 'EROFS'
    return makeNode(kernel, path.host, mode)
  },
})

export function makeNode(kernel: Kernel, path: Buffer, mode: number): number | Errno {
  const permissions = kernel.umasked(mode & 0o7777)
  if (path.at(-1) === SLASH) return fs.lstatSync(path.subarray(0, lastOfName(path)), { throwIfNoEntry: false }) ? 'EEXIST' : 'ENOENT' // only a directory can be made so
  const kind = mode & S.IFMT
  if (kind === S.IFIFO) kernel.platform.makeFifo(path, permissions)
  else if (kind === S.IFREG || kind === 0) fs.closeSync(fs.openSync(path, 'wx', permissions))
  else return 'EPERM'
  kernel.settleMode(path, permissions)
  return 0
}

export const nameCalls = [unlinkat, renameat, symlinkat, readlinkat, mknodat]
