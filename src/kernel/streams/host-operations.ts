// The host end's half of streams: waits for a pipe, terminal or socket with the event loop, and reads or writes it.
import fs from 'node:fs'
import net from 'node:net'
import tty from 'node:tty'
import type { Operation } from '../../transport/host-link.ts'

/** stream.read(fd, most): waits until there is something, answers it; empty at the end. */
export const read: Operation = ([fd, most]) =>
  new Promise((resolve, reject) => {
    const socket = open(Number(fd), 'read', Number(most), (bytes) => {
      socket.pause()
      finish(() => resolve(bytes))
    })
    const finish = (answer: () => void) => {
      socket.removeAllListeners()
      socket.on('error', () => {}) // closing may still report what the guest no longer asks
      socket.destroy()
      answer()
    }
    socket.on('end', () => finish(() => resolve(new Uint8Array(0))))
    socket.on('error', (error) => finish(() => reject(error)))
  })

/** stream.write(fd, bytes): answers when the operating system has all of them. */
export const write: Operation = ([fd, bytes]) =>
  new Promise((resolve, reject) => {
    const socket = open(Number(fd), 'write', 1, () => {})
    socket.on('error', reject)
    socket.write(bytes as Uint8Array, () => {
      socket.destroy()
      resolve(null)
    })
  })

// Opened anew for every wait, on a description of its own, so that the guest's descriptor can be closed at any time and
// nothing is read that was not asked for.
function open(fd: number, way: 'read' | 'write', most: number, take: (bytes: Uint8Array) => void): net.Socket {
  const own = fs.openSync(`/proc/self/fd/${fd}`, fs.constants.O_NONBLOCK | fs.constants.O_NOCTTY | (way === 'read' ? fs.constants.O_RDONLY : fs.constants.O_WRONLY))
  const buffer = Buffer.allocUnsafe(Math.max(1, most))
  const onread = {
    buffer,
    callback(count: number) {
      take(Buffer.from(buffer.subarray(0, count)))
      return false
    },
  }
  if (tty.isatty(own)) return new tty.ReadStream(own, { onread } as net.SocketConstructorOpts) // passes its options on to net.Socket
  return new net.Socket({ fd: own, readable: way === 'read', writable: way === 'write', onread } as net.SocketConstructorOpts) // onread: documented at socket.connect, taken here too
}
