// Access and modification times in nanoseconds. Node's utimes takes seconds as a double and libuv cuts to microseconds;
// what needs more precision goes through touch(1), which POSIX gives fractions of a second of any length.
import fs from 'node:fs'

type Target = { readonly fd: number } | { readonly path: Buffer; readonly follow: boolean }

export function setTimes(target: Target, atime: bigint | undefined, mtime: bigint | undefined): void {
  if (atime === undefined && mtime === undefined) return
  const stat = 'fd' in target ? fs.fstatSync(target.fd, { bigint: true }) : (target.follow ? fs.statSync : fs.lstatSync)(target.path, { bigint: true })
  const access = atime ?? stat.atimeNs
  const modification = mtime ?? stat.mtimeNs
  set(target, seconds(access), seconds(modification))
  if (access % MICROSECOND === 0n && modification % MICROSECOND === 0n) return
  if (!('fd' in target) && !target.follow) return // a link's own times keep microseconds
  const fd = 'fd' in target ? target.fd : fs.openSync(target.path, O_PATH)
  try {
    touch(fd, '-a', access)
    touch(fd, '-m', modification)
  } finally {
    if (!('fd' in target)) fs.closeSync(fd)
  }
}

const MICROSECOND = 1000n
const O_PATH = 0o10000000 // names a file without opening it: works for files that may not be read

// Half a microsecond keeps the double on the right side of libuv's cut.
function seconds(nanoseconds: bigint): number {
  const micro = (nanoseconds - (((nanoseconds % MICROSECOND) + MICROSECOND) % MICROSECOND)) / MICROSECOND
  return (Number(micro) + 0.5) / 1e6
}

function set(target: Target, access: number, modification: number): void {
  if ('fd' in target) fs.futimesSync(target.fd, access, modification)
  else if (target.follow) fs.utimesSync(target.path, access, modification)
  else fs.lutimesSync(target.path, access, modification)
}

function touch(fd: number, which: '-a' | '-m', nanoseconds: bigint): void {
  const whole = nanoseconds / 1_000_000_000n - (nanoseconds % 1_000_000_000n < 0n ? 1n : 0n)
  const date = new Date(Number(whole) * 1000).toISOString().slice(0, 19)
  const fraction = String(nanoseconds - whole * 1_000_000_000n).padStart(9, '0')
  process.getBuiltinModule('node:child_process').spawnSync('touch', ['-c', which, '-d', `${date}.${fraction}Z`, '/proc/self/fd/3'], { stdio: ['ignore', 'ignore', 'ignore', fd] })
}
