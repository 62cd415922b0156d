// Arguments and environment as bytes. Node shows what is not UTF-8 as U+FFFD, and then finds no value under such a name, nor
// under one that is a number; on Linux /proc has the truth.
import fs from 'node:fs'

const REPLACEMENT = '\ufffd'

/** The words after the program's own, which start at `from` in process.argv. */
export function argumentBytes(from: number): readonly Uint8Array[] {
  const words = process.argv.slice(from)
  if (words.length > 0 && words.some((word) => word.includes(REPLACEMENT))) {
    const all = zeroTerminated('/proc/self/cmdline')
    if (all) return all.slice(all.length - words.length)
  }
  return words.map((word) => Buffer.from(word))
}

/** NAME=value entries. */
export function environmentBytes(): readonly Uint8Array[] {
  const entries = Object.getOwnPropertyNames(process.env).map((name) => [name, process.env[name]] as const)
  const lost = entries.some(([name, value]) => value === undefined || name.includes(REPLACEMENT) || value.includes(REPLACEMENT))
  const all = lost ? zeroTerminated('/proc/self/environ') : undefined
  return all ?? entries.flatMap(([name, value]) => (value === undefined ? [] : [Buffer.from(`${name}=${value}`)]))
}

function zeroTerminated(file: string): Buffer[] | undefined {
  if (!fs.existsSync(file)) return undefined
  const bytes = fs.readFileSync(file)
  const parts: Buffer[] = []
  for (let start = 0, end = bytes.indexOf(0); end >= 0; start = end + 1, end = bytes.indexOf(0, start))
    parts.push(bytes.subarray(start, end))
  return parts
}
