// Text and raw bytes in one type, because arguments, environment values and file names on POSIX are bytes.
// A case writes bytes that are not UTF-8 as {"hex": "ff"}; a failed comparison shows them the same way.
import { createHash } from 'node:crypto'

export type Bytes = string | { readonly hex: string }

export function toBuffer(bytes: Bytes): Buffer {
  return typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : Buffer.from(bytes.hex, 'hex')
}

/** A readable form that is different for different bytes: text where it is UTF-8, hex where not, a digest where it is long. */
export function show(buffer: Buffer): string {
  if (buffer.length > LONG_BYTES) return summary(buffer)
  const text = buffer.toString('utf8')
  return Buffer.from(text, 'utf8').equals(buffer) ? text : `hex:${buffer.toString('hex')}`
}

/** Above this a difference line by line costs the test runner minutes and tells no more than a digest. */
const LONG_BYTES = 64 * 1024

function summary(buffer: Buffer): string {
  const sha256 = createHash('sha256').update(buffer).digest('hex')
  return `${buffer.length} bytes, sha256 ${sha256}, beginning with ${show(buffer.subarray(0, 200))}`
}
