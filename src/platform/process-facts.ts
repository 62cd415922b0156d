// What a system tells about processes and about itself beyond what Node asks it: the C library's sysconf and its kin.

export interface ProcessFacts {
  /** getpgid(2) and getsid(2); undefined when there is no such process. 0 is this one. */
  relations(pid: number): { readonly group: number; readonly session: number } | undefined
  /** sched_getaffinity(2): numbers of processors; undefined when there is no such process. 0 is this one. */
  affinity(pid: number): readonly number[] | undefined
  /** sysconf(_SC_NPROCESSORS_ONLN). */
  onlineProcessors(): number
  /** sysconf(3) by name; undefined where the guest's own C library answers as well. */
  sysconf(name: string): number | undefined
  /** confstr(3) by name; undefined where the guest's own C library answers as well. */
  confstr(name: string): string | undefined
  /** getrlimit(2) by name (RLIMIT_NOFILE …); undefined is no limit. */
  limit(name: string): { readonly soft: number | undefined; readonly hard: number | undefined } | undefined
}
