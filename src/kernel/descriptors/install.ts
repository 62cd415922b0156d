// Gives a freshly opened file its number.
import type { Kernel } from '../kernel.ts'
import { O, type OpenFile } from './open-file.ts'

/** The lowest free number for `file`; out of numbers, it is closed again. `flags` are open(2)'s. */
export function install(kernel: Kernel, file: OpenFile, flags: number): number | 'EMFILE' {
  const fd = kernel.descriptors.add(file, (flags & O.CLOEXEC) !== 0)
  if (typeof fd === 'string') file.close(kernel)
  return fd
}
