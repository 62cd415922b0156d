// openat of the interpreter's own files: to be read only.
import type { HostPath } from '../arguments.ts'
import { install } from '../descriptors/install.ts'
import { O } from '../descriptors/open-file.ts'
import type { Errno } from '../errno.ts'
import { statusOf } from '../files/status-of.ts'
import type { Kernel } from '../kernel.ts'
import { LibraryDirectory } from './library-directory.ts'
import { LibraryFile } from './library-file.ts'

export function openInLibrary(kernel: Kernel, { node }: HostPath, flags: number): number | Errno {
  if (node && flags & O.CREAT && flags & O.EXCL) return 'EEXIST'
  if (!node) return flags & O.CREAT ? 'EROFS' : 'ENOENT'
  if (flags & (O.ACCMODE | O.TRUNC)) return node.isFolder ? 'EISDIR' : 'EROFS'
  const { library, platform } = kernel
  if (node.isFolder) {
    if (!(flags & O.DIRECTORY) && !platform.opensDirectories) return 'EISDIR'
    return install(kernel, new LibraryDirectory(library, node, statusOf(flags)), flags)
  }
  if (flags & O.DIRECTORY) return 'ENOTDIR'
  return install(kernel, new LibraryFile(library.partOf(node), node.stat, statusOf(flags)), flags)
}
