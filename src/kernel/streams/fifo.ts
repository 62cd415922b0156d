// Opening a FIFO as fifo(7) says: reading waits for a writer, writing for a reader. No event announces a reader to Node, so
// that wait looks again every few milliseconds. Both can be interrupted, and no thread hangs in open(2).
import fs from 'node:fs'
import type { Pending } from '../../transport/guest-link.ts'
import type { Value } from '../../transport/marshal.ts'
import type { HostPath } from '../arguments.ts'
import { install } from '../descriptors/install.ts'
import { O } from '../descriptors/open-file.ts'
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
      return install(kernel, new StreamFile(hostFd, { status: statusOf(flags), nonBlocking: true }), flags)
    },
    cancel() {
      if (hostFd !== undefined) fs.closeSync(hostFd)
    },
  }
}

/** The host end does it: a writer that is gone before anybody looks has been there all the same. */
export function openForReading(kernel: Kernel, path: HostPath, flags: number): Wait<number> {
  const opening = kernel.link.request('fifo.open', path.host, kernel.platform.openFlags(flags | O.NONBLOCK))
  return {
    wait: true,
    ready: () => opening.settled,
    resume() {
      const [fd, ahead] = opening.take() as [number, Uint8Array] // nobody has withdrawn it
      const hostFd = kernel.platform.reopen(fd, fs.constants.O_RDONLY)
      kernel.link.request('fifo.opened', fd)
      if (hostFd === undefined) return 'EACCES' // may be entered by its name only
      return install(kernel, new StreamFile(hostFd, { status: statusOf(flags), nonBlocking: true, ahead }), flags)
    },
    cancel() {
      const giveBack = () => {
        const answer = answerOf(opening)
        if (answer) kernel.link.request('fifo.opened', Number(answer[0]))
      }
      if (opening.settled) return giveBack()
      opening.onAnswer(giveBack)
      opening.withdraw()
    },
  }
}

/** Nothing where it could not be opened. */
function answerOf(opening: Pending): readonly Value[] | null {
  try {
    return opening.take() as readonly Value[] | null // fifo.open
  } catch {
    return null
  }
}

const statusOf = (flags: number) => flags & ~(O.CREAT | O.EXCL | O.TRUNC | O.CLOEXEC)
