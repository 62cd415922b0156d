// openat: which kind of open file a path becomes. Everything is opened without blocking, so that no thread of ours hangs
// in a FIFO or a device; the blocking that the guest asked for is a wait of its own.
import fs from 'node:fs'
import { type HostPath, i32, pathAt, varargs } from '../arguments.ts'
import { call } from '../call.ts'
import { install } from '../descriptors/install.ts'
import { O } from '../descriptors/open-file.ts'
import { HostDirectory } from '../directories/directory-file.ts'
import type { Errno } from '../errno.ts'
import type { Kernel } from '../kernel.ts'
import { openInLibrary } from '../library/open.ts'
import { openForReading, waitForReader } from '../streams/fifo.ts'
import { StreamFile } from '../streams/stream-file.ts'
import { TerminalMaster } from '../terminal/master.ts'
import { RegularFile } from './regular-file.ts'
import { statusOf } from './status-of.ts'

export const openat = call({
  name: '__syscall_openat', via: 'import', abi: 'linux', man: 'openat(2)', when: 'waits',
  args: { path: pathAt, flags: i32, mode: varargs },
  errors: ['EACCES', 'EBADF', 'EBUSY', 'EDQUOT', 'EEXIST', 'EFAULT', 'EFBIG', 'EINTR', 'EINVAL', 'EISDIR', 'ELOOP', 'EMFILE', 'ENAMETOOLONG',
    'ENFILE', 'ENODEV', 'ENOENT', 'ENOMEM', 'ENOSPC', 'ENOTDIR', 'ENXIO', 'EOPNOTSUPP', 'EOVERFLOW', 'EPERM', 'EROFS', 'ETXTBSY', 'EAGAIN'],
  serve(kernel, { path, flags, mode }) {
    if (path.readOnly) return openInLibrary(kernel, path, flags)
    if (waitsForWriter(path, flags)) return openForReading(kernel, path, flags)
    const creates = (flags & O.CREAT) !== 0 || (flags & O.TMPFILE) === O.TMPFILE
    const wanted = creates ? kernel.umasked(mode(0)) : 0
    const isNew = creates && kernel.umaskDiffers(wanted) && ((flags & O.TMPFILE) === O.TMPFILE || !fs.lstatSync(path.host, { throwIfNoEntry: false }))
    let hostFd: number
    try {
      hostFd = fs.openSync(path.host, kernel.platform.openFlags(flags | O.NONBLOCK), wanted)
    } catch (error) {
      if (isFifoWithoutReader(error, path, flags)) return waitForReader(kernel, path, flags)
      throw error
    }
    if (isNew) fs.fchmodSync(hostFd, wanted)
    return classify(kernel, hostFd, path, flags)
  },
})

/** fifo(7). Asked before it is opened, as opening lets writers go on, which might be gone before they were looked for. */
function waitsForWriter(path: HostPath, flags: number): boolean {
  if (flags & (O.ACCMODE | O.NONBLOCK | O.PATH | O.DIRECTORY)) return false
  return fs.statSync(path.host, { throwIfNoEntry: false })?.isFIFO() === true
}

function classify(kernel: Kernel, hostFd: number, path: HostPath, flags: number): number | Errno {
  const status = statusOf(flags)
  const stat = fs.fstatSync(hostFd)
  if (stat.isDirectory() && !(flags & O.DIRECTORY) && !kernel.platform.opensDirectories) {
    fs.closeSync(hostFd)
    return 'EISDIR'
  }
  if (stat.isDirectory()) return install(kernel, new HostDirectory(hostFd, kernel.platform.directoryBase(hostFd, path.host), status), flags)
  if (flags & O.PATH || stat.isFile() || stat.isBlockDevice()) return install(kernel, new RegularFile(hostFd, { status, removeAs: flags & O.TEMPORARY ? path.host : undefined }), flags)
  if (stat.isCharacterDevice() && kernel.platform.answersAtOnce(stat.rdev)) return install(kernel, new RegularFile(hostFd, { status, device: true }), flags)
  if (stat.isCharacterDevice() && kernel.platform.terminal?.isMaster(stat.rdev)) return install(kernel, new TerminalMaster(hostFd, status), flags)
  const terminal = stat.isCharacterDevice() && kernel.platform.isTerminal(hostFd, stat.rdev)
  return install(kernel, new StreamFile(hostFd, { status, terminal, nonBlocking: true }), flags)
}

function isFifoWithoutReader(error: unknown, path: HostPath, flags: number): boolean {
  const code = (error as NodeJS.ErrnoException).code // Node throws nothing else from openSync
  return code === 'ENXIO' && !(flags & O.NONBLOCK) && fs.statSync(path.host, { throwIfNoEntry: false })?.isFIFO() === true
}
