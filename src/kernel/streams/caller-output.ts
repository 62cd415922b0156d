// A standard stream that the run's caller reads: what the guest writes goes to the host end, which says when the caller has
// taken it. As much may be under way as a pipe holds, so a slow reader slows the script. When a child is to have the stream it
// becomes a pipe of the system, read by the host end. pipe(7).
import fs from 'node:fs'
import os from 'node:os'
import type { Pending } from '../../transport/guest-link.ts'
import type { Region } from '../arguments.ts'
import { O, type OpenFile, POLL, type Transfer } from '../descriptors/open-file.ts'
import { UnseekableFile } from '../descriptors/unseekable-file.ts'
import type { Kernel } from '../kernel.ts'
import { PIPE_BYTES, pipeStat } from '../pipes/pipe.ts'
import { ATOMIC_BYTES, writeAsPipe } from '../pipes/write-as-pipe.ts'
import type { Stat } from '../structs.ts'
import { gather } from './regions.ts'
import { StreamFile } from './stream-file.ts'

export class CallerOutput extends UnseekableFile implements OpenFile {
  status: number = O.WRONLY
  readonly type = 6
  readonly hostFd = undefined
  readonly pipeSize = PIPE_BYTES
  /** 1 or 2: which of the run's streams it is. */
  readonly #stream: number
  readonly #inode: number
  readonly #underWay: { readonly length: number; readonly answer: Pending }[] = []
  #isBroken = false

  constructor(stream: number, inode: number) {
    super()
    this.#stream = stream
    this.#inode = inode
  }

  read(): Transfer {
    return 'EBADF'
  }

  write(kernel: Kernel, from: readonly Region[]): Transfer {
    const put = (bytes: Uint8Array) => {
      const answer = kernel.link.request('output.write', this.#stream, bytes)
      this.#underWay.push({ length: bytes.length, answer })
    }
    return writeAsPipe(
      {
        status: this.status,
        room: () => this.#room(),
        isBroken: () => this.#isBroken,
        put,
        broken: (done) => this.#broken(kernel, done),
      },
      gather(kernel.memory, from),
    )
  }

  /** Bytes that may be given away now. */
  #room(): number {
    for (let first = this.#underWay[0]; first?.answer.settled; first = this.#underWay[0]) {
      this.#underWay.shift()
      if (first.answer.take() === GONE) this.#isBroken = true
    }
    return PIPE_BYTES - this.#underWay.reduce((sum, { length }) => sum + length, 0)
  }

  #broken(kernel: Kernel, done: number): Transfer {
    if (this.#stream === 1) kernel.stdoutBroken = true
    kernel.signals.bring(os.constants.signals.SIGPIPE)
    return done > 0 ? done : 'EPIPE'
  }

  makeReal(kernel: Kernel): void {
    const handle = kernel.pipes.take()
    try {
      // Opened first: to the host end a pipe without a writer has ended.
      const output = new StreamFile(kernel.platform.openPipe(handle, 'write'), { status: this.status })
      kernel.complete(kernel.link.request('output.attach', this.#stream, handle))
      kernel.descriptors.exchange(this, output)
    } finally {
      fs.closeSync(handle)
    }
  }

  stat(): Stat {
    return pipeStat(this.#inode)
  }

  poll(_: Kernel, events: number): number {
    const room = this.#room()
    if (this.#isBroken) return POLL.ERR | (events & POLL.OUT)
    return room >= ATOMIC_BYTES ? events & POLL.OUT : 0
  }

  close(): void {}
}

/** What output.write answers when nobody reads any more. */
export const GONE = false
