// crypto.digest_file(path, algorithm): the digest of a whole file, which never enters the guest.

import type { Hash } from 'node:crypto'
import fs from 'node:fs'
import { AT_FDCWD, type HostPath } from '../../kernel/arguments.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { Refusal, type Service } from '../../kernel/service.ts'
import { BELL } from '../../transport/frames.ts'
import { createDigest } from './digests.ts'

/**
 * Lower-case hexadecimal digits. None for what is no regular file: reading that may have to wait, which the guest does by
 * its own means. Errors are those of open(2) and read(2); an unknown algorithm is ENOTSUP.
 */
export const digestFile: Service = (kernel, [path, algorithm]) => {
  const target = kernel.paths.resolve(AT_FDCWD, Buffer.from(path as Uint8Array)) // scripthelper sends bytes
  if (typeof target === 'string') return new Refusal(target)
  const hash = createDigest(String(algorithm))
  if (!hash) return new Refusal('ENOTSUP')
  if (target.readOnly) return inLibrary(kernel, target, hash)
  const kind = fs.statSync(target.host)
  if (kind.isDirectory()) return new Refusal('EISDIR')
  if (!kind.isFile()) return null
  const fd = fs.openSync(target.host, 'r')
  try {
    const block = Buffer.allocUnsafe(BLOCK_BYTES)
    for (let count = fs.readSync(fd, block); count > 0; count = fs.readSync(fd, block)) {
      if (isInterrupted(kernel)) return new Refusal('EINTR')
      hash.update(block.subarray(0, count))
    }
    return hash.digest('hex')
  } finally {
    fs.closeSync(fd)
  }
}
const BLOCK_BYTES = 256 * 1024 // stays in the cache of a processor core between reading and digesting

function inLibrary({ library }: Kernel, { node }: HostPath, hash: Hash): string | Refusal {
  if (!node) return new Refusal('ENOENT')
  return node.isFolder ? new Refusal('EISDIR') : hash.update(library.read(node)).digest('hex')
}

// The guest takes the signal itself, then asks again.
function isInterrupted(kernel: Kernel): boolean {
  return Atomics.load(kernel.link.bell, BELL.signals) !== 0
}
