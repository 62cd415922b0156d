// What a terminal or a pipe has to read just now, taken before the guest asks for it: through a description of our own, which never blocks.
import fs from 'node:fs'
import type { Platform } from '../../platform/platform.ts'
import { retryable } from './retryable.ts'

/** Nothing waits: none; the end of input: an empty piece. */
export function readAhead(platform: Platform, hostFd: number): Uint8Array | undefined {
  const fd = platform.reopen(hostFd, fs.constants.O_RDONLY)
  if (fd === undefined) return undefined
  try {
    const bytes = Buffer.allocUnsafe(MOST_BYTES)
    const count = retryable(() => fs.readSync(fd, bytes, 0, bytes.length, null))
    return count === undefined ? undefined : bytes.subarray(0, count)
  } finally {
    fs.closeSync(fd)
  }
}
const MOST_BYTES = 65536 // what a pipe holds, pipe(7); a terminal no more than a line
