// Files in whole, by the calls that a start makes anyway. Node compiles each function of its own modules when it is first called,
// and readFileSync brings half a dozen.
import fs from 'node:fs'

/** What `file` holds. */
export function readWhole(file: string | Buffer): Buffer {
  const fd = fs.openSync(file, fs.constants.O_RDONLY)
  try {
    return readToEnd(fd)
  } finally {
    fs.closeSync(fd)
  }
}

/** What a regular file that is open holds, from where it is read next. */
export function readToEnd(fd: number): Buffer {
  const bytes = Buffer.allocUnsafe(fs.fstatSync(fd).size)
  let length = 0
  while (length < bytes.length) {
    const read = fs.readSync(fd, bytes, length, bytes.length - length, null)
    if (read === 0) break // it has become shorter
    length += read
  }
  return bytes.subarray(0, length)
}
