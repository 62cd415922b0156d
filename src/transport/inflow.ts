// Bytes that the host end pushes to the guest under a credit window: whether there is something to read is known here
// without a round trip, and a fast sender cannot fill the memory.
import { type Frame, KIND } from './frames.ts'
import { failureOf, type HostFailure } from './guest-link.ts'
import { decode } from './marshal.ts'
import { isLent } from './storage.ts'

/** Bytes that may be under way unread, as storage.ts counts them. */
export const WINDOW_BYTES = 1 << 20

/** Says that so many bytes more may be sent; `storage` goes back. */
export type Credit = (bytes: number, storage?: ArrayBuffer) => void

export class Inflow {
  readonly #chunks: Uint8Array[] = []
  #ended = false
  #failure: HostFailure | undefined
  #consumed = 0
  readonly #credit: Credit
  readonly #cancel: () => void

  constructor(credit: Credit, cancel: () => void) {
    this.#credit = credit
    this.#cancel = cancel
  }

  /** Whether `read` has an answer: bytes, the end or a failure. */
  get ready(): boolean {
    return this.#chunks.length > 0 || this.#ended
  }

  /** Copies what is there into `target`; 0 is the end. Throws the failure the stream ended with, once its bytes are read. */
  read(target: Uint8Array): number {
    let count = 0
    while (count < target.length) {
      const chunk = this.#chunks[0]
      if (!chunk) break
      const part = chunk.subarray(0, target.length - count)
      target.set(part, count)
      count += part.length
      if (!isLent(chunk)) this.#consumed += part.length
      if (part.length < chunk.length) this.#chunks[0] = chunk.subarray(part.length)
      else this.#leave(chunk)
    }
    if (count === 0 && this.#failure && target.length > 0) throw this.#failure
    if (this.#consumed >= WINDOW_BYTES / 4) this.#giveCredit()
    return count
  }

  #leave(chunk: Uint8Array): void {
    this.#chunks.shift()
    if (!isLent(chunk)) return
    this.#consumed += chunk.buffer.byteLength
    this.#giveCredit(chunk.buffer as ArrayBuffer) // it was transferred
  }

  #giveCredit(storage?: ArrayBuffer): void {
    if (!this.#ended) this.#credit(this.#consumed, storage)
    this.#consumed = 0
  }

  close(): void {
    if (!this.#ended) this.#cancel()
    this.#ended = true
    this.#chunks.length = 0
  }

  take(frame: Frame): void {
    if (this.#ended) return
    if (frame.kind === KIND.chunk) {
      // An empty piece is nothing to read: kept, it would be taken for the end.
      if (frame.payload.length > 0) this.#chunks.push(frame.payload)
    } else {
      this.#ended = true
      if (frame.payload.length > 0) this.#failure = failureOf(decode(frame.payload))
    }
  }
}
