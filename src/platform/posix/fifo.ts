// mkfifo(3), which Node lacks, by the system's own tool.
import fs from 'node:fs'

export function makeFifo(path: Buffer, mode: number): void {
  if (fs.lstatSync(path, { throwIfNoEntry: false })) throw failure('EEXIST')
  fs.accessSync(path.subarray(0, Math.max(1, path.lastIndexOf(0x2f))).length && path.includes(0x2f) ? path.subarray(0, Math.max(1, path.lastIndexOf(0x2f))) : Buffer.from('.'), fs.constants.W_OK)
  const text = path.toString()
  if (!Buffer.from(text).equals(path)) throw failure('EILSEQ') // Node cannot hand such a name to a program
  const { status } = process.getBuiltinModule('node:child_process').spawnSync('mkfifo', ['-m', mode.toString(8), '--', text], { stdio: 'ignore' })
  if (status !== 0) throw failure('EIO')
}

function failure(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`mkfifo: ${code}`), { code })
}
