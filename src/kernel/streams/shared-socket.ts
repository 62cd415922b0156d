// A socket that the process inherited as a standard stream (what Node calls a pipe is one). It has one description only,
// so it is wrapped once for the process and never closed; it is read on demand, at most what was asked for.
import net from 'node:net'

export interface SharedSocket {
  read(most: number): Promise<Uint8Array>
  write(bytes: Uint8Array): Promise<null>
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

function wrap(fd: number): SharedSocket {
  let wanted = 1
  let chunk = Buffer.alloc(0)
  let state: 'open' | 'ended' | Error = 'open'
  let waiting: { resolve(bytes: Uint8Array): void; reject(error: Error): void } | undefined
  const onread = {
    buffer: () => (chunk = Buffer.allocUnsafe(wanted)),
    callback(count: number) {
      waiting?.resolve(chunk.subarray(0, count))
      waiting = undefined
      return false
    },
  }
  const socket = new net.Socket({ fd, readable: true, writable: true, onread } as net.SocketConstructorOpts) // onread: documented at socket.connect, taken here too
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
    read(most) {
      if (state === 'ended') return Promise.resolve(new Uint8Array(0))
      if (state !== 'open') return Promise.reject(state)
      wanted = most
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.resume()
      })
    },
    write: (bytes) => new Promise((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve(null)))),
  }
}
