// What the guest's Python halves ask beyond system calls: services by name, over the one reserved call. A service answers
// at once, an errno by name, or a Wait; what takes the host's event loop is an operation of the host end.
import type { Value } from '../transport/marshal.ts'
import type { Errno } from './errno.ts'
import type { Kernel } from './kernel.ts'
import type { Wait } from './wait.ts'

/** Raw bytes as an answer: they reach the guest without being marshalled. */
export class Bytes {
  readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
}

/** An errno by name, apart from a string that is a value. */
export class Refusal {
  readonly errno: Errno
  constructor(errno: Errno) {
    this.errno = errno
  }
}

type Answer = Value | Bytes | Refusal
export type ServiceAnswer = Answer | Wait<Answer>
/** `data` is a view of guest memory, valid until the service returns. */
type Serve<A> = (kernel: Kernel, args: readonly Value[], data: Uint8Array) => A
export type WaitingService = Serve<ServiceAnswer> & { readonly waits: true }
/** One that may answer a Wait has to say so, by `waits`. */
export type Service = Serve<Answer> | WaitingService
export type Services = Readonly<Record<string, Service>>

/** Marks a service that may answer a Wait, as `when: 'waits'` marks a system call. */
export function waits(serve: Serve<ServiceAnswer>): WaitingService {
  return Object.assign(serve, { waits: true } as const)
}

/** Asks an operation of the host end and waits for its value. */
export function ask(kernel: Kernel, operation: string, ...args: readonly Value[]): Wait<Value> {
  const pending = kernel.link.request(operation, ...args)
  return { wait: true, ready: () => pending.settled, resume: () => pending.take() as never, cancel: () => pending.cancel() } // a value is no errno
}
