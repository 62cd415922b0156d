// The guest's end of the transport. It asks, goes on, and when the guest must wait it sleeps in Atomics.wait until the
// host end rings: the only place where a guest thread ever blocks. The host end starts with the first request.
import type { MessagePort } from 'node:worker_threads'
import { BELL, decodeFrame, encodeFrame, type Frame, KIND, STOP } from './frames.ts'
import { Inflow } from './inflow.ts'
import { decode, encode, type Value } from './marshal.ts'

/** A failure that the host end answered: an errno by name ('' where none fits) and words. */
export class HostFailure extends Error {
  override readonly name = 'HostFailure'
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** Thrown through the guest when its run is to end: nothing of its own can catch it. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** How long what is left to do after a stop may take: giving away what Python has buffered. */
const LAST_WORDS_MS = 300

/** A request under way. `take` answers once, after `settled`. */
export interface Pending {
  /** The number of the stream too, where the operation opens one. */
  readonly id: number
  readonly settled: boolean
  /** Calls `listener` on this thread, when the answer is taken in. */
  onAnswer(listener: () => void): void
  take(): Value
  /** Nobody wants the answer any more; it is dropped when it comes. */
  cancel(): void
  /** Asks the host end to stop, and still takes its answer: the operation says what it had done by then. */
  withdraw(): void
}

/** Signals of the process, on the thread that Node gives them to. */
export interface SignalSource {
  /** How often a sleeping guest looks. */
  readonly everyMs: number
  /** Puts what has come onto the bell; not more often than it is worth, unless it must be `now`. */
  look(occasion?: 'now' | 'asleep'): void
  watch(signal: number): void
  leave(signal: number): void
}

export class GuestLink {
  readonly bell: Int32Array
  readonly #open: () => MessagePort
  readonly #signals: SignalSource | undefined
  #port: MessagePort | undefined
  #nextId = 1
  /** Set once the guest was stopped: when it is again, if it still runs. */
  #silentFromMs: number | undefined
  readonly #requests = new Map<number, (frame: Frame) => void>()
  readonly #inflows = new Map<number, Inflow>()

  /** `signals`: how signals of the process reach this thread, where the host end cannot see them. */
  constructor(bell: Int32Array, connect: () => MessagePort, signals?: SignalSource) {
    this.bell = bell
    this.#open = connect
    this.#signals = signals
  }

  /** Starts the host end, where that is still to be done: the first request would. */
  connect(): MessagePort {
    return (this.#port ??= this.#open())
  }

  /** Ends the host end, where it was started: nobody asks any more. */
  close(): void {
    this.#port?.close()
  }

  request(operation: string, ...args: readonly Value[]): Pending {
    const id = this.#nextId++
    let answer: Frame | undefined
    let listener: (() => void) | undefined
    const link = this
    this.#requests.set(id, (frame) => {
      answer = frame
      listener?.()
    })
    this.#send({ kind: KIND.request, id, payload: encode([operation, ...args]) })
    return {
      id,
      get settled() {
        if (!answer) link.drain()
        return answer !== undefined
      },
      onAnswer(called) {
        listener = called
      },
      take() {
        if (!answer) throw new HostFailure('', `${operation}: taken before it was answered`)
        const value = decode(answer.payload)
        if (answer.kind === KIND.failure) throw failureOf(value)
        return value
      },
      cancel() {
        link.#inflows.delete(id)
        if (link.#requests.delete(id)) link.#send({ kind: KIND.cancel, id, payload: NOTHING })
      },
      withdraw() {
        link.#send({ kind: KIND.cancel, id, payload: NOTHING })
      },
    }
  }

  /** A request whose answer nobody wants, nor that it failed. */
  tell(operation: string, ...args: readonly Value[]): void {
    this.#send({ kind: KIND.request, id: 0, payload: encode([operation, ...args]) })
  }

  /** The bytes that the operation of that request sends. To be called before any can have come. */
  inflow(id: number): Inflow {
    let inflow = this.#inflows.get(id)
    if (!inflow) {
      inflow = new Inflow(
        (bytes, storage) => this.#send({ kind: KIND.credit, id, payload: new Uint8Array(Uint32Array.of(bytes).buffer) }, storage),
        () => this.#send({ kind: KIND.cancel, id, payload: NOTHING }),
      )
      this.#inflows.set(id, inflow)
    }
    return inflow
  }

  /** Takes in whatever has arrived. */
  drain(): void {
    if (!this.#port) return
    const { receiveMessageOnPort } = process.getBuiltinModule('node:worker_threads')
    for (let message = receiveMessageOnPort(this.#port); message; message = receiveMessageOnPort(this.#port))
      this.#take(decodeFrame(message.message))
  }

  /** Signal that came from outside, 0 for none; asking clears it. */
  takeSignal(): number {
    this.#signals?.look()
    const bits = this.#heed(Atomics.load(this.bell, BELL.signals))
    if (bits === 0) return 0
    const signal = 32 - Math.clz32(bits & -bits)
    Atomics.and(this.bell, BELL.signals, ~(1 << (signal - 1)))
    return signal
  }

  /** Cheap enough to be asked between instructions: a plain read sees as soon what another thread wrote. */
  mayHaveSignals(): boolean {
    return this.#signals !== undefined || this.bell[BELL.signals] !== 0
  }

  /** The signal comes to the guest instead of ending the process: from the answer on, or at once where there is none to wait for. */
  watchSignal(signal: number): Pending | undefined {
    if (!this.#signals) return this.request('signals.watch', signal)
    this.#signals.watch(signal)
    return undefined
  }

  leaveSignal(signal: number): Pending | undefined {
    if (!this.#signals) return this.request('signals.leave', signal)
    this.#signals.leave(signal)
    return undefined
  }

  /** Takes note of every signal up to this moment, which a look now and then may not have seen yet. */
  lookForSignals(): void {
    this.#signals?.look('now')
  }

  // The bits of signals, where none asks to stop. That one is heard once, and again when the last words took too long.
  #heed(bits: number): number {
    if ((bits & STOP) === 0) return bits
    const now = performance.now()
    if (now >= (this.#silentFromMs ?? 0)) {
      this.#silentFromMs ??= now + LAST_WORDS_MS
      throw new Stopped('the run was stopped')
    }
    return bits & ~STOP
  }

  /** Sleeps until `done` or the deadline (performance.now() milliseconds) or a signal. */
  sleep(
    done: () => boolean,
    deadlineMs = Number.POSITIVE_INFINITY,
    lookAgainMs = Number.POSITIVE_INFINITY,
  ): 'done' | 'late' | 'signal' {
    for (;;) {
      const rings = Atomics.load(this.bell, BELL.rings)
      this.#heed(Atomics.load(this.bell, BELL.signals))
      this.drain()
      if (done()) return 'done'
      this.#signals?.look('asleep')
      if (this.#heed(Atomics.load(this.bell, BELL.signals)) !== 0) return 'signal'
      const now = performance.now()
      if (now >= deadlineMs) return 'late'
      const timeout = Math.min(
        Math.min(deadlineMs, this.#silentFromMs ?? Number.POSITIVE_INFINITY) - now,
        lookAgainMs,
        this.#signals?.everyMs ?? Number.POSITIVE_INFINITY,
      )
      Atomics.wait(this.bell, BELL.rings, rings, timeout === Number.POSITIVE_INFINITY ? undefined : timeout)
    }
  }

  #take(frame: Frame): void {
    if (frame.kind === KIND.chunk || frame.kind === KIND.end) this.#inflows.get(frame.id)?.take(frame)
    else {
      this.#requests.get(frame.id)?.(frame) // a late answer to a cancelled request is dropped
      this.#requests.delete(frame.id)
    }
  }

  #send(frame: Frame, storage?: ArrayBuffer): void {
    const bytes = encodeFrame(frame, storage)
    this.connect().postMessage(bytes, [bytes.buffer as ArrayBuffer]) // with nothing else in it
  }
}
const NOTHING = new Uint8Array(0)

export function failureOf(value: Value): HostFailure {
  const [code, message] = Array.isArray(value) ? value : []
  return new HostFailure(String(code ?? ''), String(message ?? 'unknown failure'))
}
