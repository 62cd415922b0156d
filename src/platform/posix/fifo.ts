// mkfifo(3), which Node lacks, by the system's own tool.
import fs from 'node:fs'

const SLASH = 0x2f

export function makeFifo(path: Buffer, mode: number): void {
  const slash = path.lastIndexOf(SLASH)
  const folder = slash < 0 ? Buffer.from('.') : path.subarray(0, Math.max(1, slash))
  if (!fs.statSync(folder).isDirectory()) throw failure('ENOTDIR')
  fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK)
  if (fs.lstatSync(path, { throwIfNoEntry: false })) throw failure('EEXIST')
  const name = path.toString('latin1').replace(/^\/proc\/self\//, `/proc/${process.pid}/`) // the tool's /proc/self is its own
  const { status } = process
    .getBuiltinModule('node:child_process')
    .spawnSync('sh', ['-c', MKFIFO_FROM_OCTAL, 'sh', octal(name), mode.toString(8)], { stdio: 'ignore' })
  if (status !== 0) throw failure(whyNot(path))
}

// Node hands a program only names that are UTF-8; in octal every name arrives. The dot keeps line ends at the end.
const MKFIFO_FROM_OCTAL = 'path=$(printf %b. "$1"); exec mkfifo -m "$2" -- "${path%.}"'
const octal = (latin1: string) => Array.from(latin1, (byte) => `\\0${byte.charCodeAt(0).toString(8).padStart(3, '0')}`).join('')

// The tool has only words for its failure; a file at the same place fails for the same reason, with a code.
function whyNot(path: Buffer): string {
  try {
    fs.closeSync(fs.openSync(path, 'wx'))
    fs.unlinkSync(path)
    return 'EIO'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'EIO' // Node throws nothing else from these
  }
}

function failure(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`mkfifo: ${code}`), { code })
}
