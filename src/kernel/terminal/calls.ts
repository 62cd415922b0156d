// ioctl, as far as terminals and waiting bytes go.
import fs from 'node:fs'
import { file, i32, varargs } from '../arguments.ts'
import { call } from '../call.ts'
import type { OpenFile } from '../descriptors/open-file.ts'
import type { Errno } from '../errno.ts'
import type { Kernel } from '../kernel.ts'
import { StreamFile } from '../streams/stream-file.ts'
import { readTermios, TERMIOS_BYTES, writeTermios } from './settings.ts'

/** asm-generic/ioctls.h */
const REQUEST = {
  TCGETS: 0x5401,
  TCSETS: 0x5402,
  TCSETSW: 0x5403,
  TCSETSF: 0x5404,
  TCSBRK: 0x5409,
  TCXONC: 0x540a,
  TCFLSH: 0x540b,
  TIOCGPGRP: 0x540f,
  TIOCSPGRP: 0x5410,
  TIOCGWINSZ: 0x5413,
  TIOCSWINSZ: 0x5414,
  FIONREAD: 0x541b,
} as const
const WINSIZE_BYTES = 8 // struct winsize {unsigned short ws_row, ws_col, ws_xpixel, ws_ypixel}
const TCIFLUSH = 0
const TCIOFLUSH = 2

interface Asked {
  readonly terminal: StreamFile
  readonly hostFd: number
  /** The third argument: a number, or where in memory something is. */
  readonly argument: number
}

const getSettings = (kernel: Kernel, { hostFd, argument }: Asked): number | Errno => {
  const settings = kernel.platform.terminal?.read(hostFd)
  if (!settings) return 'ENOSYS'
  if (!kernel.memory.holds(argument, TERMIOS_BYTES)) return 'EFAULT'
  writeTermios(kernel.memory, argument, settings)
  return 0
}

const setSettings =
  (flushes: boolean) =>
  (kernel: Kernel, { terminal, hostFd, argument }: Asked): number | Errno => {
    const { platform, memory, terminals } = kernel
    if (!memory.holds(argument, TERMIOS_BYTES)) return 'EFAULT'
    const wanted = readTermios(memory, argument)
    const before = platform.terminal?.read(hostFd)
    if (!before) return 'ENOSYS'
    const path = platform.pathOfFd(hostFd)?.toString()
    if (path !== undefined) terminals.note(kernel, path, before)
    if (!platform.terminal?.write(hostFd, wanted)) return 'EIO'
    if (flushes) terminal.discard(kernel)
    return 0
  }

const getSize = ({ memory, platform }: Kernel, { hostFd, argument }: Asked): number | Errno => {
  const size = platform.windowSize(hostFd)
  if (!size) return 'ENOTTY'
  if (!memory.holds(argument, WINSIZE_BYTES)) return 'EFAULT'
  ;[size.rows, size.columns, 0, 0].forEach((value, i) => {
    memory.view.setUint16(argument + 2 * i, value, true)
  })
  return 0
}

const setSize = ({ memory, platform }: Kernel, { hostFd, argument }: Asked): number | Errno => {
  if (!memory.holds(argument, WINSIZE_BYTES)) return 'EFAULT'
  const [rows, columns] = [memory.view.getUint16(argument, true), memory.view.getUint16(argument + 2, true)]
  return platform.terminal?.resize(hostFd, rows, columns) ? 0 : 'ENOSYS'
}

const getGroup = ({ memory, platform }: Kernel, { hostFd, argument }: Asked): number | Errno => {
  if (!platform.terminal) return 'ENOSYS'
  const group = platform.terminal.foreground(fs.fstatSync(hostFd).rdev)
  if (group === undefined) return 'ENOTTY'
  if (!memory.holds(argument, 4)) return 'EFAULT'
  memory.writeU32(argument, group)
  return 0
}

const countWaiting = (kernel: Kernel, { terminal, argument }: Asked): number | Errno => {
  if (!kernel.memory.holds(argument, 4)) return 'EFAULT'
  kernel.memory.writeU32(argument, terminal.waiting(kernel))
  return 0
}

const flush = (kernel: Kernel, { terminal, argument }: Asked): number | Errno => {
  if (argument > TCIOFLUSH) return 'EINVAL'
  if (argument === TCIFLUSH || argument === TCIOFLUSH) terminal.discard(kernel)
  return 0
}

const SERVED: Readonly<Record<number, (kernel: Kernel, asked: Asked) => number | Errno>> = {
  [REQUEST.TCGETS]: getSettings,
  [REQUEST.TCSETS]: setSettings(false),
  [REQUEST.TCSETSW]: setSettings(false), // stty(1) waits for the output by itself
  [REQUEST.TCSETSF]: setSettings(true),
  [REQUEST.TCSBRK]: (_, { argument }) => (argument === 0 ? 'ENOSYS' : 0), // tcdrain(3): what was written is out
  [REQUEST.TCXONC]: () => 'ENOSYS',
  [REQUEST.TCFLSH]: flush,
  [REQUEST.TIOCGPGRP]: getGroup,
  [REQUEST.TIOCSPGRP]: () => 'ENOSYS',
  [REQUEST.TIOCGWINSZ]: getSize,
  [REQUEST.TIOCSWINSZ]: setSize,
  [REQUEST.FIONREAD]: countWaiting,
}

const ioctl = call({
  name: '__syscall_ioctl', via: 'import', abi: 'linux', man: 'ioctl(2)', when: 'now',
  args: { file, request: i32, rest: varargs },
  errors: ['EBADF', 'EFAULT', 'EINVAL', 'EIO', 'ENOSYS', 'ENOTTY'],
  gap: 'of terminals only: breaks, flow control and the process group in front cannot be set; a pipe does not tell how much waits',
  serve(kernel, { file, request, rest }) {
    if (!isTerminal(file)) return 'ENOTTY'
    return SERVED[request]?.(kernel, { terminal: file, hostFd: file.hostFd, argument: rest(0) >>> 0 }) ?? 'EINVAL'
  },
})

function isTerminal(file: OpenFile): file is StreamFile {
  return file.type === TERMINAL && file instanceof StreamFile
}
const TERMINAL = 2

export const terminalCalls = [ioctl]
