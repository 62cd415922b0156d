// The kernel's side of the guest's reserved call: finds the service, parks its wait on the thread, encodes the answer as
// one byte for its kind and the bytes: b raw bytes, v a marshalled value, n None, e (errno name, host number, words, attributes).
import { InternalError } from '../errors.ts'
import { HostFailure } from '../transport/guest-link.ts'
import { decode, encode, type Value } from '../transport/marshal.ts'
import { type Errno, isErrno } from './errno.ts'
import { type Failure, type Kernel, reportOf } from './kernel.ts'
import { resume } from './serve.ts'
import { Bytes, Refusal, type Services } from './service.ts'
import { isWait, WAIT } from './wait.ts'

const KIND = { bytes: 0x62, value: 0x76, none: 0x6e, error: 0x65 } as const

const NOTHING = new Uint8Array(0)
const KEPT_REQUEST_BYTES = 256

interface Request {
  readonly bytes: Uint8Array
  readonly name: string
  readonly args: readonly Value[]
}

export class HostCall {
  readonly #kernel: Kernel
  readonly #services: Services
  #service = ''
  #request: Request | undefined
  #answer: Uint8Array = NOTHING

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
      const { name, args } = this.#decoded(kernel.memory.bytes(request, requestLength))
      this.#service = name
      const service = this.#services[name]
      if (!service) throw new InternalError(`the guest asked for a service ${name}, which there is not`)
      return this.#finish(service(kernel, args, kernel.memory.bytes(data, dataLength)))
    } catch (error) {
      return this.#fail(error)
    }
  }

  // A loop asks the same again and again: comparing bytes is Node's own code, decoding them is not.
  #decoded(bytes: Uint8Array): Request {
    if (this.#request && Buffer.compare(this.#request.bytes, bytes) === 0) return this.#request
    const own = bytes.slice()
    const [name, ...args] = decode(own) as readonly Value[] // _pyrunner.call sends a tuple
    const request = { bytes: own, name: String(name), args }
    if (own.length <= KEPT_REQUEST_BYTES) this.#request = request
    return request
  }

  /** Copies the answer to the bytes object that the guest made for it. */
  take(address: number): void {
    this.#kernel.memory.bytes(address, this.#answer.length).set(this.#answer)
    this.#answer = NOTHING
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
    if (answer === null) return this.#keep(KIND.none, NOTHING)
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
