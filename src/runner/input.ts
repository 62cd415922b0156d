// What a caller gives a script to read: sent to the guest as it asks for it, or, once a program of the script is to have the
// stream, into a pipe of the system.
import fs from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { OperationContext, Outflow } from '../transport/host-link.ts'
import type { Value } from '../transport/marshal.ts'

/** Text (as UTF-8), bytes, a stream of Node's or of the web, or what else yields such pieces. A stream is destroyed when the run ends. */
export type InputSource = string | Uint8Array | Readable | ReadableStream | AsyncIterable<string | Uint8Array>

const PIECE_BYTES = 1 << 16

export class Input {
  readonly #source: Readable
  #outflow: Outflow | undefined
  #pipe: Pipe | undefined
  #pumping: Promise<void> | undefined
  #isOver = false

  constructor(source: InputSource) {
    this.#source = readableOf(source)
    this.#source.on('error', () => {}) // the pump hears of it
  }

  /** input.open(): its stream begins. */
  async open({ openOutflow }: OperationContext): Promise<Value> {
    this.#outflow = openOutflow()
    this.#pumping ??= this.#pump()
    return null
  }

  /** input.attach(handle): from now on it goes into the pipe behind it, as soon as `ahead` says what goes first. */
  async attach(handle: number, context: OperationContext): Promise<Value> {
    const { write } = await import('../kernel/streams/host-operations.ts')
    this.#pipe = new Pipe(handle, (fd, bytes) => {
      const { signal } = new AbortController() // of its own for each, since every write listens
      return write([fd, bytes], { ...context, signal })
    })
    return null
  }

  /** input.ahead(bytes): what the guest was sent and has not read. */
  async ahead(bytes: Uint8Array): Promise<Value> {
    const wasOver = this.#isOver
    await this.#pipe?.begin(bytes)
    if (wasOver) this.#pipe?.close()
    else this.#pumping ??= this.#pump()
    return null
  }

  /** The script has ended. */
  finish(): void {
    this.#source.destroy()
    this.#pipe?.close()
  }

  async #pump(): Promise<void> {
    try {
      for await (const piece of this.#source) if (!(await this.#send(Buffer.from(piece)))) return
      if (!this.#pipe) this.#outflow?.end()
    } catch (error) {
      if (!this.#pipe) this.#outflow?.end({ code: 'EIO', message: String(error) })
    } finally {
      this.#isOver = true
      await this.#pipe?.begun
      this.#pipe?.close()
    }
  }

  /** Whether there is still a reader. */
  async #send(bytes: Buffer): Promise<boolean> {
    let isWanted = true
    for (let at = 0; at < bytes.length && isWanted; at += PIECE_BYTES) {
      const piece = bytes.subarray(at, at + PIECE_BYTES)
      if (this.#pipe) isWanted = await this.#pipe.write(piece)
      else {
        await this.#outflow?.write(piece)
        isWanted = this.#pipe !== undefined || this.#outflow?.signal.aborted === false
      }
    }
    return isWanted
  }
}

/** The writing end of a pipe of the system. */
class Pipe {
  readonly begun: Promise<void>
  readonly #write: (fd: number, bytes: Uint8Array) => Promise<unknown>
  #begin!: () => void
  #fd: number | undefined

  constructor(handle: number, write: (fd: number, bytes: Uint8Array) => Promise<unknown>) {
    this.#write = write
    this.#fd = fs.openSync(`/proc/self/fd/${handle}`, fs.constants.O_WRONLY | fs.constants.O_NONBLOCK)
    this.begun = new Promise((resolve) => (this.#begin = resolve))
  }

  async begin(ahead: Uint8Array): Promise<void> {
    if (ahead.length > 0) await this.#give(ahead)
    this.#begin()
  }

  /** Whether somebody may read it. */
  async write(bytes: Uint8Array): Promise<boolean> {
    await this.begun
    return this.#give(bytes)
  }

  async #give(bytes: Uint8Array): Promise<boolean> {
    if (this.#fd === undefined) return false
    try {
      await this.#write(this.#fd, bytes)
    } catch {
      this.close() // its readers are gone
    }
    return this.#fd !== undefined
  }

  close(): void {
    if (this.#fd !== undefined) fs.closeSync(this.#fd)
    this.#fd = undefined
    this.#begin()
  }
}

function readableOf(source: InputSource): Readable {
  if (typeof source === 'string' || source instanceof Uint8Array) return Readable.from([Buffer.from(source)])
  if (source instanceof Readable) return source
  if ('getReader' in source) return Readable.fromWeb(source)
  return Readable.from(source)
}
