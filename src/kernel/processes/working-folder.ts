// The folder that a child starts in, as text for Node. One whose name is no text is named by a descriptor: between fork and
// exec the child still has ours. It gets its own first, so the number must be one that none of those takes.
import fs from 'node:fs'

const BY_DESCRIPTOR = '/proc/self/fd/'
const O_PATH = 0o10000000 // Linux, open(2): also of a folder that may be entered but not read

/** Calls `start` with it; `above`: how many numbers the child's own descriptors take. */
export function inFolder<T>(folder: Uint8Array, above: number, start: (folder: string) => T): T {
  const text = Buffer.from(folder).toString()
  if (Buffer.from(text).equals(folder) && !text.startsWith(BY_DESCRIPTOR)) return start(text)
  const opened: number[] = []
  try {
    do opened.push(fs.openSync(Buffer.from(folder), O_PATH | fs.constants.O_DIRECTORY))
    while ((opened.at(-1) ?? above) < above)
    return start(`${BY_DESCRIPTOR}${opened.at(-1)}`)
  } finally {
    for (const fd of opened) fs.closeSync(fd)
  }
}
