// The kernel's side of the guest's reserved call: finds the service, parks its wait on the thread, encodes the answer as
// one byte for its kind and the bytes: b raw bytes, v a marshalled value, e (errno name, host number, words, attributes).
import { InternalError } from '../errors.ts'
import { HostFailure } from '../transport/guest-link.ts'
import { decode, encode, type Value } from '../transport/marshal.ts'
import { type Errno, isErrno } from './errno.ts'
import { type Failure, type Kernel, reportOf } from './kernel.ts'
import { resume } from './serve.ts'
import { Bytes, Refusal, type Services } from './service.ts'
import { isWait, WAIT } from './wait.ts'

const KIND = { bytes: 0x62, value: 0x76, error: 0x65 } as const

export class HostCall {
  readonly #kernel: Kernel
  readonly #services: Services
  #service = ''
  #answer: Uint8Array = new Uint8Array(0)

  constructor(kernel: Kernel, services: Services) {
    this.#kernel = kernel
    this.#services = services
  }

  /** Answers the length of the answer, or WAIT. */
  call(request: number, requestLength: number, data: number, dataLength: number): number {
    const kernel = this.#kernel
    if (kernel.current.pending) return resume(kernel)
    kernel.current.args = undefined
    try {
      const [name, ...args] = decode(kernel.memory.bytes(request, requestLength).slice()) as readonly Value[] // _pyrunner.call sends a tuple
      this.#service = String(name)
      const service = this.#services[this.#service]
      if (!service) throw new InternalError(`the guest asked for a service ${this.#service}, which there is not`)
      return this.#finish(service(kernel, args, kernel.memory.bytes(data, dataLength)))
    } catch (error) {
      return this.#fail(error)
    }
  }

  /** Copies the answer to the bytes object that the guest made for it. */
  take(address: number): void {
    this.#kernel.memory.bytes(address, this.#answer.length).set(this.#answer)
    this.#answer = new Uint8Array(0)
  }

  #finish(answer: unknown): number {
    if (isWait(answer)) {
      this.#kernel.current.pending = {
        wait: answer,
        finish: (later) => this.#finish(later),
        fail: (errno) => this.#error(errno),
        thrown: (error) => this.#fail(error),
      }
      return WAIT
    }
    if (answer instanceof Refusal) return this.#error(answer.errno)
    if (answer instanceof Bytes) return this.#keep(KIND.bytes, answer.bytes)
    return this.#keep(KIND.value, encode(answer as Value)) // what is left of ServiceAnswer
  }

  #fail(error: unknown): number {
    if (error instanceof HostFailure && !isErrno(error.code))
      return this.#keep(KIND.error, encode([error.code, 0, error.message, new Map()]))
    const errno = this.#kernel.errnoOf(error, this.#service)
    return this.#error(errno, this.#kernel.failure)
  }

  #error(errno: Errno, failure: Failure = { call: this.#service, errno }): number {
    const { number, words, attributes } = reportOf(this.#kernel.platform, errno, failure)
    return this.#keep(KIND.error, encode([errno, number, words, new Map(Object.entries(attributes))]))
  }

  #keep(kind: number, bytes: Uint8Array): number {
    this.#answer = new Uint8Array(1 + bytes.length)
    this.#answer[0] = kind
    this.#answer.set(bytes, 1)
    return this.#answer.length
  }
}
