// Which descriptors a child gets: the guest's that are inheritable, up to a number, then some moved and some closed. Pipes
// inside the guest become real ones, since the child is to share them.
import { FIRST_INHERITED } from '../descriptors/inheritance.ts'
import { canRead } from '../descriptors/open-file.ts'
import type { Kernel } from '../kernel.ts'
import { writeAllBack } from '../memory-maps/mapping.ts'
import { StreamFile } from '../streams/stream-file.ts'

export interface Plan {
  /** From this number on nothing is inherited by itself; undefined: there is no such number. */
  readonly closeFrom?: number | undefined
  /** The child's number, and the guest's descriptor that it names, whatever its own flag; -1 for none. */
  readonly moves: readonly (readonly [child: number, own: number])[]
}

/** The host's descriptors by the child's numbers, -1 where there is none. */
export function carryOut(kernel: Kernel, { closeFrom = Number.POSITIVE_INFINITY, moves }: Plan): readonly number[] | 'EBADF' {
  const { descriptors } = kernel
  writeAllBack(kernel)
  if (closeFrom > FIRST_INHERITED) descriptors.inheritAll()
  const own = new Map<number, number>()
  for (const [fd, { closeOnExec, file }] of descriptors.entries())
    if (!closeOnExec && fd < closeFrom && (file.hostFd !== undefined || file.makeReal)) own.set(fd, fd)
  for (const [child, fd] of moves) {
    if (fd < 0) own.delete(child)
    else own.set(child, fd)
  }
  for (const fd of own.values()) {
    const file = descriptors.get(fd)?.file
    if (file instanceof StreamFile && canRead(file)) kernel.pipes.putBack(file)
    else file?.makeReal?.(kernel)
  }
  const streams = [-1, -1, -1]
  for (const [child, fd] of own) {
    const file = descriptors.get(fd)?.file
    if (file?.hostFd === undefined) return 'EBADF'
    file.share?.(kernel)
    while (streams.length <= child) streams.push(-1)
    streams[child] = file.hostFd
  }
  return streams
}

/** What a program started by the C library inherits. */
export const EVERYTHING: Plan = { moves: [] }
