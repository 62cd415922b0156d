// ioctl, as far as terminals and waiting bytes go.
import fs from 'node:fs'
import { file, i32, varargs } from '../arguments.ts'
import { call } from '../call.ts'
import { canRead, type OpenFile } from '../descriptors/open-file.ts'
import type { Errno } from '../errno.ts'
import type { Kernel } from '../kernel.ts'
import { StreamFile } from '../streams/stream-file.ts'
import { ioctlByPerl } from './by-perl.ts'
import { TerminalMaster } from './master.ts'
import { controlMaster } from './master-requests.ts'
import { REQUEST, WINSIZE_BYTES } from './requests.ts'
import { readTermios, TERMIOS_BYTES, writeTermios } from './settings.ts'

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

function countWaiting(kernel: Kernel, file: OpenFile, argument: number): number | Errno {
  const count = canRead(file) ? file.waiting?.(kernel) : undefined
  if (count === undefined) return 'ENOTTY'
  if (!kernel.memory.holds(argument, 4)) return 'EFAULT'
  kernel.memory.writeU32(argument, count)
  return 0
}

const flush = (kernel: Kernel, { terminal, argument }: Asked): number | Errno => {
  if (argument > TCIOFLUSH) return 'EINVAL'
  if (argument === TCIFLUSH || argument === TCIOFLUSH) terminal.discard(kernel)
  return 0
}

const byNumber =
  (request: number) =>
  (_: Kernel, { hostFd, argument }: Asked): number | Errno => {
    const answer = ioctlByPerl(hostFd, request, argument)
    return typeof answer === 'string' ? answer : 0
  }

const setGroup = ({ memory }: Kernel, { hostFd, argument }: Asked): number | Errno => {
  if (!memory.holds(argument, 4)) return 'EFAULT'
  const answer = ioctlByPerl(hostFd, REQUEST.TIOCSPGRP, memory.bytes(argument, 4))
  return typeof answer === 'string' ? answer : 0
}

const sendBreak = byNumber(REQUEST.TCSBRK)

const SERVED: Readonly<Record<number, (kernel: Kernel, asked: Asked) => number | Errno>> = {
  [REQUEST.TCGETS]: getSettings,
  [REQUEST.TCSETS]: setSettings(false),
  [REQUEST.TCSETSW]: setSettings(false), // stty(1) waits for the output by itself
  [REQUEST.TCSETSF]: setSettings(true),
  [REQUEST.TCSBRK]: (kernel, asked) => (asked.argument === 0 ? sendBreak(kernel, asked) : 0), // tcdrain(3): what was written is out
  [REQUEST.TCXONC]: byNumber(REQUEST.TCXONC),
  [REQUEST.TCFLSH]: flush,
  [REQUEST.TIOCGPGRP]: getGroup,
  [REQUEST.TIOCSPGRP]: setGroup,
  [REQUEST.TIOCGWINSZ]: getSize,
  [REQUEST.TIOCSWINSZ]: setSize,
}

const ioctl = call({
  name: '__syscall_ioctl', via: 'import', abi: 'linux', man: 'ioctl(2)', when: 'now',
  args: { file, request: i32, rest: varargs },
  errors: ['EBADF', 'EFAULT', 'EINVAL', 'EIO', 'ENOSYS', 'ENOTTY', 'EPERM', 'ESRCH'],
  gap: 'of terminals, and how much waits to be read: the end of a pipe that is written to does not tell; breaks, flow control, the group in front and masters go through perl',
  serve(kernel, { file, request, rest }) {
    if (file instanceof TerminalMaster) return controlMaster(kernel, file.hostFd, request, rest(0) >>> 0)
    if (request === REQUEST.FIONREAD) return countWaiting(kernel, file, rest(0) >>> 0)
    if (!isTerminal(file)) return 'ENOTTY'
    return SERVED[request]?.(kernel, { terminal: file, hostFd: file.hostFd, argument: rest(0) >>> 0 }) ?? 'EINVAL'
  },
})

function isTerminal(file: OpenFile): file is StreamFile {
  return file.type === TERMINAL && file instanceof StreamFile
}
const TERMINAL = 2

export const terminalCalls = [ioctl]
