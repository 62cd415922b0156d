// Locks on files, whole or in part. They belong to the open file description, which the host end's programs share with the guest.
import { hasPerl } from '../processes/perl.ts'
import { ask, Refusal, type Services, waits } from '../service.ts'

const LOCK = { SH: 1, EX: 2, NB: 4, UN: 8 } as const
const OPERATIONS = new Set<number>([LOCK.SH, LOCK.EX, LOCK.UN])

const flock = waits((kernel, [fd, operation]) => {
  const file = kernel.descriptors.get(Number(fd))?.file
  if (!file) return new Refusal('EBADF')
  const how = Number(operation)
  if (!OPERATIONS.has(how & ~LOCK.NB)) return new Refusal('EINVAL')
  file.share?.(kernel)
  if (file.hostFd === undefined) return new Refusal('ENOLCK')
  // What does not wait for another process is not interrupted: a timer of the guest's would end flock(1) again and again.
  if (how & (LOCK.NB | LOCK.UN)) return kernel.complete(kernel.link.request('locks.flock', file.hostFd, how))
  return ask(kernel, 'locks.flock', file.hostFd, how)
})

/** fcntl(2): locks of open file descriptions, which other processes' record locks heed. */
const OFD = { GETLK: 36, SETLK: 37, SETLKW: 38 } as const

/** locks.record(fd, command, type, whence, start, length): these and a pid, of a lock in the way where that was asked. */
const record = waits((kernel, [fd, command, type, whence, start, length]) => {
  const file = kernel.descriptors.get(Number(fd))?.file
  if (!file) return new Refusal('EBADF')
  file.share?.(kernel) // places may be counted from where it stands
  if (file.hostFd === undefined || !hasPerl()) return new Refusal('ENOLCK')
  const words = [file.hostFd, OFD[command as keyof typeof OFD], type, whence, start, length].map((word) => word ?? null)
  if (command === 'SETLKW') return ask(kernel, 'locks.record', ...words)
  return kernel.complete(kernel.link.request('locks.record', ...words))
})

export const lockServices: Services = { 'locks.flock': flock, 'locks.record': record }
