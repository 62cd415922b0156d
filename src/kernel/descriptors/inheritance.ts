// The descriptors from 3 up that the process was started with. Each becomes the guest's when the guest first names its
// number, or a child is to have all; most scripts name none, so nothing is asked about them before.
import type { Kernel } from '../kernel.ts'
import { inheritedFile } from '../streams/inherited-file.ts'
import type { OpenFile } from './open-file.ts'

export class Inheritance {
  readonly #kernel: Kernel
  readonly #left: Set<number>
  readonly #isInherited: (fd: number) => boolean

  /** `numbers`: all that were open, Node's own too. */
  constructor(kernel: Kernel, numbers: readonly number[]) {
    this.#kernel = kernel
    this.#left = new Set(numbers.filter((fd) => fd >= FIRST_INHERITED))
    this.#isInherited = kernel.platform.inheritedAmong?.(numbers) ?? (() => false)
  }

  /** Numbers that may still be taken. */
  get left(): readonly number[] {
    return [...this.#left]
  }

  /** The file that the guest is to have as `fd`, once. */
  take(fd: number): OpenFile | undefined {
    return this.#left.delete(fd) && this.#isInherited(fd) ? inheritedFile(this.#kernel, fd, 'closed with it') : undefined
  }
}

/** Those below are the standard streams. */
export const FIRST_INHERITED = 3
