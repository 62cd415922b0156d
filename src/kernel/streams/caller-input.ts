// Standard input that the run's caller gives: the host end begins to send it when it is first asked for. When a child is to
// have it, it becomes a pipe of the system that the host end fills: first with what has come here and was not read, then with
// the rest.
import fs from 'node:fs'
import type { Inflow } from '../../transport/inflow.ts'
import type { Region } from '../arguments.ts'
import { O, type OpenFile, POLL, type Transfer } from '../descriptors/open-file.ts'
import { UnseekableFile } from '../descriptors/unseekable-file.ts'
import type { Kernel } from '../kernel.ts'
import { pipeStat } from '../pipes/pipe.ts'
import type { Stat } from '../structs.ts'
import { lengthOf } from './regions.ts'
import { StreamFile } from './stream-file.ts'

export class CallerInput extends UnseekableFile implements OpenFile {
  status = 0
  readonly type = 6
  readonly hostFd = undefined
  readonly #inode: number
  #inflow: Inflow | undefined

  constructor(inode: number) {
    super()
    this.#inode = inode
  }

  read(kernel: Kernel, into: readonly Region[]): Transfer {
    if (lengthOf(into) === 0) return 0
    if (this.#isReady(kernel)) return this.#take(kernel, into)
    if (this.status & O.NONBLOCK) return 'EAGAIN'
    return { wait: true, ready: () => this.#isReady(kernel), resume: () => this.#take(kernel, into) }
  }

  write(): Transfer {
    return 'EBADF'
  }

  #isReady(kernel: Kernel): boolean {
    this.#inflow ??= kernel.link.inflow(kernel.link.request('input.open').id)
    if (!this.#inflow.ready) kernel.link.drain()
    return this.#inflow.ready
  }

  #take(kernel: Kernel, into: readonly Region[]): number {
    let count = 0
    for (const { address, length } of into) {
      const part = this.#inflow?.read(kernel.memory.bytes(address, length)) ?? 0
      count += part
      if (part < length) break
    }
    return count
  }

  makeReal(kernel: Kernel): void {
    const handle = kernel.pipes.take()
    try {
      kernel.complete(kernel.link.request('input.attach', handle)) // what was sent before is here before this answer
      const input = new StreamFile(kernel.platform.openPipe(handle, 'read'), { status: this.status })
      kernel.link.request('input.ahead', this.#ahead(kernel))
      kernel.descriptors.exchange(this, input)
    } finally {
      fs.closeSync(handle)
    }
  }

  #ahead(kernel: Kernel): Uint8Array {
    const chunks: Uint8Array[] = []
    while (this.#inflow && this.#isReady(kernel)) {
      const chunk = new Uint8Array(CHUNK_BYTES)
      const count = this.#inflow.read(chunk)
      if (count === 0) break
      chunks.push(chunk.subarray(0, count))
    }
    this.#inflow?.close()
    return Buffer.concat(chunks)
  }

  stat(): Stat {
    return pipeStat(this.#inode)
  }

  watch(kernel: Kernel, events: number): void {
    if (events & POLL.IN) this.#isReady(kernel)
  }

  poll(kernel: Kernel, events: number): number {
    return this.#isReady(kernel) ? events & POLL.IN : 0
  }

  close(): void {
    this.#inflow?.close()
  }
}

const CHUNK_BYTES = 1 << 16
