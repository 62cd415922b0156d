// What the errno hook tells CPython while it builds an OSError: before it reads errno the number becomes the host's, its
// strerror(3) answers the platform's words, and what else the platform says is set on the finished exception.
import { errnoName } from '../kernel/errno.ts'
import { type Kernel, reportOf } from '../kernel/kernel.ts'
import type { ErrorReport } from '../platform/platform.ts'
import type { Instance } from './instance.ts'

export class OsErrors {
  readonly #kernel: Kernel
  readonly #instance: Instance
  /** Of the exception that is being built. */
  #report: ErrorReport | undefined

  constructor(kernel: Kernel, instance: Instance) {
    this.#kernel = kernel
    this.#instance = instance
  }

  /** host.errno(): in front of PyErr_SetFromErrnoWithFilenameObjects. */
  begin(): void {
    const { guest, memory, platform, failure } = this.#kernel
    const name = errnoName(memory.readI32(guest.errnoAddress))
    if (!name) return
    this.#report = reportOf(platform, name, failure?.errno === name ? failure : undefined)
    this.#kernel.failure = undefined // told: a later errno of the same name is another failure
    this.#kernel.setErrno(this.#report.number)
  }

  /** strerror(3). */
  words(number: number): string {
    return this.#report?.number === number ? this.#report.words : this.#kernel.platform.errorWords(number)
  }

  /** host.raised(): the exception is set. */
  end(): void {
    const attributes = this.#report?.attributes
    this.#report = undefined
    for (const name in attributes) this.#set(name, attributes[name] ?? 0)
  }

  #set(name: string, value: number): void {
    const exception = this.#instance.call('PyErr_GetRaisedException')
    const number = this.#instance.call('PyLong_FromLong', value)
    this.#instance.call('PyObject_SetAttrString', exception, this.#kernel.intern(name), number)
    this.#instance.call('Py_DecRef', number)
    this.#instance.call('PyErr_SetRaisedException', exception)
  }
}
