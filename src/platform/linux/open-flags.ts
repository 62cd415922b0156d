// open(2) flags: the guest's C library counts them as asm-generic Linux does, the host as its own architecture does.
import fs from 'node:fs'
import { O } from '../open-flags.ts'

const { constants } = fs
// Node has no names for these two; x86-64 and arm64 agree on the bits (asm-generic/fcntl.h).
const O_PATH = 0o10000000
const O_TMPFILE = 0o20000000

const PAIRS: readonly (readonly [guest: number, host: number])[] = [
  [O.CREAT, constants.O_CREAT],
  [O.EXCL, constants.O_EXCL],
  [O.NOCTTY, constants.O_NOCTTY],
  [O.TRUNC, constants.O_TRUNC],
  [O.APPEND, constants.O_APPEND],
  [O.NONBLOCK, constants.O_NONBLOCK],
  [O.DSYNC, constants.O_DSYNC],
  [O.SYNC & ~O.DSYNC, constants.O_SYNC & ~constants.O_DSYNC],
  [O.DIRECT, constants.O_DIRECT ?? 0],
  [O.DIRECTORY, constants.O_DIRECTORY],
  [O.NOFOLLOW, constants.O_NOFOLLOW],
  [O.NOATIME, constants.O_NOATIME ?? 0],
  [O.PATH, O_PATH],
  [O.TMPFILE & ~O.DIRECTORY, O_TMPFILE],
]

export function hostOpenFlags(guestFlags: number): number {
  let flags = guestFlags & O.ACCMODE
  for (const [guest, host] of PAIRS) if (guestFlags & guest) flags |= host
  return flags
}
