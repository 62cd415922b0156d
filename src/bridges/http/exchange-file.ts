// A response as a descriptor of the guest: readable like a socket that only receives. It knows its request while that is
// opened and its body while that is sent, so that an interrupted wait can be taken up again without sending twice.
import type { Region } from '../../kernel/arguments.ts'
import { O, type OpenFile, POLL, type Transfer } from '../../kernel/descriptors/open-file.ts'
import type { Errno } from '../../kernel/errno.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Stat } from '../../kernel/structs.ts'
import type { Wait } from '../../kernel/wait.ts'
import type { Pending } from '../../transport/guest-link.ts'
import type { Inflow } from '../../transport/inflow.ts'
import type { Value } from '../../transport/marshal.ts'

export class ExchangeFile implements OpenFile {
  status = 0 // O_RDONLY
  readonly type = 6
  readonly hostFd = undefined
  #opening: Pending | undefined
  #stream = 0
  #inflow: Inflow | undefined
  #isConnected = false
  #sending: Pending | undefined
  readonly #timeoutMs: number | undefined
  #deadlineMs: number | undefined

  /** `timeoutMs` is how long each step may take; undefined: as long as it likes. */
  constructor(kernel: Kernel, request: Value, timeoutMs: number | undefined) {
    this.#opening = kernel.link.request('http.open', request)
    this.#timeoutMs = timeoutMs
  }

  /** When the present step is late, in milliseconds of `performance.now()`. */
  get deadlineMs(): number | undefined {
    return this.#deadlineMs
  }

  /** Whether the host end has begun to connect. */
  isOpen(kernel: Kernel): boolean {
    if (!this.#opening?.settled) return this.#opening === undefined
    this.#stream = Number(this.#opening.take())
    this.#opening = undefined
    this.#inflow = kernel.link.inflow(this.#stream)
    this.#startStep(this.#timeoutMs)
    return true
  }

  /** Whether it is known that the connection stands or fails. */
  get hasConnected(): boolean {
    return this.#isConnected || (this.#inflow?.ready ?? false)
  }

  /** Throws what came instead of a connection. */
  takeConnected(): void {
    if (!this.#isConnected) this.#inflow?.read(new Uint8Array(1)) // exchange.ts: the byte that says so
    this.#isConnected = true
  }

  send(kernel: Kernel, bytes: Uint8Array, isLast: boolean): void {
    this.#sending = kernel.link.request('http.write', this.#stream, bytes, isLast)
    this.#startStep(this.#timeoutMs)
  }

  get isSent(): boolean {
    return this.#sending?.settled ?? true
  }

  /** Whether the connection took what was sent; once per `send`. */
  takeSent(): boolean {
    const taken = this.#sending ? this.#sending.take() === true : true
    this.#sending = undefined
    return taken
  }

  read(kernel: Kernel, into: readonly Region[]): Transfer {
    const inflow = this.#inflow
    if (!inflow || !this.#isConnected) return 'ENOTCONN'
    if (into.length === 0) return 0
    if (inflow.ready) return receive(kernel, inflow, into)
    if (this.status & O.NONBLOCK) return 'EAGAIN'
    return { wait: true, ready: () => inflow.ready, resume: () => receive(kernel, inflow, into) } satisfies Wait<number>
  }

  write(): Errno {
    return 'EBADF'
  }

  readAt(): Errno {
    return 'ESPIPE'
  }

  writeAt(): Errno {
    return 'ESPIPE'
  }

  seek(): Errno {
    return 'ESPIPE'
  }

  stat(): Stat {
    return SOCKET
  }

  poll(kernel: Kernel, events: number): number {
    kernel.link.drain()
    return this.#inflow?.ready ? events & POLL.IN : 0
  }

  close(kernel: Kernel): void {
    this.isOpen(kernel)
    if (this.#inflow) this.#inflow.close()
    else this.#opening?.cancel()
    this.#sending?.cancel()
  }

  #startStep(timeoutMs: number | undefined): void {
    this.#deadlineMs = timeoutMs === undefined ? undefined : performance.now() + timeoutMs
  }
}

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
