// The messages between a guest that waits and the host end that serves it, as bytes: a kind, a 32-bit id, a payload.
// Requests and answers carry one marshalled value; chunks carry raw bytes. The same bytes go through every seat.
import { InternalError } from '../errors.ts'

export const KIND = {
  /** guest -> host: [operation, ...arguments]; 0 wants no answer */
  request: 1,
  /** host -> guest: the value */
  answer: 2,
  /** host -> guest: [errno name or '', message] */
  failure: 3,
  /** host -> guest: bytes of stream `id` */
  chunk: 4,
  /** host -> guest: stream `id` ended; payload empty or [errno name, message] */
  end: 5,
  /** guest -> host: stream `id` may send so many bytes more (uint32) */
  credit: 6,
  /** guest -> host: nobody waits for request or stream `id` any more */
  cancel: 7,
} as const

export type Kind = (typeof KIND)[keyof typeof KIND]

export interface Frame {
  readonly kind: Kind
  readonly id: number
  readonly payload: Uint8Array
}

export const HEADER_BYTES = 5
const kinds = new Set<number>(Object.values(KIND))

/** In `storage`, where there is some to be used again; else in storage of its own. */
export function encodeFrame({ kind, id, payload }: Frame, storage = new ArrayBuffer(HEADER_BYTES + payload.length)): Uint8Array {
  const bytes = new Uint8Array(storage, 0, HEADER_BYTES + payload.length)
  bytes[0] = kind
  new DataView(bytes.buffer).setUint32(1, id, true)
  bytes.set(payload, HEADER_BYTES)
  return bytes
}

export function decodeFrame(bytes: Uint8Array): Frame {
  const kind = bytes[0] ?? 0
  if (bytes.length < HEADER_BYTES || !kinds.has(kind))
    throw new InternalError(`transport: no frame: ${Buffer.from(bytes.subarray(0, 16)).toString('hex')}`)
  const id = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1, true)
  return { kind: kind as Kind, id, payload: bytes.subarray(HEADER_BYTES) } // checked against the set above
}

/**
 * Words of the shared bell: the guest sleeps on the first, the host end rings it after each message; the second has a bit per
 * signal, 1 the lowest, and STOP above them.
 */
export const BELL = { rings: 0, signals: 1, words: 2 } as const

export const createBell = () => new Int32Array(new SharedArrayBuffer(4 * BELL.words))

/** Sets the signal's bit and wakes the guest; answers whether it has not seen an earlier one. */
export function raiseSignal(bell: Int32Array, signal: number): boolean {
  const bit = 1 << (signal - 1)
  const before = Atomics.or(bell, BELL.signals, bit)
  ring(bell)
  return (before & bit) !== 0
}

/** Asks the guest to end where it is. The C library keeps the signal that this bit would stand for to itself: signal(7). */
export const STOP = 1 << 31

export function askToStop(bell: Int32Array): void {
  Atomics.or(bell, BELL.signals, STOP)
  ring(bell)
}

export function ring(bell: Int32Array): void {
  Atomics.add(bell, BELL.rings, 1)
  Atomics.notify(bell, BELL.rings)
}
