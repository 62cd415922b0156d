// Signals in the inline seat: Node's listeners cannot run while the guest does, so what they would hear is read from beneath
// them. Where that is not known (other systems than Linux) a signal keeps its default action.
import os from 'node:os'
import { readSignals, signalPipes } from '../platform/linux/signal-pipe.ts'
import { raiseSignal } from '../transport/frames.ts'
import type { SignalSource } from '../transport/guest-link.ts'

const LOOK_EVERY_MS = 20
/** A short script never pays for the first listener; until then SIGINT ends it, as it ends a python3 that still starts. */
const FIRST_LOOK_MS = 150

/** KeyboardInterrupt, and what Node would start its debugger for. */
const ALWAYS: readonly number[] = [os.constants.signals.SIGINT, os.constants.signals.SIGUSR1]

export class InlineSignals implements SignalSource {
  readonly everyMs = LOOK_EVERY_MS
  readonly #bell: Int32Array
  readonly #watched = new Set<number>(ALWAYS)
  #nextMs = performance.now() + FIRST_LOOK_MS
  #pipes: readonly number[] = []
  #listening = false

  constructor(bell: Int32Array) {
    this.#bell = bell
  }

  look(atOnce?: true): void {
    const now = performance.now()
    if (now < this.#nextMs && !(atOnce && this.#listening)) return
    this.#nextMs = now + LOOK_EVERY_MS
    if (!this.#listening) this.#listen()
    for (const pipe of this.#pipes) for (const signal of readSignals(pipe)) raiseSignal(this.#bell, signal)
  }

  watch(signal: number): void {
    this.#watched.add(signal)
    if (!this.#listening) this.#listen()
    else if (this.#pipes.length > 0) listenTo(signal)
  }

  leave(signal: number): void {
    if (ALWAYS.includes(signal)) return
    this.#watched.delete(signal)
    if (this.#listening) stopListening(signal)
  }

  // Where no pipe is found nothing would read what a listener swallows.
  #listen(): void {
    this.#listening = true
    this.#pipes = signalPipes()
    if (this.#pipes.length > 0) for (const signal of this.#watched) listenTo(signal)
  }
}

const heard = () => undefined

function listenTo(signal: number): void {
  const name = nameOf(signal)
  if (name && process.listenerCount(name) === 0) process.on(name, heard)
}

function stopListening(signal: number): void {
  const name = nameOf(signal)
  if (name) process.removeListener(name, heard)
}

function nameOf(signal: number): NodeJS.Signals | undefined {
  if (signal === os.constants.signals.SIGKILL || signal === os.constants.signals.SIGSTOP) return undefined
  return (Object.keys(os.constants.signals) as NodeJS.Signals[]).find((name) => os.constants.signals[name] === signal)
}
