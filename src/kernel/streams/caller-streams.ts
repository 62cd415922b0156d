// Descriptors 0, 1 and 2 of a run whose caller says what they are.
import fs from 'node:fs'
import os from 'node:os'
import { O, type OpenFile } from '../descriptors/open-file.ts'
import { RegularFile } from '../files/regular-file.ts'
import type { Kernel } from '../kernel.ts'
import { CallerInput } from './caller-input.ts'
import { CallerOutput } from './caller-output.ts'
import { inheritedFile } from './inherited-file.ts'
import type { StreamKind, StreamPlan } from './stream-plan.ts'

export function openCallerStreams(kernel: Kernel, { stdin, stdout, stderr }: StreamPlan): void {
  const { descriptors } = kernel
  descriptors.add(open(kernel, 0, stdin), false, 0)
  const output = open(kernel, 1, stdout)
  descriptors.add(output, false, 1)
  descriptors.add(stderr === 'stdout' ? output : open(kernel, 2, stderr), false, 2)
}

function open(kernel: Kernel, fd: number, kind: StreamKind): OpenFile {
  if (kind === 'inherit') return inheritedFile(kernel, fd, 'kept')
  if (kind === 'ignore') {
    const status = fd === 0 ? 0 : O.WRONLY
    return new RegularFile(fs.openSync(os.devNull, kernel.platform.openFlags(status)), { status, device: true })
  }
  const inode = kernel.pipes.nextInode()
  return fd === 0 ? new CallerInput(inode) : new CallerOutput(fd, inode)
}
