// Requests of ioctl(2) that concern terminals, asm-generic/ioctls.h.

export const REQUEST = {
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
  TIOCGPTN: 0x80045430,
  TIOCSPTLCK: 0x40045431,
} as const

export const WINSIZE_BYTES = 8 // struct winsize {unsigned short ws_row, ws_col, ws_xpixel, ws_ypixel}
