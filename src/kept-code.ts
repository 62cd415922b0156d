// The code of scripts that ran before: Python's compiler is half of what a short script runs, and what it compiles is the same
// each time. A file holds a build's id, a source and its code; it counts for this very source only. Python guards the code with
// a sum (guest/_pyrunner/kept_code.py). As with a snapshot, what another user could have written is not read.
import fs from 'node:fs'
import { BUILD_ID_FILE } from './engine/build-key.ts'
import { fnv1a } from './engine/fnv.ts'
import { isTrusted } from './engine/snapshot-place.ts'
import { engineFolder } from './engine-folder.ts'
import type { Service } from './kernel/service.ts'
import { lastNeeded } from './platform/last-needed.ts'
import { readToEnd, readWhole } from './platform/read-whole.ts'

/** The code that an earlier run kept for `source`. */
export function findCode(folder: string, source: Uint8Array): Uint8Array | undefined {
  let fd: number
  try {
    fd = fs.openSync(fileFor(folder, source), fs.constants.O_RDONLY | fs.constants.O_NONBLOCK) // a FIFO in its place is not waited for
  } catch {
    return undefined // it runs for the first time
  }
  try {
    const place = fs.statSync(folder, { throwIfNoEntry: false })
    const status = fs.fstatSync(fd)
    if (!status.isFile() || !isTrusted(status) || !place || !isTrusted(place)) return undefined
    const bytes = readToEnd(fd)
    const head = headOf(source)
    const end = head.length + source.length
    const isOfSource = bytes.subarray(0, head.length).equals(head) && bytes.subarray(head.length, end).equals(source)
    return isOfSource && bytes.length > end ? bytes.subarray(end) : undefined
  } catch {
    return undefined // gone meanwhile, or a file system's fault: the script is compiled
  } finally {
    fs.closeSync(fd)
  }
}

/** run.keep_code(code): for the next run of `source`. Where it cannot be written there is none. */
export function keepsCode(folder: string, source: Uint8Array): Service {
  return (_, [code]) => {
    const file = fileFor(folder, source)
    const temporary = `${file}.${process.pid}.tmp`
    try {
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
      if (!isTrusted(fs.statSync(folder))) return null
      forgetOldest(folder)
      fs.writeFileSync(temporary, Buffer.concat([headOf(source), source, code as Uint8Array]), { mode: 0o600, flag: 'wx' }) // bytes: kept_code.py
      fs.renameSync(temporary, file)
    } catch {
      fs.rmSync(temporary, { force: true })
    }
    return null
  }
}

const headOf = (source: Uint8Array): Buffer =>
  Buffer.from(`py-runner code ${readWhole(`${engineFolder}/${BUILD_ID_FILE}`).toString('latin1')} ${source.length}\n`)

// Both ends name it: to go through all of a long source takes longer than to read the file.
function fileFor(folder: string, source: Uint8Array): string {
  const [begin, end] = [source.subarray(0, NAMING_BYTES), source.subarray(-NAMING_BYTES)].map((part) => fnv1a(part).toString(16))
  return `${folder}/${source.length}-${begin}-${end}.code`
}
const NAMING_BYTES = 1024

function forgetOldest(folder: string): void {
  const names = fs.readdirSync(folder)
  if (names.length < MOST_FILES) return
  const files = names.map((name) => ({ name, stat: fs.lstatSync(`${folder}/${name}`) }))
  const oldest = files.sort((a, b) => lastNeeded(a.stat) - lastNeeded(b.stat)).slice(0, names.length - MOST_FILES / 2)
  for (const { name } of oldest) fs.rmSync(`${folder}/${name}`, { force: true })
}
const MOST_FILES = 100
