// Which files of the script's folder can be modules. The guest could list the folder itself, at the price of a few system calls
// and a look at each entry: a tenth of a start.
import fs from 'node:fs'
import { AT_FDCWD } from './kernel/arguments.ts'
import { Refusal, type Service } from './kernel/service.ts'

/** run.modules_beside(folder): names that end as modules do, and those that a package may have. */
export const modulesBeside: Service = (kernel, [folder]) => {
  const path = kernel.paths.resolve(AT_FDCWD, Buffer.from(folder as Uint8Array)) // _pyrunner.main sends bytes
  if (typeof path === 'string') return new Refusal(path)
  if (path.node)
    return kernel.library
      .entriesOf(path.node)
      .map(({ path }) => path.slice(path.lastIndexOf('/') + 1))
      .filter(canBeModule)
      .map(latin1)
  return moduleNames(path.host)
}

/** Of a folder of the host. */
export function moduleNames(folder: Buffer): Buffer[] {
  return fs.readdirSync(folder, 'latin1').filter(canBeModule).map(latin1)
}

const canBeModule = (name: string) => !name.includes('.') || name.endsWith('.py') || name.endsWith('.pyc')
const latin1 = (name: string) => Buffer.from(name, 'latin1')
