// The host end's half of opening a FIFO to read, which waits for a writer, fifo(7). One that comes and goes at once is seen by
// the end that it leaves: the description is watched from the first moment. One that comes and writes nothing brings no event,
// so a look every few milliseconds finds it.
import fs from 'node:fs'
import net from 'node:net'
import type { Operation } from '../../transport/host-link.ts'
import { retryable } from './retryable.ts'

const LOOK_AGAIN_MS = 5
const NOTHING = new Uint8Array(0)

/** What guests were told of and have not opened anew yet, by the numbers of this process. */
const held = new Set<number>()

/** fifo.open(path, flags): a description that the guest is to open anew, and what was read of it; null when it was withdrawn. */
export const open: Operation = async ([path, flags], { signal, gone }) => {
  const watched = fs.openSync(path as Buffer, Number(flags)) // the guest end sends bytes
  const own = fs.openSync(`/proc/self/fd/${watched}`, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)
  held.add(own)
  gone.addEventListener('abort', () => letGo(own))
  const ahead = await untilWriter(watched, signal)
  if (ahead) return [own, ahead]
  letGo(own)
  return null
}

/** fifo.opened(fd): the guest has done so, or will not. */
export const opened: Operation = async ([fd]) => {
  letGo(Number(fd))
  return null
}

function letGo(fd: number): void {
  if (held.delete(fd)) fs.closeSync(fd)
}

/** Closes `fd`. */
function untilWriter(fd: number, signal: AbortSignal): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    const buffer = Buffer.alloc(1)
    const callback = () => {
      finish(() => resolve(buffer))
      return false
    }
    const options = { onread: { buffer, callback } } as net.SocketConstructorOpts // documented at socket.connect, taken by the constructor too
    const socket = new net.Socket({ fd, readable: true, writable: false, ...options })
    const finish = (answer: () => void) => {
      clearInterval(looking)
      socket.removeAllListeners()
      socket.on('error', () => {}) // closing may still report what nobody asks any more
      socket.destroy()
      answer()
    }
    const look = () => {
      const count = retryable(() => fs.readSync(fd, buffer, 0, 1, null))
      if (count !== 0) finish(() => resolve(count ? buffer : NOTHING))
    }
    const looking = setInterval(look, LOOK_AGAIN_MS)
    signal.addEventListener('abort', () => finish(() => resolve(null)))
    socket.on('end', () => finish(() => resolve(NOTHING)))
    socket.on('error', (error) => finish(() => reject(error)))
    socket.resume()
    look()
  })
}
