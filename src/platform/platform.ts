// What differs between Windows, macOS and Linux, as one interface that kernel and guest take as a parameter. Only the
// folders of src/platform know a separator, a drive, or how a system's numbers are counted.
import type { Errno } from '../kernel/errno.ts'

export type PlatformName = 'linux' | 'darwin' | 'win32'

export interface PathRules {
  isAbsolute(guest: Buffer): boolean
  toHost(guest: Buffer): Buffer
  toGuest(host: Buffer): Buffer
  /** The part of the path inside the reserved prefix (with its leading separator as '/'), if it lies there. */
  insideLibrary(guest: Buffer): Buffer | undefined
  fromLibrary(inside: Buffer): Buffer
}

export interface Platform {
  readonly name: PlatformName
  /** Where the guest sees the interpreter's own files: under one reserved prefix that shadows nothing. */
  readonly layout: { readonly prefix: string; readonly library: string; readonly executable: string }
  readonly paths: PathRules
  /** The host's number of an errno, as scripts compare with `errno.ENOENT`. */
  errnoNumber(errno: Errno): number
  /** strerror(3) of the host for one of its numbers. */
  errorWords(number: number): string
  /** The host's errno table: name to number, every name it has. */
  readonly errnoTable: Readonly<Record<string, number>>
  /** open(2) flags of the guest's C library as the host's. */
  openFlags(guestFlags: number): number
  /** A device that never blocks. */
  answersAtOnce(rdev: number): boolean
  /** How Node reaches things in an open directory, even if it is renamed meanwhile. */
  directoryBase(fd: number, path: Buffer): Buffer
  /** The path an open descriptor names now; undefined when it has none or the host cannot tell. */
  pathOfFd(fd: number): Buffer | undefined
  /** Status flags (guest's numbering) of a descriptor this process inherited. */
  statusOfFd(fd: number): number | undefined
  offsetOfFd(fd: number): number
  /** lseek(2) to an offset from the start; false where there is nothing to move. */
  seekFd(fd: number, offset: number): boolean
  /** A second, non-blocking description of a pipe or terminal; undefined where there can be none. `access`: O_RDONLY, O_WRONLY or O_RDWR. */
  reopen(fd: number, access: number): number | undefined
  /** Sets access and modification time in nanoseconds since 1970; undefined leaves one alone. */
  setTimes(target: { readonly fd: number } | { readonly path: Buffer; readonly follow: boolean }, atime: bigint | undefined, mtime: bigint | undefined): void
  makeFifo(path: Buffer, mode: number): void
  threadCpuNanoseconds(): bigint
  /** Supplementary groups, getgroups(2). */
  groups(): readonly number[]
  /** Who logged in, as a user id; undefined when nobody did (a service, a container). */
  loginUid(): number | undefined
  /** nl_langinfo(CODESET) under the locale of that name; undefined when the system has no such locale. `locpath`: the guest's LOCPATH. */
  localeCodeset(name: string, locpath: string | undefined): string | undefined
  randomFill(target: Uint8Array): void
  isTerminal(fd: number, rdev: number): boolean
  windowSize(fd: number): { readonly rows: number; readonly columns: number } | undefined
}
