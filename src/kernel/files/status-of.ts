// What a description keeps of the flags that it was opened with.
import { O } from '../descriptors/open-file.ts'

/** open(2): with O_PATH all other flags but these are ignored. */
export function statusOf(flags: number): number {
  if (flags & O.PATH) return flags & (O.PATH | O.DIRECTORY | O.NOFOLLOW)
  return flags & ~(O.CREAT | O.EXCL | O.NOCTTY | O.TRUNC | O.CLOEXEC | O.TEMPORARY)
}
