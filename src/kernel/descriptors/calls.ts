// System calls on descriptors of any kind: they look up the open file and ask it. No call here knows a kind of file.
import { anyFile, fd, file, i32, i64, iovecs, out, outI64, outU32, type Region, varargs } from '../arguments.ts'
import { call } from '../call.ts'
import { canRead, canWrite, O, SEEK } from './open-file.ts'
import { resize, sizeOf } from '../pipes/real-size.ts'

const TRANSFER_ERRORS = ['EBADF', 'EFAULT', 'EINVAL', 'EAGAIN', 'EINTR', 'EIO', 'EISDIR', 'EPIPE', 'ENOSPC', 'EFBIG', 'ESPIPE', 'EPERM', 'ETXTBSY', 'EDQUOT', 'ENXIO', 'EOVERFLOW'] as const

const read = call({
  name: 'fd_read', via: 'import', abi: 'wasi', man: 'readv(2)', when: 'waits',
  args: { file, into: iovecs, count: outU32 },
  errors: TRANSFER_ERRORS,
  serve: (kernel, { file, into }) => (canRead(file) ? file.read(kernel, into) : 'EBADF'),
})

const write = call({
  name: 'fd_write', via: 'import', abi: 'wasi', man: 'writev(2)', when: 'waits',
  args: { file, from: iovecs, count: outU32 },
  errors: TRANSFER_ERRORS,
  serve: (kernel, { file, from }) => (canWrite(file) ? file.write(kernel, from) : 'EBADF'),
})

const pread = call({
  name: 'fd_pread', via: 'import', abi: 'wasi', man: 'preadv(2)', when: 'now',
  args: { file, into: iovecs, offset: i64, count: outU32 },
  errors: TRANSFER_ERRORS,
  serve(kernel, { file, into, offset }) {
    if (!canRead(file)) return 'EBADF'
    if (offset < 0 || endOf(into, offset) > LARGEST_OFFSET) return 'EINVAL'
    return offset > Number.MAX_SAFE_INTEGER ? 0 : file.readAt(kernel, into, offset) // no file is that long
  },
})

const pwrite = call({
  name: 'fd_pwrite', via: 'import', abi: 'wasi', man: 'pwritev(2)', when: 'now',
  args: { file, from: iovecs, offset: i64, count: outU32 },
  errors: TRANSFER_ERRORS,
  serve(kernel, { file, from, offset }) {
    if (!canWrite(file)) return 'EBADF'
    if (offset < 0 || endOf(from, offset) > LARGEST_OFFSET) return 'EINVAL'
    return endOf(from, offset) > Number.MAX_SAFE_INTEGER ? 'EFBIG' : file.writeAt(kernel, from, offset)
  },
})

// Node takes a position beyond 2^53 for none at all, and would use the file's own.
const LARGEST_OFFSET = 2 ** 63 - 1024 // the largest number below 2^63
const endOf = (regions: readonly Region[], offset: number) => regions.reduce((end, { length }) => end + length, offset)

const seek = call({
  name: 'fd_seek', via: 'import', abi: 'wasi', man: 'lseek(2)', when: 'now',
  args: { file, offset: i64, whence: i32, position: outI64 },
  errors: ['EBADF', 'EINVAL', 'EOVERFLOW', 'ESPIPE', 'ENXIO'],
  gap: 'SEEK_DATA and SEEK_HOLE answer EINVAL: Node cannot ask for them',
  serve: (kernel, { file, offset, whence }) => (whence < SEEK.SET || whence > SEEK.END ? 'EINVAL' : file.seek(kernel, offset, whence)),
})

const close = call({
  name: 'fd_close', via: 'import', abi: 'wasi', man: 'close(2)', when: 'now',
  args: { fd },
  errors: ['EBADF', 'EIO'],
  serve: (kernel, { fd }) => (kernel.descriptors.remove(kernel, fd) ? 0 : 'EBADF'),
})

const fdstat = call({
  name: 'fd_fdstat_get', via: 'import', abi: 'wasi', man: 'isatty(3)', when: 'now',
  args: { file, type: out<number>(24, (memory, address, type) => memory.bytes(address, 24).fill(0).set([type])) },
  errors: ['EBADF'],
  serve: (_, { file }) => file.type,
})

const dup = call({
  name: '__syscall_dup', via: 'import', abi: 'linux', man: 'dup(2)', when: 'now',
  args: { file: anyFile },
  errors: ['EBADF', 'EMFILE'],
  serve: (kernel, { file }) => kernel.descriptors.add(file, false),
})

// dup2 comes as dup3 without flags; musl answers newfd itself where both are the same.
const dup3 = call({
  name: '__syscall_dup3', via: 'import', abi: 'linux', man: 'dup3(2)', when: 'now',
  args: { file: anyFile, onto: i32, flags: i32 },
  errors: ['EBADF', 'EINVAL'],
  serve(kernel, { file, onto, flags }) {
    if (flags & ~O.CLOEXEC) return 'EINVAL'
    if (!kernel.descriptors.allows(onto)) return 'EBADF'
    if (kernel.descriptors.get(onto)?.file !== file) kernel.descriptors.replace(kernel, onto, file, (flags & O.CLOEXEC) !== 0)
    return onto
  },
})

const F = { DUPFD: 0, GETFD: 1, SETFD: 2, GETFL: 3, SETFL: 4, GETLK: 5, SETLK: 6, SETLKW: 7, GETLK64: 12, SETLK64: 13, SETLKW64: 14, DUPFD_CLOEXEC: 1030, SETPIPE_SZ: 1031, GETPIPE_SZ: 1032 } as const
const FD_CLOEXEC = 1
const SETTABLE = O.APPEND | O.NONBLOCK | O.ASYNC | O.DIRECT | O.NOATIME

const fcntl = call({
  name: '__wrap___syscall_fcntl64', via: 'served', abi: 'linux', man: 'fcntl(2)', when: 'now',
  args: { fd, command: i32, rest: varargs },
  errors: ['EBADF', 'EBUSY', 'EINVAL', 'EMFILE', 'ENOLCK', 'ENOSYS', 'EPERM'],
  gap: 'record locks answer ENOLCK: Node has no call for them (lockf() goes another way, see locks.record); the size of a pipe that a child shares goes through perl; commands not listed here EINVAL',
  serve(kernel, { fd, command, rest }) {
    const entry = kernel.descriptors.get(fd)
    if (!entry) return 'EBADF'
    switch (command) {
      case F.DUPFD:
      case F.DUPFD_CLOEXEC: {
        const from = rest(0) | 0
        return kernel.descriptors.allows(from) ? kernel.descriptors.add(entry.file, command === F.DUPFD_CLOEXEC, from) : 'EINVAL'
      }
      case F.GETFD:
        return entry.closeOnExec ? FD_CLOEXEC : 0
      case F.SETFD:
        entry.closeOnExec = (rest(0) & FD_CLOEXEC) !== 0
        return 0
      case F.GETFL:
        return entry.file.status
      case F.SETFL:
        if (entry.file.status & O.PATH) return 'EBADF'
        entry.file.status = (entry.file.status & ~SETTABLE) | (rest(0) & SETTABLE)
        return 0
      case F.GETPIPE_SZ:
        return entry.file.pipeSize ?? sizeOf(entry.file)
      case F.SETPIPE_SZ:
        return entry.file.resizePipe?.(rest(0) | 0) ?? resize(entry.file, rest(0) | 0)
      case F.GETLK:
      case F.SETLK:
      case F.SETLKW:
      case F.GETLK64:
      case F.SETLK64:
      case F.SETLKW64:
        return 'ENOLCK'
      default:
        return 'EINVAL'
    }
  },
})

export const descriptorCalls = [read, write, pread, pwrite, seek, close, fdstat, dup, dup3, fcntl]
