// Signals that Node has a listener for, read where the event loop cannot run: libuv's handler writes each into a pipe that
// the loop reads. libuv src/unix/signal.c, struct uv__signal_msg_t.
import fs from 'node:fs'
import { openNumbers } from './open-numbers.ts'
import { wholePipes } from './whole-pipes.ts'

const MESSAGE_BYTES = 16
const NUMBER_AT = 8

/** Read ends of such pipes: an event loop makes its own, with both ends in this process. */
export function signalPipes(): readonly number[] {
  return wholePipes(openNumbers())
    .filter(({ nonBlocking }) => nonBlocking)
    .map(({ reader }) => reader)
}

/** The numbers of the signals that have come since. */
export function readSignals(pipe: number): readonly number[] {
  const buffer = Buffer.alloc(64 * MESSAGE_BYTES)
  try {
    const length = fs.readSync(pipe, buffer, 0, buffer.length, null)
    return Array.from({ length: Math.floor(length / MESSAGE_BYTES) }, (_, i) => buffer.readInt32LE(i * MESSAGE_BYTES + NUMBER_AT))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return [] // Node throws nothing else from readSync
    throw error
  }
}
