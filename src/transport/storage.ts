// The storage of large chunks: it goes to the guest with the chunk and comes back with the credit for it, for the next one. Made
// anew for each, it would lie on both sides until V8 collects, which it begins after some 60 MB of storage that nobody uses.
import { encodeFrame, type Frame, HEADER_BYTES } from './frames.ts'

/** What a chunk should not be larger than. */
export const CHUNK_BYTES = 1 << 16
/** A smaller one is not worth storage of that size. */
const SMALL_BYTES = 1 << 12
const STORAGE_BYTES = HEADER_BYTES + CHUNK_BYTES
/** As many as one window has, and some. */
const MOST_SPARE = 32

/** Whether the frame of a chunk lies in storage that is to come back. */
export function isLent(payload: Uint8Array): boolean {
  return payload.buffer.byteLength === STORAGE_BYTES
}

/** What a chunk of so many bytes takes of the window: what it takes of the memory. */
export function costOf(length: number): number {
  return isWorthIt(length) ? STORAGE_BYTES : length
}

const isWorthIt = (length: number) => length >= SMALL_BYTES && length <= CHUNK_BYTES

/** The side that sends the chunks. */
export class Storage {
  readonly #spare: ArrayBuffer[] = []

  encode(frame: Frame): Uint8Array {
    return encodeFrame(frame, isWorthIt(frame.payload.length) ? (this.#spare.pop() ?? new ArrayBuffer(STORAGE_BYTES)) : undefined)
  }

  /** Takes what came back with a message. */
  takeBack(message: Uint8Array): void {
    if (isLent(message) && this.#spare.length < MOST_SPARE) this.#spare.push(message.buffer as ArrayBuffer) // it was transferred
  }
}
