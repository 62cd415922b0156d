// A stream through both ends of the transport: what is sent makes no storage that waits for the collector.
import { MessageChannel } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { createBell } from '../../src/transport/frames.ts'
import { GuestLink } from '../../src/transport/guest-link.ts'
import { serveHostEnd } from '../../src/transport/host-link.ts'
import { CHUNK_BYTES } from '../../src/transport/storage.ts'

const PIECES = 4000

it.each([5_000, CHUNK_BYTES, CHUNK_BYTES + 5])('chunks of %i bytes', async (pieceBytes) => {
  const { port1, port2 } = new MessageChannel()
  const bell = createBell()
  const piece = Buffer.alloc(pieceBytes, 'x')
  const close = serveHostEnd(port2, bell, async () => async (_, { openOutflow }) => {
    const outflow = openOutflow()
    void (async () => {
      for (let sent = 0; sent < PIECES; sent++) await outflow.write(piece)
      outflow.end()
    })()
    return null
  })
  const link = new GuestLink(bell, () => port1)
  const opening = link.request('stream')
  const inflow = link.inflow(opening.id)
  const target = new Uint8Array(pieceBytes)
  const before = process.memoryUsage().arrayBuffers
  let read = 0
  let grown = 0
  for (;;) {
    if (!inflow.ready) link.drain()
    if (!inflow.ready) await new Promise(setImmediate)
    else {
      const count = inflow.read(target)
      if (count === 0) break
      read += count
      if (pieceBytes <= CHUNK_BYTES) grown = Math.max(grown, process.memoryUsage().arrayBuffers - before)
    }
  }
  close()
  port1.close()
  expect(read).toBe(PIECES * pieceBytes)
  expect(grown).toBeLessThan(5e6) // of 20 and 262 MB that went through
})
