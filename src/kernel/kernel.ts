// What the system calls of one run share: the guest's memory, its descriptors, its place in the file system, its current
// thread. Guest state is data here and never the process's own, so that runs in one process cannot mix.
import fs from 'node:fs'
import os from 'node:os'
import { InternalError } from '../errors.ts'
import type { ErrorReport, Platform } from '../platform/platform.ts'
import type { GuestLink, Pending } from '../transport/guest-link.ts'
import type { Value } from '../transport/marshal.ts'
import { DescriptorTable } from './descriptors/descriptor-table.ts'
import { Inheritance } from './descriptors/inheritance.ts'
import type { OpenFile } from './descriptors/open-file.ts'
import { type Errno, GUEST_ERRNO, isErrno } from './errno.ts'
import { Library, type LibraryPlace } from './library/library.ts'
import type { Memory } from './memory.ts'
import type { Mapping } from './memory-maps/mapping.ts'
import { Paths } from './paths.ts'
import { RealPipes } from './pipes/real-pipes.ts'
import { Children } from './processes/children.ts'
import { guestVariable } from './processes/environment.ts'
import { Signals } from './signals/signals.ts'
import { openStandardStreams } from './streams/standard-streams.ts'
import { ChangedTerminals } from './terminal/settings.ts'
import { createThread, type Thread } from './thread.ts'
import { loadZone, type Zone } from './time/zone.ts'

/** What the kernel needs of the engine's instance. */
export interface Guest {
  readonly environAddress: number
  readonly errnoAddress: number
  /** malloc; 0 when there is no memory. */
  allocate(size: number): number
  allocateAligned(alignment: number, size: number): number
}

export interface KernelOptions {
  readonly memory: Memory
  readonly guest: Guest
  readonly platform: Platform
  readonly link: GuestLink
  /** Where the interpreter's own files are. */
  readonly library: LibraryPlace
  /** Descriptors that were open when the process began, see RunOptions; undefined: the guest gets none of them. */
  readonly openAtStart?: readonly number[] | undefined
  /** Where the guest starts; undefined: where the process is. */
  readonly cwd?: Buffer
  /** The process's umask, which a worker cannot ask for. */
  readonly umask: number
  /** Opens descriptors 0, 1 and 2; undefined: they are the process's own. */
  readonly openStreams?: ((kernel: Kernel) => void) | undefined
  /** Whether others go on in this process: signals, limits and priorities of it are then not the guest's to give. */
  readonly sharesProcess?: boolean
}

/** The record of the last failure, for the hook in front of CPython's OSError. */
export interface Failure {
  readonly call: string
  readonly errno: Errno
  /** What the call was asked, decoded as far as it went. */
  readonly args?: Readonly<Record<string, unknown>> | undefined
  /** Node's own error, where the host failed. */
  readonly cause?: NodeJS.ErrnoException
}

/** A failure as the platform tells it. */
export function reportOf(platform: Platform, errno: Errno, failure: Failure | undefined): ErrorReport {
  if (platform.report) return platform.report(errno, failure)
  const number = platform.errnoNumber(errno)
  return { number, words: platform.errorWords(number), attributes: NO_ATTRIBUTES }
}
const DESCRIPTOR_LIMIT = 1024 // Linux's default soft limit
const NO_ATTRIBUTES: ErrorReport['attributes'] = {}

export class Kernel {
  readonly memory: Memory
  readonly guest: Guest
  readonly platform: Platform
  readonly link: GuestLink
  readonly descriptors: DescriptorTable
  readonly paths: Paths
  readonly library: Library
  readonly signals: Signals
  readonly pipes: RealPipes
  readonly children = new Children()
  readonly terminals = new ChangedTerminals()
  current: Thread = createThread('main')
  umask: number
  /** nl_langinfo(CODESET): what text files are written in when nothing else is said. */
  codeset = 'UTF-8'
  failure: Failure | undefined
  readonly mappings = new Map<number, Mapping>()
  /** Files that no descriptor names any more and that are still written. */
  readonly closing = new Set<OpenFile>()
  /** Set when the reader of standard output went away: the command then ends quietly. */
  stdoutBroken = false
  readonly sharesProcess: boolean
  /** Set when the guest did to its thread of the host what cannot be taken back. */
  hasMarkedThread = false
  readonly #hostUmask: number
  readonly #interned = new Map<string, number>()
  #zone: { readonly tz: string | undefined; readonly zone: Zone } | undefined

  constructor(options: KernelOptions) {
    this.memory = options.memory
    this.guest = options.guest
    this.platform = options.platform
    this.link = options.link
    this.umask = options.umask
    this.sharesProcess = options.sharesProcess ?? false
    this.signals = new Signals(options.link)
    this.#hostUmask = options.umask
    this.descriptors = new DescriptorTable(
      () => options.platform.facts?.inheritedDescriptorLimit() ?? DESCRIPTOR_LIMIT,
      new Inheritance(this, options.openAtStart ?? []),
    )
    this.library = new Library(options.library)
    this.paths = new Paths(options.platform, this.descriptors, this.library, options.cwd, (file) => file.makeReal?.(this))
    this.pipes = new RealPipes(this)
    if (options.openStreams) options.openStreams(this)
    else openStandardStreams(this)
  }

  /** The body of host.wait(): sleeps until the current thread's call can be asked again. */
  wait(): void {
    const { pending } = this.current
    if (!pending) throw new InternalError('host.wait() without a waiting call')
    const { wait } = pending
    const { signals } = this
    const noted = () => (wait.putsOffHandlers ? signals.deadly : signals.noted)
    const interrupts = () => signals.deliverable && noted()
    if (!wait.ready() && interrupts()) {
      this.current.interrupted = true
      return
    }
    let end: ReturnType<GuestLink['sleep']>
    let ready = false
    do {
      const deadlineMs = Math.min(wait.deadlineMs ?? Number.POSITIVE_INFINITY, signals.nextTimerMs)
      // Asking may itself take note of signals, which the link then has no more.
      end = this.link.sleep(() => (ready = wait.ready()) || noted(), deadlineMs, wait.pollMs)
      if (ready || (end === 'late' && !interrupts())) return
    } while (!interrupts()) // one that is ignored or blocked interrupts nothing, signal(7)
    if (!(wait.ignoresInterrupt && signals.drop(os.constants.signals.SIGINT))) this.current.interrupted = true
  }

  /** The answer to what is over soon and cannot be given up half-way: a signal that comes meanwhile waits. */
  complete(asked: Pending): Value {
    while (this.link.sleep(() => asked.settled) !== 'done') this.signals.collect()
    return asked.take()
  }

  /** Gives up the present wait: its call will not be asked again. */
  abandonWait(): void {
    const { pending } = this.current
    this.current.pending = undefined
    pending?.wait.cancel?.()
  }

  /** Sleeps until one of the threads can go on, and answers what stands for it in `answers`; earlier ones first. */
  waitForAny<T>(threads: readonly Thread[], answers: readonly T[]): T {
    const able = ({ pending }: Thread) =>
      !pending || pending.wait.ready() || (pending.wait.deadlineMs ?? Number.POSITIVE_INFINITY) <= performance.now()
    const times = (ask: (thread: Thread) => number | undefined) =>
      Math.min(...threads.map((thread) => ask(thread) ?? Number.POSITIVE_INFINITY))
    const deadlineMs = times(({ pending }) => pending?.wait.deadlineMs)
    const found = () => threads.findIndex(able)
    if (
      this.link.sleep(
        () => found() >= 0,
        deadlineMs,
        times(({ pending }) => pending?.wait.pollMs),
      ) === 'signal'
    )
      for (const thread of threads) thread.interrupted = true
    return answers[Math.max(0, found())] as T // as long as threads
  }

  /** The errno by name for what a handler threw; what has none is a fault of ours and goes on up. */
  errnoOf(error: unknown, call: string): Errno {
    const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined // code is optional there
    const errno = code === 'ERR_OUT_OF_RANGE' || code === 'ERR_INVALID_ARG_VALUE' ? 'EINVAL' : code // Node checked before the system could
    if (!isErrno(errno)) throw error
    this.failure = { call, errno, args: this.current.args, cause: error as NodeJS.ErrnoException } // it has a code
    return errno
  }

  setErrno(guestNumber: number): void {
    this.memory.view.setInt32(this.guest.errnoAddress, guestNumber, true)
  }

  /** For C functions that answer NULL: sets errno. */
  failLibc(errno: Errno): 0 {
    this.setErrno(GUEST_ERRNO[errno])
    return 0
  }

  umasked(mode: number): number {
    return mode & 0o7777 & ~this.umask
  }

  /** Whether the host's own umask would take bits that the guest's leaves. */
  umaskDiffers(mode: number): boolean {
    return (mode & this.#hostUmask) !== 0
  }

  /** After creating `path`: gives back the bits that only the host's umask took. */
  settleMode(path: Buffer, mode: number): void {
    if (this.umaskDiffers(mode)) fs.chmodSync(path, mode)
  }

  /** A C string in guest memory that stays: names of zones, words of errors. */
  intern(text: string): number {
    let address = this.#interned.get(text)
    if (address === undefined) {
      const bytes = Buffer.from(`${text}\0`)
      address = this.guest.allocate(bytes.length)
      this.memory.bytes(address, bytes.length).set(bytes)
      this.#interned.set(text, address)
    }
    return address
  }

  /** Changes whenever the zone may have: TZ, the machine's zone file, the year that tzname is taken from. */
  /** What a zone is known by: of TZ, the guest's own if none is given. */
  zoneKey(tz = this.#tz()): string {
    const file = tz === undefined ? fs.statSync('/etc/localtime', { throwIfNoEntry: false }) : undefined
    return [tz ?? '', file?.ino ?? '', file?.mtimeMs ?? '', new Date().getUTCFullYear()].join()
  }

  #tz(): string | undefined {
    const value = guestVariable(this, 'TZ')
    return value === undefined ? undefined : Buffer.from(value).toString('latin1')
  }

  /** The zone of the guest's TZ, or the machine's. */
  zone(): Zone {
    const tz = this.#tz()
    if (!this.#zone || this.#zone.tz !== tz) this.#zone = { tz, zone: loadZone(tz, { read: readOrNothing }) }
    return this.#zone.zone
  }
}

function readOrNothing(path: string): Uint8Array | undefined {
  try {
    return fs.readFileSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException // Node throws nothing else from readFileSync
    if (isErrno(code) || code === 'ERR_INVALID_ARG_VALUE') return undefined // no such zone, none that may be read, a name with NUL
    throw error
  }
}
