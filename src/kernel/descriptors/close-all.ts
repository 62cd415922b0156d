// What the end of a process does to its files: all are closed, and nobody is told what that met.
import type { Kernel } from '../kernel.ts'
import { writeAllBack } from '../memory-maps/mapping.ts'

export function closeAll(kernel: Kernel): void {
  const quietly = (close: () => void) => {
    try {
      close()
    } catch (error) {
      kernel.errnoOf(error, 'close') // throws what is a fault of ours
    }
  }
  for (const [fd] of [...kernel.descriptors.entries()]) quietly(() => kernel.descriptors.remove(kernel, fd))
  writeAllBack(kernel)
  for (const { file } of kernel.mappings.values()) quietly(() => kernel.descriptors.release(kernel, file))
  kernel.mappings.clear()
  kernel.pipes.close()
  kernel.paths.leave()
  kernel.library.close()
}
