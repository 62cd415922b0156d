// ioctl(2) of a pseudo-terminal's master: its own requests, and those that the system carries out on the terminal.
import type { Errno } from '../errno.ts'
import type { Kernel } from '../kernel.ts'
import { ioctlByPerl } from './by-perl.ts'
import { REQUEST, WINSIZE_BYTES } from './requests.ts'
import { fromSystem, readTermios, SYSTEM_TERMIOS_BYTES, TERMIOS_BYTES, toSystem, writeTermios } from './settings.ts'

/** What the argument points at; 0: it is a number. */
const BYTES: Readonly<Record<number, number>> = {
  [REQUEST.TCSBRK]: 0,
  [REQUEST.TCXONC]: 0,
  [REQUEST.TCFLSH]: 0,
  [REQUEST.TIOCGPGRP]: 4,
  [REQUEST.TIOCSPGRP]: 4,
  [REQUEST.TIOCGWINSZ]: WINSIZE_BYTES,
  [REQUEST.TIOCSWINSZ]: WINSIZE_BYTES,
  [REQUEST.FIONREAD]: 4,
  [REQUEST.TIOCGPTN]: 4,
  [REQUEST.TIOCSPTLCK]: 4,
}
const SETS: readonly number[] = [REQUEST.TCSETS, REQUEST.TCSETSW, REQUEST.TCSETSF]

export function controlMaster({ memory }: Kernel, fd: number, asked: number, argument: number): number | Errno {
  const request = asked >>> 0
  if (request === REQUEST.TCGETS || SETS.includes(request)) {
    if (!memory.holds(argument, TERMIOS_BYTES)) return 'EFAULT'
    const given = request === REQUEST.TCGETS ? new Uint8Array(SYSTEM_TERMIOS_BYTES) : toSystem(readTermios(memory, argument))
    const answer = ioctlByPerl(fd, request, given)
    if (typeof answer === 'string') return answer
    if (request === REQUEST.TCGETS) writeTermios(memory, argument, fromSystem(answer))
    return 0
  }
  const size = BYTES[request]
  if (size === undefined) return 'EINVAL'
  if (!memory.holds(argument, size) && size > 0) return 'EFAULT'
  const answer = ioctlByPerl(fd, request, size === 0 ? argument : memory.bytes(argument, size))
  if (typeof answer === 'string') return answer
  if (size > 0) memory.bytes(argument, size).set(answer.subarray(0, size))
  return 0
}
