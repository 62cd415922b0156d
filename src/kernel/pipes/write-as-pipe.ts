// How a write fills what takes bytes as a pipe does. pipe(7).
import { O, type Transfer } from '../descriptors/open-file.ts'

export const ATOMIC_BYTES = 4096 // PIPE_BUF

export interface Sink {
  readonly status: number
  /** Bytes that go in now. */
  room(): number
  /** Whether nobody reads any more; asked after `room`. */
  isBroken(): boolean
  put(bytes: Uint8Array): void
  /** What a write answers then, of which `done` bytes are in. */
  broken(done: number): Transfer
}

/** Up to PIPE_BUF bytes go in together or not at all; more go in as there is room. */
export function writeAsPipe(sink: Sink, bytes: Uint8Array, done = 0): Transfer {
  if (bytes.length === 0) return 0 // Linux does not look at the pipe then
  const room = sink.room()
  if (sink.isBroken()) return sink.broken(done)
  const left = bytes.length - done
  const fits = left <= ATOMIC_BYTES && left > room ? 0 : Math.min(left, room)
  if (fits > 0) sink.put(bytes.subarray(done, done + fits))
  const sofar = done + fits
  if (sofar === bytes.length) return sofar
  if (sink.status & O.NONBLOCK) return sofar > 0 ? sofar : 'EAGAIN'
  const enough = Math.min(left - fits, ATOMIC_BYTES)
  return {
    wait: true,
    ready: () => sink.room() >= enough || sink.isBroken(),
    resume: () => writeAsPipe(sink, bytes, sofar),
    cancel: () => (sofar > 0 ? sofar : undefined),
  }
}
