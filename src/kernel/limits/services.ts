// Resource limits and usage. The number of descriptors is limited by the guest's own table; Node raises the process's soft
// limit when it starts, so that the process's own says nothing about the script.
import type { ChildUsage } from '../../platform/process-facts.ts'
import type { Value } from '../../transport/marshal.ts'
import { Refusal, type Service, type Services } from '../service.ts'

const UNLIMITED = -1
const DESCRIPTORS = 'RLIMIT_NOFILE'

/** Limits that the host process can have without ending where a script would only see an error. */
const SETTABLE: ReadonlySet<string> = new Set(['RLIMIT_CPU', 'RLIMIT_CORE', 'RLIMIT_NPROC', 'RLIMIT_NICE', 'RLIMIT_RTPRIO'])

const get: Service = (kernel, [name]) => {
  const limit = kernel.platform.facts?.limit(String(name))
  if (!limit) return new Refusal('EINVAL')
  return [name === DESCRIPTORS ? kernel.descriptors.limit : (limit.soft ?? UNLIMITED), limit.hard ?? UNLIMITED]
}

const set: Service = (kernel, [name, soft, hard]) => {
  const { facts } = kernel.platform
  const before = facts?.limit(String(name))
  if (!facts || !before) return new Refusal('EINVAL')
  const wanted = { soft: limitOf(Number(soft)), hard: limitOf(Number(hard)) }
  const raises = before.hard !== undefined && (wanted.hard ?? Number.POSITIVE_INFINITY) > before.hard
  if (name === DESCRIPTORS) {
    if (raises) return new Refusal('EPERM')
    kernel.descriptors.limit = wanted.soft ?? before.hard ?? kernel.descriptors.limit
    return null
  }
  if (wanted.soft === before.soft && wanted.hard === before.hard) return null
  if (!SETTABLE.has(String(name))) return new Refusal('ENOSYS')
  if (kernel.sharesProcess) return new Refusal('EPERM')
  return facts.setLimit(String(name), wanted) ? null : new Refusal('EPERM')
}

const limitOf = (value: number) => (value < 0 ? undefined : value)

/** In the order of struct rusage; null is what nobody tells. */
export function usageOfChildren(usage: ChildUsage | undefined): Value {
  if (!usage) return Array.from({ length: 16 }, () => null)
  const { user, system, minorFaults, majorFaults } = usage
  return [user, system, null, null, null, null, minorFaults, majorFaults, ...Array.from({ length: 8 }, () => null)]
}

const WHO = { self: 0, children: -1 } as const

// getrusage(2), in the order of struct rusage.
const usage: Service = (kernel, [who]) => {
  const all = process.resourceUsage()
  if (who === WHO.children) {
    return usageOfChildren(kernel.platform.facts?.childUsage())
  }
  const [user, system] =
    who === WHO.self
      ? [all.userCPUTime / 1e6, all.systemCPUTime / 1e6]
      : [Number(kernel.platform.threadCpuNanoseconds()) / 1e9, 0]
  return [
    user,
    system,
    all.maxRSS,
    all.sharedMemorySize,
    all.unsharedDataSize,
    all.unsharedStackSize,
    all.minorPageFault,
    all.majorPageFault,
    all.swappedOut,
    all.fsRead,
    all.fsWrite,
    all.ipcSent,
    all.ipcReceived,
    all.signalsCount,
    all.voluntaryContextSwitches,
    all.involuntaryContextSwitches,
  ]
}

export const limitServices: Services = { 'limits.get': get, 'limits.set': set, 'limits.usage': usage }
