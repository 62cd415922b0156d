// Facts about processes and the system, from /proc and /sys: proc(5).
import fs from 'node:fs'
import os from 'node:os'
import type { Limit, ProcessFacts } from '../process-facts.ts'

export const linuxProcessFacts: ProcessFacts = {
  relations(pid) {
    const [, , group, session] = fieldsOfStat(pid || 'self') ?? []
    return group === undefined || session === undefined ? undefined : { group: Number(group), session: Number(session) }
  },
  stoppedBy(pid) {
    const [state, ...fields] = fieldsOfStat(pid) ?? []
    return state === STOPPED ? Number(fields[EXIT_CODE_AT]) || os.constants.signals.SIGSTOP : undefined
  },
  affinity(pid) {
    const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(read(`/proc/${pid || 'self'}/status`) ?? '')?.[1]
    return list === undefined ? undefined : expand(list)
  },
  onlineProcessors: () => countOf('online') ?? os.cpus().length,
  sysconf: (name) => SYSCONF[name]?.(),
  confstr: (name) => CONFSTR[name]?.(),
  limit: (name) => limitIn('self', name),
  // Whoever started this process has the limit that it handed down.
  inheritedDescriptorLimit: () => limitIn(process.ppid, 'RLIMIT_NOFILE')?.soft,
  // By util-linux's prlimit(1): Node has no call for it.
  setLimit(name, { soft, hard }) {
    const option = `--${name.slice('RLIMIT_'.length).toLowerCase()}=${soft ?? 'unlimited'}:${hard ?? 'unlimited'}`
    const { spawnSync } = process.getBuiltinModule('node:child_process')
    return spawnSync('prlimit', ['--pid', String(process.pid), option], { stdio: 'ignore' }).status === 0
  },
  childUsage() {
    const fields = fieldsOfStat('self')
    if (!fields) return undefined
    const { minorFaults, majorFaults, user, system } = CHILDREN_AT
    const at = (index: number) => Number(fields[index])
    return {
      user: at(user) / CLOCK_TICKS,
      system: at(system) / CLOCK_TICKS,
      minorFaults: at(minorFaults),
      majorFaults: at(majorFaults),
    }
  },
}

// What follows the name, which may hold anything.
function fieldsOfStat(pid: number | 'self'): readonly string[] | undefined {
  const stat = read(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
}

const STOPPED = 'T'
const EXIT_CODE_AT = 48 // behind the state; of a stopped process the signal, since Linux 5.18
/** cminflt, cmajflt, cutime and cstime among them. */
const CHILDREN_AT = { minorFaults: 8, majorFaults: 10, user: 13, system: 14 } as const
const CLOCK_TICKS = 100 // USER_HZ, the same on every architecture Node runs on

// sysdeps/unix/sysv/linux/sysconf.c of glibc, for what the guest's C library answers for itself.
const SYSCONF: Readonly<Record<string, () => number | undefined>> = {
  SC_PAGESIZE: pageBytes,
  SC_PAGE_SIZE: pageBytes,
  SC_PHYS_PAGES: () => memoryPages('MemTotal'),
  SC_AVPHYS_PAGES: () => memoryPages('MemFree'),
  SC_NPROCESSORS_ONLN: () => countOf('online'),
  SC_NPROCESSORS_CONF: () => countOf('possible'),
  SC_ARG_MAX: () => Math.max(128 * 1024, Math.floor((limitOfStack() ?? 0) / 4)),
  SC_CHILD_MAX: () => linuxProcessFacts.limit('RLIMIT_NPROC')?.soft,
  SC_NGROUPS_MAX: () => Number(read('/proc/sys/kernel/ngroups_max') ?? NGROUPS_MAX),
}
const NGROUPS_MAX = 65536 // linux/limits.h

const CONFSTR: Readonly<Record<string, () => string | undefined>> = {
  CS_PATH: () => '/bin:/usr/bin',
  CS_GNU_LIBC_VERSION: () => withGlibc('glibc'),
  CS_GNU_LIBPTHREAD_VERSION: () => withGlibc('NPTL'),
}

function withGlibc(word: string): string {
  Object.assign(process.report, { excludeNetwork: true }) // of Node 22 and later; resolving the names of open connections can take seconds
  const { header } = process.report.getReport() as { readonly header?: { readonly glibcVersionRuntime?: string } } // documented, typed as object
  return header?.glibcVersionRuntime === undefined ? '' : `${word} ${header.glibcVersionRuntime}`
}

const AT_PAGESZ = 6n // elf.h
const AUXV_ENTRY_BYTES = 16

function pageBytes(): number | undefined {
  const vector = fs.readFileSync('/proc/self/auxv')
  for (let at = 0; at + AUXV_ENTRY_BYTES <= vector.length; at += AUXV_ENTRY_BYTES) {
    if (vector.readBigUInt64LE(at) === AT_PAGESZ) return Number(vector.readBigUInt64LE(at + 8))
  }
  return undefined
}

function memoryPages(key: string): number | undefined {
  const kilobytes = new RegExp(`^${key}:\\s*(\\d+)`, 'm').exec(read('/proc/meminfo') ?? '')?.[1]
  const page = pageBytes()
  return kilobytes === undefined || page === undefined ? undefined : Math.floor((Number(kilobytes) * 1024) / page)
}

function countOf(which: 'online' | 'possible'): number | undefined {
  const list = read(`/sys/devices/system/cpu/${which}`)
  return list === undefined ? undefined : expand(list.trim()).length
}

function limitOfStack(): number | undefined {
  return linuxProcessFacts.limit('RLIMIT_STACK')?.soft
}

// "0-3,8" is 0 1 2 3 8.
function expand(list: string): readonly number[] {
  return list.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  })
}

function limitIn(pid: number | 'self', name: string): Limit | undefined {
  const row = LIMITS[name]
  const line = read(`/proc/${pid}/limits`)
    ?.split('\n')
    .find((each) => row !== undefined && each.startsWith(`${row} `))
  const [soft, hard] = line?.slice(row?.length).trim().split(/\s+/) ?? []
  return soft === undefined || hard === undefined ? undefined : { soft: limitOf(soft), hard: limitOf(hard) }
}

// Rows of /proc/PID/limits.
const LIMITS: Readonly<Record<string, string>> = {
  RLIMIT_CPU: 'Max cpu time',
  RLIMIT_FSIZE: 'Max file size',
  RLIMIT_DATA: 'Max data size',
  RLIMIT_STACK: 'Max stack size',
  RLIMIT_CORE: 'Max core file size',
  RLIMIT_RSS: 'Max resident set',
  RLIMIT_NPROC: 'Max processes',
  RLIMIT_NOFILE: 'Max open files',
  RLIMIT_MEMLOCK: 'Max locked memory',
  RLIMIT_AS: 'Max address space',
  RLIMIT_SIGPENDING: 'Max pending signals',
  RLIMIT_MSGQUEUE: 'Max msgqueue size',
  RLIMIT_NICE: 'Max nice priority',
  RLIMIT_RTPRIO: 'Max realtime priority',
  RLIMIT_RTTIME: 'Max realtime timeout',
}

const limitOf = (word: string) => (word === 'unlimited' ? undefined : Number(word))

function read(path: string): string | undefined {
  try {
    return fs.readFileSync(path, 'latin1')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException // Node throws nothing else from readFileSync
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES') return undefined
    throw error
  }
}
