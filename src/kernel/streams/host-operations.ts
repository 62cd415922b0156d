// The host end's half of streams: waits for a pipe, terminal or socket with the event loop, and reads or writes it.
import fs from 'node:fs'
import net from 'node:net'
import tty from 'node:tty'
import type { Operation } from '../../transport/host-link.ts'
import { closeSocket, sharedSocket } from './shared-socket.ts'

/** stream.read(fd, most): waits until there is something, answers it; empty at the end, null when it was withdrawn. */
export const read: Operation = ([fd, most], { signal }) => {
  if (signal.aborted) return Promise.resolve(null)
  const own = reopen(Number(fd), fs.constants.O_RDONLY)
  return own === undefined ? sharedSocket(Number(fd)).read(Number(most), signal) : readOnce(own, Number(most), signal)
}

/** stream.write(fd, bytes): how many the operating system has, which is all unless it was withdrawn; a socket takes none back. */
export const write: Operation = ([fd, data], { signal, gone }) => {
  const bytes = data as Uint8Array // the guest end sends bytes
  const own = reopen(Number(fd), fs.constants.O_WRONLY)
  if (own === undefined) return sharedSocket(Number(fd)).write(bytes)
  return new Promise((resolve, reject) => {
    const socket = new net.Socket({ fd: own, readable: false, writable: true })
    const finish = (answer: () => void) => {
      gone.removeEventListener('abort', withdraw)
      answer()
      socket.destroy()
    }
    const withdraw = () => finish(() => resolve(bytes.length - waitingIn(socket)))
    for (const end of [gone, signal]) end.addEventListener('abort', withdraw)
    socket.on('error', (error) => finish(() => reject(error)))
    socket.write(bytes, (error) => finish(() => (error ? reject(error) : resolve(bytes.length))))
  })
}

// Bytes that the operating system has not taken yet: libuv's uv_stream_get_write_queue_size, which Node's own types leave out.
function waitingIn(socket: net.Socket): number {
  const { _handle: handle } = socket as net.Socket & { readonly _handle: { readonly writeQueueSize: number } | null }
  return handle?.writeQueueSize ?? 0
}

/** stream.close(fd): closes a socket that was read or written here. */
export const close: Operation = async ([fd]) => {
  await closeSocket(Number(fd))
  return null
}

// Opened anew for every wait, on a description of its own, so that the guest's descriptor can be closed at any time and
// nothing is read that was not asked for. A socket has no second description.
function reopen(fd: number, access: number): number | undefined {
  try {
    return fs.openSync(`/proc/self/fd/${fd}`, access | fs.constants.O_NONBLOCK | fs.constants.O_NOCTTY)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENXIO') return undefined // Node throws nothing else from openSync
    throw error
  }
}

// Besides saving a turn of the loop: the event of a FIFO's end does not come to a description that was opened after it.
function readNow(fd: number, buffer: Buffer): number | undefined {
  try {
    return fs.readSync(fd, buffer, 0, buffer.length, null)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined // Node throws nothing else from readSync
    fs.closeSync(fd)
    throw error
  }
}

function readOnce(fd: number, most: number, signal: AbortSignal): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    const buffer = Buffer.allocUnsafe(most)
    const count = readNow(fd, buffer)
    if (count !== undefined) {
      fs.closeSync(fd)
      return resolve(buffer.subarray(0, count))
    }
    const callback = (count: number) => {
      finish(() => resolve(buffer.subarray(0, count)))
      return false
    }
    const options = { onread: { buffer, callback } } as net.SocketConstructorOpts // documented at socket.connect, taken by the constructor too
    const socket = tty.isatty(fd)
      ? new tty.ReadStream(fd, options)
      : new net.Socket({ fd, readable: true, writable: false, ...options })
    const finish = (answer: () => void) => {
      socket.removeAllListeners()
      socket.on('error', () => {}) // closing may still report what nobody asks any more
      socket.destroy()
      answer()
    }
    signal.addEventListener('abort', () => finish(() => resolve(null)))
    socket.on('end', () => finish(() => resolve(new Uint8Array(0))))
    socket.on('error', (error) => finish(() => reject(error)))
    socket.resume()
  })
}
