// access(2) of the interpreter's own files.
import fs from 'node:fs'
import type { Errno } from '../errno.ts'
import type { LibraryNode } from './library.ts'

export function accessInLibrary(node: LibraryNode | undefined, mode: number): 0 | Errno {
  if (!node) return 'ENOENT'
  if (mode & fs.constants.W_OK) return 'EROFS'
  return mode & fs.constants.X_OK && !node.isFolder ? 'EACCES' : 0
}
