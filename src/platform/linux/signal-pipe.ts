// Signals that Node has a listener for, read where the event loop cannot run: libuv's handler writes each into a pipe that
// the loop reads. libuv src/unix/signal.c, struct uv__signal_msg_t.
import fs from 'node:fs'

const DESCRIPTORS = '/proc/self/fd'
const MESSAGE_BYTES = 16
const NUMBER_AT = 8
/** As libuv makes them. Node has no name for O_CLOEXEC; x86-64 and arm64 agree on it. */
const PRIVATE = fs.constants.O_NONBLOCK | 0o2000000
const ACCESS_MODE = 3 // O_ACCMODE, which Node has no name for

/** Read ends of such pipes: an event loop makes its own, with both ends in this process. Those of other loops stay empty. */
export function signalPipes(): readonly number[] {
  if (!fs.existsSync(DESCRIPTORS)) return [] // no such system
  const ends = fs.readdirSync(DESCRIPTORS).flatMap((name) => {
    try {
      const pipe = fs.readlinkSync(`/proc/self/fd/${name}`)
      if (!pipe.startsWith('pipe:')) return []
      const [, flags = ''] = /^flags:\s*([0-7]+)/m.exec(fs.readFileSync(`/proc/self/fdinfo/${name}`, 'latin1')) ?? []
      return [{ fd: Number(name), pipe, flags: Number.parseInt(flags, 8) }]
    } catch {
      return [] // the descriptor that listed the folder is gone by now
    }
  })
  const ours = ends.filter(({ flags }) => (flags & PRIVATE) === PRIVATE)
  return ours
    .filter(
      ({ pipe, flags }) =>
        (flags & ACCESS_MODE) === fs.constants.O_RDONLY && ours.some((other) => other.pipe === pipe && isWriteEnd(other.flags)),
    )
    .map(({ fd }) => fd)
}

const isWriteEnd = (flags: number) => (flags & ACCESS_MODE) === fs.constants.O_WRONLY

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
