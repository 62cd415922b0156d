// The host end of the transport: takes requests from a guest, runs the operation that is registered under the name, and
// answers. It lives on an event loop (the caller's in the worker seat, a worker's own in the inline seat) and never blocks.
import { setMaxListeners } from 'node:events'
import type { MessagePort } from 'node:worker_threads'
import { decodeFrame, encodeFrame, type Frame, KIND, raiseSignal, ring } from './frames.ts'
import { WINDOW_BYTES } from './inflow.ts'
import { decode, encode, type Value } from './marshal.ts'
import { costOf, Storage } from './storage.ts'

/** What an operation gets besides its arguments. */
export interface OperationContext {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal
  /** Aborted when the guest is gone: what was set up for it is to be taken down. */
  readonly gone: AbortSignal
  /** Opens the stream of bytes to the guest that belongs to the request: `signal` is aborted when nobody reads it. */
  openOutflow(): Outflow
  /** Raises a signal in the guest. */
  raise(signal: number): void
  /** To be told of every program that is started for the guest: what ends a run at once ends them with it. */
  started(program: StartedProgram): void
}

/** A ChildProcess of Node's, as far as it matters here. */
export interface StartedProgram {
  readonly pid?: number | undefined
  once(event: 'exit', listener: () => void): unknown
  unref(): void
}

export type Operation = (args: readonly Value[], context: OperationContext) => Promise<Value>
/** Finds an operation by name; loading what it needs only then. */
export type Operations = (name: string) => Promise<Operation | undefined>

/** The sending side of an Inflow. `write` resolves when the guest has room for more. */
export interface Outflow {
  readonly id: number
  readonly signal: AbortSignal
  write(chunk: Uint8Array): Promise<void>
  end(failure?: { readonly code: string; readonly message: string }): void
}

/** The number of requests that want no answer: GuestLink.tell. */
const UNANSWERED = 0

/** The room at which a sender that had none goes on: not after every chunk that the guest has read. */
const ENOUGH_BYTES = WINDOW_BYTES / 4

/**
 * Answers what ends it when the guest is gone: nothing that was done for it stays. Of what the guest asked for last, only the
 * operations that `isStillServed` names are carried out. `onStarted` hears of each program.
 */
export function serveHostEnd(
  port: MessagePort,
  bell: Int32Array,
  operations: Operations,
  onStarted: (program: StartedProgram) => void = () => {},
): (isStillServed?: (operation: string) => boolean) => void {
  const gone = new AbortController()
  setMaxListeners(0, gone.signal) // as many as there are things to take down, which is no leak
  const programs = new Set<StartedProgram>()
  gone.signal.addEventListener('abort', () => {
    for (const program of programs) program.unref() // what is left behind keeps no caller from ending
  })
  const cancels = new Map<number, AbortController>()
  const credits = new Map<number, (bytes: number) => void>()

  const storage = new Storage()
  const send = (frame: Frame) => {
    const bytes = frame.kind === KIND.chunk ? storage.encode(frame) : encodeFrame(frame)
    port.postMessage(bytes, [bytes.buffer as ArrayBuffer]) // with nothing else in it
    ring(bell) // write first, ring after
  }

  const raise = (signal: number) => void raiseSignal(bell, signal)

  const started = (program: StartedProgram) => {
    programs.add(program)
    program.once('exit', () => programs.delete(program))
    onStarted(program)
  }

  const openOutflow = (id: number, signal: AbortSignal, ended: () => void): Outflow => {
    let credit = WINDOW_BYTES
    const waiting: (() => void)[] = []
    const wake = () => {
      for (const resolve of waiting.splice(0)) resolve()
    }
    credits.set(id, (bytes) => {
      credit += bytes
      if (credit >= ENOUGH_BYTES) wake()
    })
    signal.addEventListener('abort', wake)
    return {
      id,
      signal,
      async write(chunk) {
        send({ kind: KIND.chunk, id, payload: chunk })
        credit -= costOf(chunk.length)
        if (credit <= 0 && !signal.aborted) await new Promise<void>((resolve) => void waiting.push(resolve))
      },
      end(failure) {
        credits.delete(id)
        ended()
        send({ kind: KIND.end, id, payload: failure ? encode([failure.code, failure.message]) : new Uint8Array(0) })
      },
    }
  }

  const run = async (id: number, [name, ...args]: readonly Value[]) => {
    const abort = new AbortController()
    const { signal } = abort
    let underWay = 1 // the operation, and the stream that it opens
    const ended = () => {
      if (--underWay === 0) cancels.delete(id)
    }
    const open = () => {
      underWay++
      return openOutflow(id, signal, ended)
    }
    if (id !== UNANSWERED) cancels.set(id, abort)
    try {
      const operation = await operations(String(name))
      if (!operation) throw new Error(`no operation ${String(name)}`)
      const value = await operation(args, { signal, gone: gone.signal, openOutflow: open, raise, started })
      if (id !== UNANSWERED) send({ kind: KIND.answer, id, payload: encode(value) })
    } catch (error) {
      const { code, message } =
        error instanceof Error ? (error as NodeJS.ErrnoException) : (new Error(String(error)) as NodeJS.ErrnoException) // code is optional
      if (id !== UNANSWERED) send({ kind: KIND.failure, id, payload: encode([typeof code === 'string' ? code : '', message]) })
    } finally {
      ended()
    }
  }

  const serveLast = (isStillServed: (operation: string) => boolean) => {
    const { receiveMessageOnPort } = process.getBuiltinModule('node:worker_threads')
    for (let message = receiveMessageOnPort(port); message; message = receiveMessageOnPort(port)) {
      const { kind, id, payload } = decodeFrame(message.message)
      const request = kind === KIND.request ? (decode(payload) as readonly Value[]) : [] // see below
      if (isStillServed(String(request[0]))) void run(id, request)
    }
  }

  port.on('message', (message: Uint8Array) => {
    const { kind, id, payload } = decodeFrame(message)
    if (kind === KIND.request)
      void run(id, decode(payload) as readonly Value[]) // guest-link sends nothing else
    else if (kind === KIND.cancel) cancels.get(id)?.abort()
    else if (kind === KIND.credit) {
      storage.takeBack(message)
      credits.get(id)?.(new DataView(payload.buffer, payload.byteOffset).getUint32(0, true))
    }
  })
  return (isStillServed) => {
    if (isStillServed) serveLast(isStillServed)
    port.close()
    for (const cancel of cancels.values()) cancel.abort()
    gone.abort()
  }
}
