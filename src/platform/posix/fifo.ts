// mkfifo(3), which Node lacks, by the system's own tool.
import fs from 'node:fs'

const SLASH = 0x2f

export function makeFifo(path: Buffer, mode: number): void {
  const slash = path.lastIndexOf(SLASH)
  const folder = slash < 0 ? Buffer.from('.') : path.subarray(0, Math.max(1, slash))
  fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK)
  if (fs.lstatSync(path, { throwIfNoEntry: false })) throw failure('EEXIST')
  const name = path.toString()
  if (!Buffer.from(name).equals(path)) throw failure('EILSEQ') // Node cannot hand such a name to a program
  // The tool's /proc/self is its own: descriptors of this process are named by its number.
  const own = name.replace(/^\/proc\/self\//, `/proc/${process.pid}/`)
  const { status } = process
    .getBuiltinModule('node:child_process')
    .spawnSync('mkfifo', ['-m', mode.toString(8), '--', own], { stdio: 'ignore' })
  if (status !== 0) throw failure('EIO')
}

function failure(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`mkfifo: ${code}`), { code })
}
