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
  return file.hostFd === undefined ? new Refusal('ENOLCK') : ask(kernel, 'locks.flock', file.hostFd, how)
})

export const lockServices: Services = { 'locks.flock': flock }
