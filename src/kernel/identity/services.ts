// Who and what the process is, for the functions of `posix` that the guest's C library lacks or answers for itself.
import os from 'node:os'
import type { Value } from '../../transport/marshal.ts'
import type { Errno } from '../errno.ts'
import type { Kernel } from '../kernel.ts'
import { Refusal, type Service, type Services } from '../service.ts'

const relations: Service = (kernel, [pid]) => {
  const { facts } = kernel.platform
  const found = kernel.children.relationsOfEnded(Number(pid), () => facts?.relations(0)) ?? facts?.relations(Number(pid))
  return found ? [found.group, found.session] : new Refusal('ESRCH')
}

const affinity: Service = (kernel, [pid]) => kernel.platform.facts?.affinity(Number(pid)) ?? new Refusal('ESRCH')

// getpriority(2): Node asks for one process; groups and users would have to be searched for.
const PRIO_PROCESS = 0
const whichProcess = (which: Value | undefined): Errno | undefined =>
  which === PRIO_PROCESS ? undefined : which === 1 || which === 2 ? 'ENOSYS' : 'EINVAL'

// To Linux 0 is the calling thread and a pid that process's first one: in a process of others the guest is the former.
const whose = (kernel: Kernel, who: Value | undefined) => (kernel.sharesProcess && who === process.pid ? 0 : Number(who))

const priority: Service = (kernel, [which, who]) => {
  const refused = whichProcess(which)
  return refused ? new Refusal(refused) : os.getPriority(whose(kernel, who))
}

const setPriority: Service = (kernel, [which, who, nice]) => {
  const refused = whichProcess(which)
  if (refused) return new Refusal(refused)
  os.setPriority(whose(kernel, who), within(Number(nice)))
  kernel.hasMarkedThread = true
  return null
}

const addNice: Service = (kernel, [increment]) => {
  if (Number(increment) !== 0) {
    os.setPriority(within(os.getPriority() + Number(increment)))
    kernel.hasMarkedThread = true
  }
  return os.getPriority()
}

const within = (nice: number) => Math.min(19, Math.max(-20, nice))

/** setuid(2) and its kin. A worker may not change the process's identity, only name what it is already. */
const setIdentity: Service = (_, [call, id]) => {
  const change = SETTERS[String(call)]
  if (!change) return new Refusal('ENOSYS')
  if (typeof id === 'number' && id < 0) return new Refusal('EINVAL')
  if (change.isAlready(id as never)) return null // a tuple where the call takes several, else an int
  return change.make(id as never) ? null : new Refusal('EPERM')
}

interface Setter<T> {
  isAlready(id: T): boolean
  /** False where Node makes no such call, as in a worker. */
  make(id: T): boolean
}

const isBoth = (id: number, real: number | undefined, effective: number | undefined) => id === real && id === effective
const made = <T>(change: ((id: T) => void) | undefined, id: T) => {
  if (change === undefined || !process.getBuiltinModule('node:worker_threads').isMainThread) return false
  change(id)
  return true
}

/** setreuid(2): -1 for one that stays. Node sets both or none. */
const both = (
  set: ((id: number) => void) | undefined,
  ids: () => readonly [number | undefined, number | undefined],
): Setter<readonly number[]> => ({
  isAlready: (wanted) => ids().every((id, at) => wanted[at] === -1 || wanted[at] === id),
  make: ([real = -1, effective]) => real === effective && made(set, real),
})

const SETTERS: Readonly<Record<string, Setter<number> | Setter<readonly number[]>>> = {
  setuid: {
    isAlready: (id: number) => isBoth(id, process.getuid?.(), process.geteuid?.()),
    make: (id: number) => made(process.setuid, id),
  },
  seteuid: { isAlready: (id: number) => id === process.geteuid?.(), make: (id: number) => made(process.seteuid, id) },
  setgid: {
    isAlready: (id: number) => isBoth(id, process.getgid?.(), process.getegid?.()),
    make: (id: number) => made(process.setgid, id),
  },
  setegid: { isAlready: (id: number) => id === process.getegid?.(), make: (id: number) => made(process.setegid, id) },
  setreuid: both(process.setuid, () => [process.getuid?.(), process.geteuid?.()]),
  setregid: both(process.setgid, () => [process.getgid?.(), process.getegid?.()]),
  setgroups: { isAlready: () => false, make: (groups: readonly number[]) => made(process.setgroups, groups) },
}

/** The interfaces that are up, each address once, as text with colons; a loopback device has none. */
const hardwareAddresses: Service = () => {
  const all = Object.values(os.networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return [...new Set(all.map(({ mac }) => mac))].filter((mac) => mac !== '00:00:00:00:00:00')
}

export const identityServices: Services = {
  'identity.ids': () => [process.getuid?.() ?? 0, process.geteuid?.() ?? 0, process.getgid?.() ?? 0, process.getegid?.() ?? 0],
  'identity.pids': () => [process.pid, process.ppid],
  'identity.groups': (kernel) => kernel.platform.groups(),
  'identity.login': (kernel) => kernel.platform.loginUid() ?? new Refusal('ENXIO'),
  'identity.set': setIdentity,
  'identity.relations': relations,
  'identity.affinity': affinity,
  'identity.nice': addNice,
  'identity.priority': priority,
  'identity.set_priority': setPriority,
  'identity.hardware_addresses': hardwareAddresses,
  'identity.cpus': (kernel) => kernel.platform.facts?.onlineProcessors() ?? os.cpus().length,
  'identity.sysconf': (kernel, [name]) => kernel.platform.facts?.sysconf(String(name)) ?? null,
  'identity.confstr': (kernel, [name]) => kernel.platform.facts?.confstr(String(name)) ?? null,
  'identity.times': (kernel) => {
    const { user, system } = process.cpuUsage()
    const children = kernel.platform.facts?.childUsage() ?? { user: 0, system: 0 }
    return [user / 1e6, system / 1e6, children.user, children.system, os.uptime()]
  },
}
