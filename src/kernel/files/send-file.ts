// sendfile(2) between two regular files, in large blocks of the host's own memory.
import fs from 'node:fs'
import { SEEK } from '../descriptors/open-file.ts'
import type { Kernel } from '../kernel.ts'
import type { RegularFile } from './regular-file.ts'

const BLOCK_BYTES = 1 << 20
const MOST_BYTES = 0x7ffff000 // sendfile(2): what one call transfers at most

/** Answers the bytes copied. Without `offset` both files' offsets move. */
export function sendFile(
  kernel: Kernel,
  target: RegularFile,
  source: RegularFile,
  offset: number | undefined,
  count: number,
): number {
  const from = offset ?? Number(source.seek(kernel, 0, SEEK.CUR))
  const to = Number(target.seek(kernel, 0, SEEK.CUR))
  const wanted = Math.min(count, MOST_BYTES)
  const block = Buffer.allocUnsafe(Math.min(wanted, BLOCK_BYTES))
  let done = 0
  while (done < wanted) {
    const got = fs.readSync(source.hostFd, block, 0, Math.min(block.length, wanted - done), from + done)
    if (got === 0) break
    for (let put = 0; put < got; ) put += fs.writeSync(target.hostFd, block, put, got - put, to + done + put)
    done += got
  }
  target.seek(kernel, to + done, SEEK.SET)
  if (offset === undefined) source.seek(kernel, from + done, SEEK.SET)
  return done
}
