// What a script writes to one of its standard streams, on its way to the caller: in order, and no faster than the caller
// takes it. Programs of the script write to a pipe of the system, which is read here.
import fs from 'node:fs'
import net from 'node:net'
import { Readable, Writable } from 'node:stream'
import type { OperationContext } from '../transport/host-link.ts'

/** Takes bytes; false when nobody wants more. A failure ends the stream and is the run's. */
export interface Sink {
  write(bytes: Buffer): boolean | Promise<boolean>
  /** From now on nothing waits for the caller: the script has ended. */
  release?(): void
  end?(): void
}

const READ_BYTES = 1 << 16

export class Output {
  readonly #sink: Sink
  #queue: Promise<boolean> = Promise.resolve(true)
  #isStopped = false
  readonly #attached: { readonly fd: number; readonly stop: () => void; readonly done: Promise<unknown> }[] = []
  failure: unknown

  constructor(sink: Sink) {
    this.#sink = sink
  }

  /** Whether the caller may want more; when it has taken these. */
  write(bytes: Uint8Array): Promise<boolean> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    this.#queue = this.#queue.then((wanted) => wanted && !this.#isStopped && this.#give(buffer))
    return this.#queue
  }

  async #give(bytes: Buffer): Promise<boolean> {
    try {
      return await this.#sink.write(bytes)
    } catch (error) {
      this.failure ??= error
      return false
    }
  }

  /** Reads the pipe behind `handle` too, from now on. */
  async attach(handle: number, context: OperationContext): Promise<null> {
    const { read } = await import('../kernel/streams/host-operations.ts')
    const { constants } = fs
    const fd = fs.openSync(`/proc/self/fd/${handle}`, constants.O_RDONLY | constants.O_NONBLOCK)
    let reading = new AbortController()
    let isStopped = false
    const stop = () => {
      isStopped = true
      reading.abort()
    }
    const pump = async () => {
      while (!isStopped) {
        reading = new AbortController() // of its own for each, since every read listens
        const bytes = (await read([fd, READ_BYTES], { ...context, signal: reading.signal })) as Uint8Array | null // see stream.read
        if (!bytes?.length || !(await this.write(bytes))) return
      }
    }
    this.#attached.push({ fd, stop, done: pump().catch((error) => (this.failure ??= error)) })
    return null
  }

  /**
   * The script has ended: what it and its programs have written until now is given away, and `sink` ends. `atOnce`: nobody
   * waits for a caller that takes its time.
   */
  async finish(atOnce: boolean): Promise<void> {
    this.#sink.release?.()
    for (const { stop } of this.#attached) stop()
    if (atOnce) {
      await Promise.race([this.#queue, new Promise((resolve) => setImmediate(resolve))])
      this.#isStopped = true
    } else await Promise.all(this.#attached.map(({ done }) => done))
    for (const { fd } of this.#attached.splice(0)) this.#empty(fd)
    if (!atOnce) await this.#queue
    this.#sink.end?.()
  }

  // What a program that was left behind writes later has no reader; but it is not to die of that.
  #empty(fd: number): void {
    for (;;) {
      const buffer = Buffer.allocUnsafe(READ_BYTES)
      const count = readNow(fd, buffer)
      if (count === undefined)
        return void new net.Socket({ fd, readable: true, writable: false }).unref().on('error', ignore).resume()
      if (count === 0) return fs.closeSync(fd)
      void this.write(buffer.subarray(0, count))
    }
  }
}

const ignore = () => {}

function readNow(fd: number, buffer: Buffer): number | undefined {
  try {
    return fs.readSync(fd, buffer, 0, buffer.length, null)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined // Node throws nothing else from readSync
    throw error
  }
}

/** Keeps the first `most` bytes. */
export class Collector implements Sink {
  readonly #most: number
  readonly #chunks: Buffer[] = []
  #length = 0
  isTruncated = false

  constructor(most: number) {
    this.#most = most
  }

  write(bytes: Buffer): boolean {
    const part = bytes.subarray(0, this.#most - this.#length)
    if (part.length < bytes.length) this.isTruncated = true
    if (part.length > 0) this.#chunks.push(part)
    this.#length += part.length
    return true
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks)
  }
}

/** A stream for the caller to read. */
export class ReadableSink implements Sink {
  readonly stream: Readable
  #wake: (() => void) | undefined
  #isReleased = false

  constructor() {
    const wake = () => this.#wake?.()
    this.stream = new Readable({
      highWaterMark: READ_BYTES,
      read: wake,
      destroy(error, done) {
        wake()
        done(error)
      },
    })
  }

  async write(bytes: Buffer): Promise<boolean> {
    if (this.stream.destroyed) return false
    if (!this.stream.push(bytes) && !this.#isReleased) await new Promise<void>((resolve) => (this.#wake = resolve))
    return !this.stream.destroyed
  }

  release(): void {
    this.#isReleased = true
    this.#wake?.()
  }

  end(): void {
    if (!this.stream.destroyed) this.stream.push(null)
  }
}

export function callbackSink(take: (chunk: Buffer) => unknown): Sink {
  return {
    async write(bytes) {
      await take(bytes)
      return true
    },
  }
}

/** A stream of the caller's, which is written to and left open. */
export function writableSink(stream: Writable): Sink {
  return {
    write: (bytes) =>
      new Promise((resolve) => {
        if (stream.destroyed || stream.writableEnded) return resolve(false)
        const closed = () => resolve(false)
        stream.once('close', closed)
        stream.write(bytes, (error) => {
          stream.off('close', closed)
          resolve(!error)
        })
      }),
  }
}

export const isWritable = (value: unknown): value is Writable => value instanceof Writable
