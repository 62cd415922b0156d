// Descriptors 0, 1 and 2 as the process got them: files keep the host's offset, everything else is a stream.
import fs from 'node:fs'
import { O } from '../descriptors/open-file.ts'
import { RegularFile } from '../files/regular-file.ts'
import type { Kernel } from '../kernel.ts'
import { StreamFile } from './stream-file.ts'

export function openStandardStreams(kernel: Kernel): void {
  for (const fd of [0, 1, 2]) {
    const stat = fs.fstatSync(fd)
    const status = kernel.platform.statusOfFd(fd) ?? (fd === 0 ? 0 : O.WRONLY)
    const device = stat.isCharacterDevice() && kernel.platform.answersAtOnce(stat.rdev)
    if (device || stat.isFile()) kernel.descriptors.add(new RegularFile(fd, { status, device, inherited: true }), false, fd)
    else
      kernel.descriptors.add(
        new StreamFile(fd, {
          status,
          terminal: stat.isCharacterDevice() && kernel.platform.isTerminal(fd, stat.rdev),
          keepOpen: true,
        }),
        false,
        fd,
      )
  }
}
