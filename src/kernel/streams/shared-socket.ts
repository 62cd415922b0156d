// A socket that the process inherited (what Node calls a pipe is one). It has one description only, so it is wrapped once for
// the process, until the guest closes it; it is read on demand, at most what was asked for.
import fs from 'node:fs'
import net from 'node:net'

export interface SharedSocket {
  /** At most `most` bytes; none at the end, null when `signal` came first. */
  read(most: number, signal: AbortSignal): Promise<Uint8Array | null>
  write(bytes: Uint8Array): Promise<null>
  /** Closes the descriptor, when all that was written is out. */
  close(): Promise<void>
}

// The process's own descriptors, which every run in it shares anyway.
const sockets = new Map<number, SharedSocket>()

export function sharedSocket(fd: number): SharedSocket {
  let socket = sockets.get(fd)
  if (!socket) {
    socket = wrap(fd)
    sockets.set(fd, socket)
  }
  return socket
}

export async function closeSocket(fd: number): Promise<void> {
  const socket = sharedSocket(fd)
  sockets.delete(fd)
  await socket.close()
}

function wrap(fd: number): SharedSocket {
  // The event brings one byte, since Node takes the buffer for it before anybody says how much is wanted.
  const first = Buffer.alloc(1)
  let state: 'open' | 'ended' | Error = 'open'
  let waiting: { most: number; resolve(bytes: Uint8Array | null): void; reject(error: Error): void } | undefined
  let unasked = Buffer.alloc(0)
  const onread = {
    buffer: first,
    callback(count: number) {
      const bytes = Buffer.from(first.subarray(0, count))
      if (waiting) waiting.resolve(withMore(fd, bytes, waiting.most))
      else unasked = bytes
      waiting = undefined
      return false
    },
  }
  let written: Promise<unknown> = Promise.resolve()
  const socket = new net.Socket({ fd, readable: true, writable: true, allowHalfOpen: true, onread } as net.SocketConstructorOpts) // onread: documented at socket.connect, taken here too
  socket.pause()
  socket.on('end', () => {
    state = 'ended'
    waiting?.resolve(new Uint8Array(0))
  })
  socket.on('error', (error) => {
    state = error
    waiting?.reject(error)
  })
  return {
    read(most, signal) {
      if (unasked.length > 0) {
        const bytes = unasked
        unasked = Buffer.alloc(0)
        return Promise.resolve(withMore(fd, bytes, most))
      }
      if (state === 'ended') return Promise.resolve(new Uint8Array(0))
      if (state !== 'open') return Promise.reject(state)
      return new Promise((resolve, reject) => {
        waiting = { most, resolve, reject }
        signal.addEventListener('abort', () => {
          socket.pause()
          waiting = undefined
          resolve(null)
        })
        socket.resume()
      })
    },
    write(bytes) {
      const writing = new Promise<null>((resolve, reject) =>
        socket.write(bytes, (error) => (error ? reject(error) : resolve(null))),
      )
      written = writing.catch(() => undefined) // whoever wrote is told
      return writing
    },
    async close() {
      await written
      socket.destroy()
    },
  }
}

// Node has made the socket non-blocking: what is there besides the byte of the event is read at once, and nothing waits.
function withMore(fd: number, bytes: Buffer, most: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(most)
  bytes.copy(buffer)
  if (bytes.length === most) return buffer
  try {
    return buffer.subarray(0, bytes.length + fs.readSync(fd, buffer, bytes.length, most - bytes.length, null))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return bytes // Node throws nothing else from readSync
    throw error
  }
}
