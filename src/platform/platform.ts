// What differs between Windows, macOS and Linux, as one interface that kernel and guest take as a parameter. Only the
// folders of src/platform know a separator, a drive, or how a system's numbers are counted.

import type { Errno } from '../kernel/errno.ts'
import type { Failure } from '../kernel/kernel.ts'
import type { Services } from '../kernel/service.ts'
import type { Stat } from '../kernel/structs.ts'
import type { PlatformName } from './platform-name.ts'
import type { TerminalSettings, WindowSize } from './posix/stty.ts'
import type { ProcessFacts } from './process-facts.ts'
import type { ProcessTable } from './process-table.ts'

export interface PathRules {
  /**
   * What the system makes of a path before it looks anything up, given the guest's working directory; an errno where no
   * path can be written so. Absent where paths are taken as written.
   */
  complete?(written: Buffer, cwd: () => Buffer | Errno): Buffer | Errno
  isAbsolute(guest: Buffer): boolean
  toHost(guest: Buffer): Buffer
  toGuest(host: Buffer): Buffer
  /** The part of the path inside the reserved prefix (with its leading separator as '/'), if it lies there. */
  insideLibrary(guest: Buffer): Buffer | undefined
  fromLibrary(inside: Buffer): Buffer
  /** The descriptor that an absolute path names by its number, and what follows it; absent where paths name none. */
  openDescriptor?(guest: Buffer): { readonly fd: number; readonly rest: Buffer } | undefined
  /** A path of the command line, which may be the host's own, as the guest names it. */
  fromCommandLine(given: Buffer): Buffer
}

/** What the interpreter is before it starts, where that is not what the engine was compiled for. */
export interface Persona {
  /** C modules of the engine under another name. */
  readonly renamed: Readonly<Record<string, string>>
  /** Modules of the engine, and of the guest for every platform, that this system's Python does not have. */
  readonly absent: readonly string[]
  /** sys.platlibdir. */
  readonly libraryFolder: string
  /** sys.getfilesystemencodeerrors(). */
  readonly fileNameErrors: 'surrogateescape' | 'surrogatepass'
  /** The error handler of the standard streams; another than that of file names. */
  readonly streamErrors: 'strict'
  /** What text files write at the end of a line. */
  readonly lineEnd: string
  /** The guest's function that says what str() of an OSError is, or None for CPython's own words. */
  readonly errorWords: { readonly module: string; readonly name: string }
}

/** An OSError as the system reports it. */
export interface ErrorReport {
  readonly number: number
  readonly words: string
  /** More that the exception has there. */
  readonly attributes: Readonly<Record<string, number>>
}

/** The settings of a terminal in Linux's numbers. */
export interface Terminals {
  /** undefined where the system does not tell. */
  read(fd: number): TerminalSettings | undefined
  /** Answers whether it could be done. */
  write(fd: number, settings: TerminalSettings): boolean
  resize(fd: number, rows: number, columns: number): boolean
  restore(path: string, settings: TerminalSettings): void
  /** A device that makes a new pseudo-terminal each time it is opened, and is its master. */
  isMaster(rdev: number): boolean
  /** The process group in front, tcgetpgrp(3); undefined where the terminal is not this process's own. */
  foreground(rdev: number): number | undefined
}

export type { PlatformName }

export interface Platform {
  readonly name: PlatformName
  /** Where the guest sees the interpreter's own files: under one reserved prefix that shadows nothing. */
  readonly layout: { readonly prefix: string; readonly library: string; readonly executable: string }
  readonly paths: PathRules
  /** Absent where the engine is this system's Python as it is. */
  readonly persona?: Persona
  /** sys.executable, given the launcher that the command made on the host. */
  executable(launcher: string): string
  /** The host's number of an errno, as scripts compare with `errno.ENOENT`. */
  errnoNumber(errno: Errno): number
  /** strerror(3) of the host for one of its numbers. */
  errorWords(number: number): string
  /** A failed call as this system tells it, where that is more than the errno's number and words. */
  report?(errno: Errno, failure: Failure | undefined): ErrorReport
  /** The host's errno table: name to number, every name it has. */
  readonly errnoTable: Readonly<Record<string, number>>
  /** open(2) flags of the guest's C library as the host's. */
  openFlags(guestFlags: number): number
  /** Whether open(2) opens a directory without being told that it is one. */
  readonly opensDirectories: boolean
  /** A file's metadata as this system shows them; absent where that is how the host shows them. */
  shownStat?(stat: Stat): Stat
  /** What this system's own guest modules ask, beyond system calls. */
  readonly services?: Services
  /**
   * The files that a command line may mean, in the host's names and the order in which they are tried, and its words; absent
   * where programs are started by lists of words. `resolve`: where a path of the guest's lies on the host.
   */
  startedBy?(
    application: Uint8Array | null,
    commandLine: Uint8Array,
    resolve: (guest: Buffer) => Buffer | undefined,
  ): { readonly candidates: readonly Uint8Array[]; readonly argv: readonly Uint8Array[] }
  /** A device that never blocks. */
  answersAtOnce(rdev: number): boolean
  /** How Node reaches things in an open directory, even if it is renamed meanwhile. */
  directoryBase(fd: number, path: Buffer): Buffer
  /** The path an open descriptor names now; undefined when it has none or the host cannot tell. */
  pathOfFd(fd: number): Buffer | undefined
  /**
   * Of the descriptors that were open when the process began: tells which come from whoever started it and are no part of
   * Node. Absent where a process inherits none but the standard streams.
   */
  inheritedAmong?(numbers: readonly number[]): (fd: number) => boolean
  /** Status flags (guest's numbering) of a descriptor this process inherited. */
  statusOfFd(fd: number): number | undefined
  offsetOfFd(fd: number): number
  /** lseek(2) to an offset from the start; false where there is nothing to move. */
  seekFd(fd: number, offset: number): boolean
  /** A second, non-blocking description of a pipe or terminal; undefined where there can be none. `access`: O_RDONLY, O_WRONLY or O_RDWR. */
  reopen(fd: number, access: number): number | undefined
  /** A description of its own of one end of the pipe that `fd` names, which blocks: it is for children. */
  openPipe(fd: number, end: 'read' | 'write'): number
  /** Sets access and modification time in nanoseconds since 1970; undefined leaves one alone. */
  setTimes(
    target: { readonly fd: number } | { readonly path: Buffer; readonly follow: boolean },
    atime: bigint | undefined,
    mtime: bigint | undefined,
  ): void
  makeFifo(path: Buffer, mode: number): void
  threadCpuNanoseconds(): bigint
  /** Supplementary groups, getgroups(2). */
  groups(): readonly number[]
  /** Who logged in, as a user id; undefined when nobody did (a service, a container). */
  loginUid(): number | undefined
  /** nl_langinfo(CODESET) under the locale of that name; undefined when the system has no such locale. `locpath`: the guest's LOCPATH. */
  localeCodeset(name: string, locpath: string | undefined): string | undefined
  /** Absent where the system's Python has none of the functions that ask for them. */
  readonly facts?: ProcessFacts
  /** The host's processes, whatever the guest takes the system for. */
  readonly processes: ProcessTable
  randomFill(target: Uint8Array): void
  isTerminal(fd: number, rdev: number): boolean
  windowSize(fd: number): WindowSize | undefined
  /** Settings of terminals, termios(3); absent where there are none. */
  readonly terminal?: Terminals
}
