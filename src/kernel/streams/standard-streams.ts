// Descriptors 0, 1 and 2 as the process got them.
import type { Kernel } from '../kernel.ts'
import { inheritedFile } from './inherited-file.ts'

export function openStandardStreams(kernel: Kernel): void {
  for (const fd of [0, 1, 2]) kernel.descriptors.add(inheritedFile(kernel, fd, 'kept'), false, fd)
}
