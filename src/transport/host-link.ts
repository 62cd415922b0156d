// The host end of the transport: takes requests from a guest, runs the operation that is registered under the name, and
// answers. It lives on an event loop (the caller's in the worker seat, a worker's own in the inline seat) and never blocks.
import type { MessagePort } from 'node:worker_threads'
import { decodeFrame, encodeFrame, type Frame, KIND, raiseSignal, ring } from './frames.ts'
import { WINDOW_BYTES } from './inflow.ts'
import { decode, encode, type Value } from './marshal.ts'

/** What an operation gets besides its arguments. */
export interface OperationContext {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal
  /** Opens a stream of bytes to the guest; its id belongs into the answer. */
  openOutflow(): Outflow
  /** Raises a signal in the guest. */
  raise(signal: number): void
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

export function serveHostEnd(port: MessagePort, bell: Int32Array, operations: Operations): void {
  const cancels = new Map<number, AbortController>()
  const credits = new Map<number, (bytes: number) => void>()
  let nextStream = 1 << 30 // apart from the guest's own request numbers

  const send = (frame: Frame) => {
    const bytes = encodeFrame(frame)
    port.postMessage(bytes, [bytes.buffer as ArrayBuffer]) // encodeFrame allocates just this buffer
    ring(bell) // write first, ring after
  }

  const raise = (signal: number) => void raiseSignal(bell, signal)

  const openOutflow = (): Outflow => {
    const id = nextStream++
    const abort = new AbortController()
    let credit = WINDOW_BYTES
    let wake: (() => void) | undefined
    cancels.set(id, abort)
    credits.set(id, (bytes) => {
      credit += bytes
      wake?.()
    })
    abort.signal.addEventListener('abort', () => wake?.())
    return {
      id,
      signal: abort.signal,
      async write(chunk) {
        send({ kind: KIND.chunk, id, payload: chunk })
        credit -= chunk.length
        while (credit <= 0 && !abort.signal.aborted) await new Promise<void>((resolve) => (wake = resolve))
      },
      end(failure) {
        cancels.delete(id)
        credits.delete(id)
        send({ kind: KIND.end, id, payload: failure ? encode([failure.code, failure.message]) : new Uint8Array(0) })
      },
    }
  }

  const run = async (id: number, [name, ...args]: readonly Value[]) => {
    const abort = new AbortController()
    cancels.set(id, abort)
    try {
      const operation = await operations(String(name))
      if (!operation) throw new Error(`no operation ${String(name)}`)
      send({ kind: KIND.answer, id, payload: encode(await operation(args, { signal: abort.signal, openOutflow, raise })) })
    } catch (error) {
      const { code, message } =
        error instanceof Error ? (error as NodeJS.ErrnoException) : (new Error(String(error)) as NodeJS.ErrnoException) // code is optional
      send({ kind: KIND.failure, id, payload: encode([typeof code === 'string' ? code : '', message]) })
    } finally {
      cancels.delete(id)
    }
  }

  port.on('message', (message: Uint8Array) => {
    const { kind, id, payload } = decodeFrame(message)
    if (kind === KIND.request)
      void run(id, decode(payload) as readonly Value[]) // guest-link sends nothing else
    else if (kind === KIND.cancel) cancels.get(id)?.abort()
    else if (kind === KIND.credit) credits.get(id)?.(new DataView(payload.buffer, payload.byteOffset).getUint32(0, true))
  })
}
