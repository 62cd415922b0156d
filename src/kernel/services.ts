// Services of the kernel's own families: calls that the guest's C library lacks, facts about this run and this machine.
import fs from 'node:fs'
import type { Value } from '../transport/marshal.ts'
import { canRead, canWrite } from './descriptors/open-file.ts'
import { makeNode } from './files/names.ts'
import { RegularFile } from './files/regular-file.ts'
import { sendFile } from './files/send-file.ts'
import { identityServices } from './identity/services.ts'
import { accessInLibrary } from './library/access.ts'
import { limitServices } from './limits/services.ts'
import { localeServices } from './locale/services.ts'
import { lockServices } from './locks/services.ts'
import { pipeServices } from './pipes/calls.ts'
import { processServices } from './processes/services.ts'
import { Refusal, type Service, type Services } from './service.ts'
import { signalServices } from './signals/services.ts'

const link: Service = (kernel, [fromDir, from, toDir, to, follow]) => {
  const source = kernel.paths.resolve(Number(fromDir), Buffer.from(from as Uint8Array)) // os.link sends bytes
  const target = kernel.paths.resolve(Number(toDir), Buffer.from(to as Uint8Array))
  if (typeof source === 'string') return new Refusal(source)
  if (typeof target === 'string') return new Refusal(target)
  if (target.readOnly) return new Refusal('EROFS')
  if (source.readOnly) return new Refusal('EXDEV')
  fs.linkSync(follow ? fs.realpathSync(source.host, 'buffer') : source.host, target.host)
  return null
}

const access: Service = (kernel, [dir, path, mode, follow]) => {
  const target = kernel.paths.resolve(Number(dir), Buffer.from(path as Uint8Array)) // os.access sends bytes
  if (typeof target === 'string') return false
  if (target.readOnly) return accessInLibrary(target.node, Number(mode)) === 0
  if (!follow && fs.lstatSync(target.host, { throwIfNoEntry: false })?.isSymbolicLink()) return true // a link itself is open to all
  try {
    fs.accessSync(target.host, Number(mode))
    return true
  } catch {
    return false // access(2) as a question: any error is a no
  }
}

const symlink: Service = (kernel, [target, dir, path]) => {
  const link = kernel.paths.resolve(Number(dir), Buffer.from(path as Uint8Array)) // os.symlink sends bytes
  if (typeof link === 'string') return new Refusal(link)
  if (link.readOnly) return new Refusal('EROFS')
  fs.symlinkSync(Buffer.from(target as Uint8Array), link.host)
  return null
}

const utime: Service = (kernel, [dir, path, atime, mtime, follow]) => {
  const target = kernel.paths.resolve(Number(dir), Buffer.from(path as Uint8Array)) // os.utime sends bytes
  if (typeof target === 'string') return new Refusal(target)
  if (target.readOnly) return new Refusal('EROFS')
  const now = BigInt(Date.now()) * 1_000_000n
  const nanoseconds = (value: Value | undefined) => (typeof value === 'number' || typeof value === 'bigint' ? BigInt(value) : now)
  try {
    kernel.platform.setTimes({ path: target.host, follow: follow === true }, nanoseconds(atime), nanoseconds(mtime))
  } catch (error) {
    // utimensat(2): for the present time the right to write would have been enough, so it is what is missing.
    if (atime === null && mtime === null && (error as NodeJS.ErrnoException).code === 'EPERM') return new Refusal('EACCES')
    throw error
  }
  return null
}

const mknod: Service = (kernel, [dir, path, mode]) => {
  const target = kernel.paths.resolve(Number(dir), Buffer.from(path as Uint8Array)) // os.mknod sends bytes
  if (typeof target === 'string') return new Refusal(target)
  if (target.readOnly) return new Refusal('EROFS')
  const result = makeNode(kernel, target.host, Number(mode))
  return typeof result === 'string' ? new Refusal(result) : null
}

const sendfile: Service = (kernel, [out, input, offset, count]) => {
  const target = kernel.descriptors.get(Number(out))?.file
  const source = kernel.descriptors.get(Number(input))?.file
  if (!target || !source || !canWrite(target) || !canRead(source)) return new Refusal('EBADF')
  if (!(source instanceof RegularFile) || !(target instanceof RegularFile)) return new Refusal('EINVAL') // as Linux for what it cannot map
  return sendFile(kernel, target, source, offset === null ? undefined : Number(offset), Number(count))
}

const zone: Service = (kernel, [settled]) => {
  const key = kernel.zoneKey()
  if (settled === key) return null
  const { names, timezone, daylight, altzone } = kernel.zone()
  return [key, names[0], names[1], timezone, daylight ? 1 : 0, altzone]
}

export const kernelServices: Services = {
  'files.link': link,
  'files.mknod': mknod,
  'files.sendfile': sendfile,
  'files.access': access,
  'files.symlink': symlink,
  'files.utime': utime,
  'errno.table': (kernel) => new Map(Object.entries(kernel.platform.errnoTable)),
  'time.zone': zone,
  ...identityServices,
  ...limitServices,
  ...localeServices,
  ...signalServices,
  ...lockServices,
  ...pipeServices,
  ...processServices,
}
