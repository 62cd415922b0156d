// Access and modification times in nanoseconds. Node's utimes takes seconds as a double, and libuv cuts that to
// microseconds (before 1.50) or keeps its rounding; what did not come out exact goes through touch(1), which POSIX gives
// fractions of a second of any length.
import fs from 'node:fs'

export type TimesTarget = { readonly fd: number } | { readonly path: Buffer; readonly follow: boolean }

export function setTimes(target: TimesTarget, atime: bigint | undefined, mtime: bigint | undefined): void {
  if (atime === undefined && mtime === undefined) return
  const before = look(target)
  const access = atime ?? before.atimeNs
  const modification = mtime ?? before.mtimeNs
  set(target, access, modification)
  const after = look(target)
  if (after.atimeNs === access && after.mtimeNs === modification) return
  const wrong: [which: '-a' | '-m', nanoseconds: bigint][] = []
  if (after.atimeNs !== access) wrong.push(['-a', access])
  if (after.mtimeNs !== modification) wrong.push(['-m', modification])
  if (!('fd' in target) && !target.follow) {
    for (const each of wrong) touchLink(target.path, ...each)
    return
  }
  const fd = 'fd' in target ? target.fd : fs.openSync(target.path, O_PATH)
  try {
    for (const each of wrong) touch(fd, ...each)
  } finally {
    if (!('fd' in target)) fs.closeSync(fd)
  }
}

const O_PATH = 0o10000000 // names a file without opening it: works for files that may not be read

function look(target: TimesTarget): fs.BigIntStats {
  if ('fd' in target) return fs.fstatSync(target.fd, { bigint: true })
  return (target.follow ? fs.statSync : fs.lstatSync)(target.path, { bigint: true })
}

function set(target: TimesTarget, atime: bigint, mtime: bigint): void {
  const access = seconds(atime)
  const modification = seconds(mtime)
  if ('fd' in target) fs.futimesSync(target.fd, access, modification)
  else if (target.follow) fs.utimesSync(target.path, access, modification)
  else fs.lutimesSync(target.path, access, modification)
}

// A negative number would be "now" to Node; a Date is not.
function seconds(nanoseconds: bigint): number | Date {
  return nanoseconds < 0n ? new Date(Math.floor(Number(nanoseconds) / 1e6)) : Number(nanoseconds) / 1e9
}

const BILLION = 1_000_000_000n

function touch(fd: number, which: '-a' | '-m', nanoseconds: bigint): void {
  run('touch', ['-c', which, '-d', dateOf(nanoseconds), '/proc/self/fd/3'], fd)
}

// A link itself has no descriptor that touch could take, only its name; a name is bytes, which reach the shell in octal.
function touchLink(path: Buffer, which: '-a' | '-m', nanoseconds: bigint): void {
  const own = path.toString('latin1').replace(/^\/proc\/self\//, `/proc/${process.pid}/`) // the shell's /proc/self is its own
  const octal = Array.from(Buffer.from(own, 'latin1'), (byte) => `\\0${byte.toString(8).padStart(3, '0')}`).join('')
  run('sh', ['-c', TOUCH_FROM_OCTAL, 'sh', octal, which, dateOf(nanoseconds)])
}
const TOUCH_FROM_OCTAL = 'path=$(printf %b. "$1"); exec touch -h -c "$2" -d "$3" -- "${path%.}"'

function dateOf(nanoseconds: bigint): string {
  const rest = ((nanoseconds % BILLION) + BILLION) % BILLION
  const date = new Date(Number((nanoseconds - rest) / BILLION) * 1000).toISOString().slice(0, 19)
  return `${date}.${String(rest).padStart(9, '0')}Z`
}

function run(program: string, args: readonly string[], fd?: number): void {
  const stdio: ('ignore' | number)[] = ['ignore', 'ignore', 'ignore']
  process.getBuiltinModule('node:child_process').spawnSync(program, args, { stdio: fd === undefined ? stdio : [...stdio, fd] })
}
