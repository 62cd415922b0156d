// Pipes of the operating system, for children. The host end makes some at a time and this run keeps a handle of each until
// one is needed: what is in a pipe inside the guest then goes into it, and its ends take the place of that pipe's.
import fs from 'node:fs'
import { O } from '../descriptors/open-file.ts'
import type { Kernel } from '../kernel.ts'
import { StreamFile } from '../streams/stream-file.ts'
import { PIPE_BYTES, type Pipe } from './pipe.ts'
import { resize } from './real-size.ts'

export class RealPipes {
  readonly #kernel: Kernel
  #handles: number[] = []
  #inodes = 0

  constructor(kernel: Kernel) {
    this.#kernel = kernel
  }

  /** For a pipe inside the guest. */
  nextInode(): number {
    return ++this.#inodes
  }

  /** Puts the ends of a real pipe in place of `pipe`'s. */
  replace(pipe: Pipe): void {
    const { descriptors, platform } = this.#kernel
    const handle = this.take()
    try {
      const { reader, writer } = pipe
      const input = reader.isOpen ? new StreamFile(platform.openPipe(handle, 'read'), { status: reader.status }) : undefined
      const output = new StreamFile(platform.openPipe(handle, 'write'), { status: writer.status })
      if (pipe.capacity !== PIPE_BYTES) resize(output, pipe.capacity) // where there is no perl, it holds what all hold
      const bytes = pipe.take(pipe.length)
      if (bytes.length > 0 && input) output.push(this.#kernel, bytes)
      if (input) descriptors.exchange(reader, input)
      if (writer.isOpen) descriptors.exchange(writer, output)
      else output.close(this.#kernel)
    } finally {
      fs.closeSync(handle)
    }
  }

  /**
   * Somebody else is to read on where the guest is. What was read ahead of it, as poll(2) has to, goes into a new pipe, the
   * rest after it by a `cat`; the guest reads from there too.
   */
  putBack(stream: StreamFile): void {
    const ahead = stream.takeAhead(this.#kernel)
    if (ahead.length === 0) return
    const { descriptors, link, platform } = this.#kernel
    const handle = this.take()
    try {
      const input = new StreamFile(platform.openPipe(handle, 'read'), { status: stream.status & ~O.ACCMODE })
      const output = new StreamFile(platform.openPipe(handle, 'write'), { status: O.WRONLY })
      output.push(this.#kernel, ahead)
      this.#kernel.complete(link.request('pipes.relay', stream.hostFd, output.hostFd))
      output.close(this.#kernel)
      descriptors.exchange(stream, input)
      stream.close(this.#kernel)
    } finally {
      fs.closeSync(handle)
    }
  }

  /** A descriptor of a new pipe, by which its ends can be opened; whoever takes it closes it. */
  take(): number {
    if (this.#handles.length === 0) this.#handles = this.#fetch()
    return this.#handles.pop() as number // never none
  }

  close(): void {
    for (const handle of this.#handles) fs.closeSync(handle)
    this.#handles = []
  }

  // What the host end opened is the host end's to close, however this run ends.
  #fetch(): number[] {
    const { link, platform } = this.#kernel
    const theirs = this.#kernel.complete(link.request('pipes.make')) as readonly number[] // it answers descriptors
    const ours = theirs.map((fd) => platform.openPipe(fd, 'read'))
    link.request('pipes.release', theirs)
    return ours
  }
}
