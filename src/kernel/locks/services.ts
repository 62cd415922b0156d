// Locks on whole files. They belong to the open file description, which the host end's flock(1) shares with the guest.
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

export const lockServices: Services = { 'locks.flock': flock }
