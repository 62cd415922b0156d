// A descriptor that the process was started with, as an open file: files keep the host's offset, since whoever handed it
// on may use it too, and directories are read by their place; everything else is a stream.
import fs from 'node:fs'
import { O, type OpenFile } from '../descriptors/open-file.ts'
import { HostDirectory } from '../directories/directory-file.ts'
import { RegularFile } from '../files/regular-file.ts'
import type { Kernel } from '../kernel.ts'
import { StreamFile } from './stream-file.ts'

/**
 * What becomes of the host's descriptor when the guest closes it: the process's own standard streams are kept, or a later
 * file would take their number; another is closed, and whoever waits for its end sees that.
 */
export type Fate = 'kept' | 'closed with it'

export function inheritedFile(kernel: Kernel, fd: number, fate: Fate): OpenFile {
  const { platform } = kernel
  const stat = fs.fstatSync(fd)
  const keepOpen = fate === 'kept'
  const status = platform.statusOfFd(fd) ?? (fd === 0 ? 0 : O.WRONLY)
  const device = stat.isCharacterDevice() && platform.answersAtOnce(stat.rdev)
  if (device || stat.isFile() || stat.isBlockDevice() || status & O.PATH)
    return new RegularFile(fd, { status, device, inherited: true, keepOpen })
  if (stat.isDirectory() && !keepOpen) return new HostDirectory(fd, platform.directoryBase(fd, Buffer.alloc(0)), status)
  return new StreamFile(fd, {
    status,
    terminal: stat.isCharacterDevice() && platform.isTerminal(fd, stat.rdev),
    keepOpen,
  })
}
