// A connection as a descriptor of the guest: readable like a socket. It knows its steps, opening, TLS and sending, while they
// are under way, so that an interrupted wait can be taken up again without doing one twice.
import type { Region } from '../../kernel/arguments.ts'
import { O, type OpenFile, POLL, type Transfer } from '../../kernel/descriptors/open-file.ts'
import { UnseekableFile } from '../../kernel/descriptors/unseekable-file.ts'
import { type Errno, isErrno } from '../../kernel/errno.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Stat } from '../../kernel/structs.ts'
import type { Wait } from '../../kernel/wait.ts'
import { type GuestLink, HostFailure, type Pending } from '../../transport/guest-link.ts'
import type { Inflow } from '../../transport/inflow.ts'
import type { Value } from '../../transport/marshal.ts'

export class ConnectionFile extends UnseekableFile implements OpenFile {
  status = O.RDWR
  readonly type = 6
  readonly hostFd = undefined
  /** Answers why nothing can be sent any more. */
  readonly #opening: Pending
  /** Of the host end's half of this bridge, which the first connection loads. */
  readonly #loading: Pending | undefined
  readonly #inflow: Inflow
  #hasBegun = false
  #isStanding = false
  #failure: HostFailure | undefined
  #refusal: Value = null
  /** What the host end has not said to be sent, where it was asked. */
  readonly #sending: { readonly pending: Pending; readonly bytes: number }[] = []
  /** Bytes sent since it was asked last. */
  #unasked = 0
  readonly #timeoutMs: number | undefined
  #deadlineMs: number | undefined

  /** `timeoutMs` is how long opening may take; undefined: as long as it likes. */
  constructor({ link }: Kernel, address: Value, timeoutMs: number | undefined) {
    super()
    this.#loading = timeoutMs === undefined ? undefined : loadingOf(link)
    this.#opening = link.request('http.open', address)
    this.#inflow = link.inflow(this.#opening.id)
    this.#timeoutMs = timeoutMs
  }

  /** Its number at the host end. */
  get stream(): number {
    return this.#opening.id
  }

  /** When the present step is late, in milliseconds of `performance.now()`. */
  get deadlineMs(): number | undefined {
    return this.#deadlineMs
  }

  /** Whether the host end has begun to connect, from when on the time counts. */
  hasBegun(): boolean {
    if (this.#hasBegun) return true
    if (this.#loading?.settled === false) return false
    this.#deadlineMs = this.#nextDeadline(this.#timeoutMs)
    this.#hasBegun = true
    return true
  }

  /** Whether it is known that the connection, or TLS on it, stands or fails. */
  get isDecided(): boolean {
    return this.#isStanding || this.#inflow.ready || this.#opening.settled
  }

  /** Throws what came instead of a connection, or what ended it since. */
  takeDecision(): void {
    if (this.#failure) throw this.#failure
    if (this.#isStanding) return
    if (!this.#inflow.ready) this.#opening.take() // which throws
    const says = this.#inflow.read(new Uint8Array(1)) // connection.ts: the byte that says so
    if (says !== 1) throw new HostFailure('TLS EOF', 'closed before TLS')
    this.#isStanding = true
  }

  secure({ link }: Kernel, settings: Value, host: Value, timeoutMs: number | undefined): void {
    this.#isStanding = false
    link.tell('http.secure', this.#opening.id, settings, host)
    this.#deadlineMs = this.#nextDeadline(timeoutMs)
  }

  send({ link }: Kernel, bytes: Uint8Array, timeoutMs: number | undefined): void {
    const words = ['http.write', this.#opening.id, bytes] as const
    this.#unasked += bytes.length
    if (this.#unasked < ASKING_BYTES) link.tell(...words)
    else {
      this.#sending.push({ pending: link.request(...words), bytes: this.#unasked })
      this.#unasked = 0
    }
    this.#deadlineMs = this.#nextDeadline(timeoutMs)
  }

  /** Whether what is under way is no more than a system's own buffer takes from a program that goes on. */
  get isSent(): boolean {
    let bytes = this.#unasked
    for (const { pending, bytes: more } of this.#sending) if (!pending.settled) bytes += more
    return bytes <= BUFFER_BYTES
  }

  /** The first answer that is none of success. */
  takeSent(): Value {
    while (this.#sending[0]?.pending.settled) {
      const answer = this.#sending.shift()?.pending.take() ?? null
      if (answer !== null) return answer
    }
    if (this.#opening.settled) this.#refusal ??= this.#opening.take()
    return this.#refusal
  }

  read(kernel: Kernel, into: readonly Region[]): Transfer {
    const inflow = this.#inflow
    if (!this.#isStanding) return 'ENOTCONN'
    if (into.length === 0) return 0
    if (inflow.ready) return this.#receive(kernel, inflow, into)
    if (this.status & O.NONBLOCK) return 'EAGAIN'
    return { wait: true, ready: () => inflow.ready, resume: () => this.#receive(kernel, inflow, into) } satisfies Wait<number>
  }

  write(): Errno {
    return 'EBADF' // http.send writes
  }

  stat(): Stat {
    return SOCKET
  }

  poll(kernel: Kernel, events: number): number {
    kernel.link.drain()
    return this.#inflow.ready ? events & POLL.IN : 0
  }

  close(): void {
    for (const { pending } of this.#sending) pending.cancel()
    this.#opening.cancel() // and its stream
  }

  /** EPROTO where no errno says what ended the connection; `takeDecision` does. */
  #receive(kernel: Kernel, inflow: Inflow, into: readonly Region[]): number | Errno {
    try {
      return receive(kernel, inflow, into)
    } catch (error) {
      if (!(error instanceof HostFailure) || isErrno(error.code)) throw error
      this.#failure = error
      return 'EPROTO'
    }
  }

  #nextDeadline(timeoutMs: number | undefined): number | undefined {
    return timeoutMs === undefined ? undefined : performance.now() + timeoutMs
  }
}

function loadingOf(link: GuestLink): Pending {
  const known = loadings.get(link) ?? link.request('http.ready')
  loadings.set(link, known)
  return known
}
const loadings = new WeakMap<GuestLink, Pending>()

/** So much is sent before the host end is asked to say how far it is. */
const ASKING_BYTES = 1 << 16
const BUFFER_BYTES = 1 << 18

function receive(kernel: Kernel, inflow: Inflow, into: readonly Region[]): number {
  let count = 0
  for (const { address, length } of into) {
    if (count > 0 && !inflow.ready) break
    const part = inflow.read(kernel.memory.bytes(address, length))
    count += part
    if (part < length) break
  }
  return count
}

// What fstat(2) says of a socket, as far as anybody asks.
const SOCKET: Stat = {
  dev: 0n,
  mode: 0o140777n,
  nlink: 1n,
  uid: 0n,
  gid: 0n,
  rdev: 0n,
  size: 0n,
  blksize: 4096n,
  blocks: 0n,
  atimeNs: 0n,
  mtimeNs: 0n,
  ctimeNs: 0n,
  ino: 0n,
}
