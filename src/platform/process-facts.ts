// What a system tells about processes and about itself beyond what Node asks it: the C library's sysconf and its kin.

export interface ProcessFacts {
  /** getpgid(2) and getsid(2); undefined when there is no such process. 0 is this one. */
  relations(pid: number): { readonly group: number; readonly session: number } | undefined
  /** The signal that has stopped it, waitpid(2); undefined for a process that is not stopped. */
  stoppedBy(pid: number): number | undefined
  /** sched_getaffinity(2): numbers of processors; undefined when there is no such process. 0 is this one. */
  affinity(pid: number): readonly number[] | undefined
  /** sysconf(_SC_NPROCESSORS_ONLN). */
  onlineProcessors(): number
  /** sysconf(3) by name; undefined where the guest's own C library answers as well. */
  sysconf(name: string): number | undefined
  /** confstr(3) by name; undefined where the guest's own C library answers as well. */
  confstr(name: string): string | undefined
  /** getrlimit(2) by name (RLIMIT_NOFILE …); undefined where the system has no such limit. */
  limit(name: string): Limit | undefined
  /** The soft limit of open descriptors that the process was started with: Node raises its own. */
  inheritedDescriptorLimit(): number | undefined
  /** setrlimit(2) on this process; false where the system refuses. */
  setLimit(name: string, limit: Limit): boolean
  /** Of all children that have ended and were waited for; undefined where the system does not tell. */
  childUsage(): ChildUsage | undefined
}

/** As far as systems add it up for children, getrusage(2). */
export interface ChildUsage {
  /** Seconds, in steps of a hundredth. */
  readonly user: number
  readonly system: number
  readonly minorFaults: number
  readonly majorFaults: number
}

/** Undefined is unlimited. */
export interface Limit {
  readonly soft: number | undefined
  readonly hard: number | undefined
}
