// Services of the kernel's own families: calls that the guest's C library lacks, facts about this run and this machine.
import fs from 'node:fs'
import os from 'node:os'
import { RegularFile } from './files/regular-file.ts'
import { makeNode } from './files/names.ts'
import type { Kernel } from './kernel.ts'
import { Refusal, type Service, type Services } from './service.ts'
import { canRead, canWrite } from './descriptors/open-file.ts'
import { sendFile } from './files/send-file.ts'

const link: Service = (kernel, [fromDir, from, toDir, to, follow]) => {
  const source = kernel.paths.resolve(Number(fromDir), Buffer.from(from as Uint8Array)) // os.link sends bytes
  const target = kernel.paths.resolve(Number(toDir), Buffer.from(to as Uint8Array))
  if (typeof source === 'string') return new Refusal(source)
  if (typeof target === 'string') return new Refusal(target)
  if (source.readOnly || target.readOnly) return new Refusal('EROFS')
  fs.linkSync(follow ? fs.realpathSync(source.host, 'buffer') : source.host, target.host)
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

const zone: Service = (kernel) => {
  const { names, timezone, daylight } = kernel.zone()
  return [names[0], names[1], timezone, daylight ? 1 : 0, altzone(kernel)]
}

// CPython Modules/timemodule.c, init_timezone: altzone is the offset of the season that has the other name.
function altzone(kernel: Kernel): number {
  const { at, timezone, daylight } = kernel.zone()
  if (!daylight) return timezone - 3600
  const year = new Date().getUTCFullYear()
  const offsets = [0, 6].map((month) => -at(Date.UTC(year, month, 1) / 1000).offsetSeconds)
  return Math.min(...offsets)
}

export const kernelServices: Services = {
  'files.link': link,
  'files.mknod': mknod,
  'files.sendfile': sendfile,
  'identity.ids': () => [process.getuid?.() ?? 0, process.geteuid?.() ?? 0, process.getgid?.() ?? 0, process.getegid?.() ?? 0],
  'identity.groups': () => process.getgroups?.() ?? [],
  'identity.cpus': () => os.availableParallelism(),
  'identity.login': () => process.env.LOGNAME ?? os.userInfo().username,
  'errno.table': (kernel) => new Map(Object.entries(kernel.platform.errnoTable)),
  'time.zone': zone,
}
