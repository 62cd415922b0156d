// Pipes that were made in this process and have both ends here, as /proc tells of them: libuv makes some, for signals above
// all. What was opened by a path in /proc has a flag more than what pipe2(2) makes (O_LARGEFILE, which has many numbers).
import fs from 'node:fs'

export interface WholePipe {
  readonly inode: number
  readonly reader: number
  readonly writer: number
  readonly nonBlocking: boolean
}

interface End {
  readonly fd: number
  readonly inode: number
  readonly flags: number
}

/** Node has no name for O_CLOEXEC; x86-64 and arm64 agree on it. */
const CLOSE_ON_EXEC = 0o2000000
const ACCESS_MODE = 3 // O_ACCMODE, which Node has no name for

/** Those whose ends are among `numbers` and close-on-exec, in the order of `numbers`. */
export function wholePipes(numbers: readonly number[]): readonly WholePipe[] {
  const ends = numbers.flatMap(endOf).filter(({ flags }) => (flags & ~(ACCESS_MODE | fs.constants.O_NONBLOCK)) === CLOSE_ON_EXEC)
  const access = (mode: number) => ends.filter(({ flags }) => (flags & ACCESS_MODE) === mode)
  const writers = new Map(access(fs.constants.O_WRONLY).map((end) => [end.inode, end]))
  return access(fs.constants.O_RDONLY).flatMap(({ fd, inode, flags }) => {
    const writer = writers.get(inode)
    return writer ? [{ inode, reader: fd, writer: writer.fd, nonBlocking: (flags & fs.constants.O_NONBLOCK) !== 0 }] : []
  })
}

function endOf(fd: number): readonly End[] {
  try {
    const [, inode] = /^pipe:\[(\d+)\]$/.exec(fs.readlinkSync(`/proc/self/fd/${fd}`)) ?? []
    if (inode === undefined) return []
    const [, flags = ''] = /^flags:\s*([0-7]+)/m.exec(fs.readFileSync(`/proc/self/fdinfo/${fd}`, 'latin1')) ?? []
    return [{ fd, inode: Number(inode), flags: Number.parseInt(flags, 8) }]
  } catch {
    return [] // closed since it was listed
  }
}
