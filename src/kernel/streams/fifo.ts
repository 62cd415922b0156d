// Opening a FIFO as fifo(7) says: reading waits for a writer, writing for a reader. No event announces the other end to
// Node, so these two waits look again every few milliseconds; they can be interrupted, and no thread hangs in open(2).
import fs from 'node:fs'
import type { HostPath } from '../arguments.ts'
import { install } from '../descriptors/install.ts'
import { O } from '../descriptors/open-file.ts'
import type { Errno } from '../errno.ts'
import type { Kernel } from '../kernel.ts'
import type { Wait } from '../wait.ts'
import { StreamFile } from './stream-file.ts'

const LOOK_AGAIN_MS = 5

export function waitForReader(kernel: Kernel, path: HostPath, flags: number): Wait<number> {
  let hostFd: number | undefined
  let failure: unknown
  return {
    wait: true,
    pollMs: LOOK_AGAIN_MS,
    ready() {
      try {
        hostFd ??= fs.openSync(path.host, kernel.platform.openFlags(flags | O.NONBLOCK))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENXIO') return false // still nobody; Node throws nothing but such errors here
        failure = error
      }
      return true
    },
    resume() {
      if (hostFd === undefined) throw failure
      return install(
        kernel,
        new StreamFile(hostFd, { status: flags & ~(O.CREAT | O.EXCL | O.TRUNC | O.CLOEXEC), nonBlocking: true }),
        flags,
      )
    },
    cancel() {
      if (hostFd !== undefined) fs.closeSync(hostFd)
    },
  }
}

export function openForReading(kernel: Kernel, stream: StreamFile, flags: number): number | Errno | Wait<number> {
  if (stream.hasWriter()) return install(kernel, stream, flags)
  return {
    wait: true,
    pollMs: LOOK_AGAIN_MS,
    ready: () => stream.hasWriter(),
    resume: () => install(kernel, stream, flags),
    cancel: () => stream.close(kernel),
  }
}
