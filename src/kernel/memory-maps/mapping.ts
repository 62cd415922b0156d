// A mapped file: a copy in the guest's memory, and when what was changed there goes back to the file. mmap(2).
import fs from 'node:fs'
import type { OpenFile } from '../descriptors/open-file.ts'
import type { Kernel } from '../kernel.ts'
import { changedParts } from './changed-parts.ts'

export interface Mapping {
  /** Open although its descriptor may be closed. */
  readonly file: OpenFile
  readonly address: number
  /** Where in the file it begins. */
  readonly offset: number
  /** What the file has of a mapping that is shared and may be written; undefined of any other. */
  readonly written: Uint8Array | undefined
}

/** Only what the guest changed: the rest may be another's by now, who wrote to the file or has a mapping of it too. */
export function writeBack(kernel: Kernel, { file, address, offset, written }: Mapping): void {
  if (!written || file.hostFd === undefined) return
  const size = Math.min(written.length, fs.fstatSync(file.hostFd).size - offset) // a mapping never makes a file longer
  const now = kernel.memory.bytes(address, Math.max(0, size))
  for (const { from, to } of changedParts(written, now)) {
    fs.writeSync(file.hostFd, now, from, to - from, offset + from)
    written.set(now.subarray(from, to), from)
  }
}

/** Where others are to find in their files what the guest has written; nobody asked for it, so nobody is told what that met. */
export function writeAllBack(kernel: Kernel): void {
  for (const mapping of kernel.mappings.values()) {
    try {
      writeBack(kernel, mapping)
    } catch (error) {
      kernel.errnoOf(error, 'msync') // throws what is a fault of ours
    }
  }
}
