// How the bytes of a socket are read so that little memory is made for them, which V8 would collect only after some 30 MB of it:
// a plain socket is read into a buffer of its own again and again, and each record of TLS is let go when it has been sent on.
import type net from 'node:net'
import type { OnReadOpts } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { CHUNK_BYTES } from '../../transport/storage.ts'

/** Takes bytes and keeps nothing of them; resolves when there is room for more. */
export type Take = (bytes: Uint8Array) => Promise<void>

/** Node docs, socket.connect, options.onread. `socket` answers the one that is made with it. */
export function readingPlain(take: Take, socket: () => net.Socket): OnReadOpts {
  let waiting = 0
  return {
    buffer: Buffer.allocUnsafeSlow(CHUNK_BYTES),
    callback(size, buffer) {
      if (waiting++ > 0) socket().pause()
      void take(buffer.subarray(0, size) as Uint8Array).then(() => {
        if (--waiting === 0 && socket().isPaused()) socket().resume()
      })
      return true
    },
  }
}

/** tls.connect takes onread only where it opens the connection itself. */
export function readTls(socket: TLSSocket, take: Take): void {
  let waiting = 0
  socket.on('data', async (part: Buffer) => {
    const taken = take(part)
    release(part)
    if (waiting++ > 0) socket.pause()
    await taken
    if (--waiting > 0 || !socket.isPaused()) return
    // One record comes as it was read, by 'data' too; resume() would copy all that has come meanwhile together.
    if (socket.read(RECORD_BYTES) === null) socket.resume()
  })
}
const RECORD_BYTES = 1 << 14 // RFC 8446, section 5.1

function release(part: Buffer): void {
  const { buffer } = part
  if (part.length < SMALL_BYTES || part.length < buffer.byteLength) return // it may be Node's, which others use too
  closed ??= closedPort()
  closed.postMessage(buffer, [buffer as ArrayBuffer]) // what is given to a port that leads nowhere is freed; Node 22 has ArrayBuffer.transfer
}
const SMALL_BYTES = 1 << 12

let closed: MessagePort | undefined
function closedPort(): MessagePort {
  const { port1 } = new MessageChannel()
  port1.close()
  return port1
}
