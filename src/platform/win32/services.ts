// What the guest's module `nt` asks its host beyond system calls, by the Win32 functions behind it. Paths are bytes.
import fs from 'node:fs'
import os from 'node:os'
import type { HostPath } from '../../kernel/arguments.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Service, Services } from '../../kernel/service.ts'
import { reportOfCode } from './error-report.ts'

/** GetFullPathNameW. */
const fullPath: Service = (kernel, [path]) => completed(kernel, path)

/** GetFinalPathNameByHandleW: links followed, marked as taken as it stands. */
const finalPath: Service = (kernel, [path]) => {
  const { host, node } = resolved(kernel, path)
  if (node) return Buffer.concat([MARK, kernel.platform.paths.fromLibrary(Buffer.from(node.path, 'latin1'))])
  const real = fs.realpathSync(host, 'buffer')
  return Buffer.concat([MARK, kernel.platform.paths.toGuest(real)])
}
const MARK = Buffer.from('\\\\?\\')

/** Where a symbolic link points to; the host's separators become the guest's. */
const readLink: Service = (kernel, [path]) => {
  const target = fs.readlinkSync(resolved(kernel, path).host, 'buffer')
  if (target[0] === SLASH) return Buffer.concat([MARK, kernel.platform.paths.toGuest(target)])
  return Buffer.from(target.toString('latin1').replaceAll('/', '\\'), 'latin1')
}
const SLASH = 0x2f

/** MoveFileExW without MOVEFILE_REPLACE_EXISTING: nothing is overwritten. */
const rename: Service = (kernel, [from, to]) => {
  const source = resolved(kernel, from)
  const target = resolved(kernel, to)
  if (source.readOnly || target.readOnly) throw failure('EROFS')
  if (!source.host.equals(target.host) && fs.lstatSync(target.host, { throwIfNoEntry: false })) {
    fs.lstatSync(source.host) // what is missing is said first
    throw failure('EEXIST')
  }
  fs.renameSync(source.host, target.host)
  return null
}

/** windows.error(code): the errno's number and the words of a failure of Win32. */
const error: Service = (_, [code]) => {
  const { number, words } = reportOfCode(Number(code))
  return [number, words]
}

export const windowsServices: Services = {
  'windows.full_path': fullPath,
  'windows.final_path': finalPath,
  'windows.read_link': readLink,
  'windows.rename': rename,
  'windows.error': error,
  /** GetUserNameW. */
  'windows.user_name': () => os.userInfo().username,
}

type Argument = Parameters<Service>[1][number] | undefined

function completed(kernel: Kernel, path: Argument): Buffer {
  const written = Buffer.from(path as Uint8Array) // nt sends bytes
  const full = kernel.platform.paths.complete?.(written, () => kernel.paths.cwd()) ?? written
  if (typeof full === 'string') throw failure(full)
  return full
}

function resolved(kernel: Kernel, path: Argument): HostPath {
  const found = kernel.paths.resolve(AT_FDCWD, Buffer.from(path as Uint8Array)) // nt sends bytes
  if (typeof found === 'string') throw failure(found)
  return found
}
const AT_FDCWD = -100

function failure(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code })
}
