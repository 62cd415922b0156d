// Signals in the inline seat: Node's listeners cannot run while the guest does, so what they would hear is read from beneath
// them. Where that is not known (other systems than Linux) a signal keeps its default action.
import os from 'node:os'
import { catchableName } from '../kernel/signals/signal-names.ts'
import { readSignals, signalPipes } from '../platform/linux/signal-pipe.ts'
import { nowMs } from '../platform/now.ts'
import { raiseSignal } from '../transport/frames.ts'
import type { SignalSource } from '../transport/guest-link.ts'

const LOOK_EVERY_MS = 20
/** A short script that would do nothing about an interrupt does not pay for the first listener; until then SIGINT ends it. */
const FIRST_LOOK_MS = 150

/** KeyboardInterrupt, and what Node would start its debugger for. */
const always = (): readonly number[] => [os.constants.signals.SIGINT, os.constants.signals.SIGUSR1]

export class InlineSignals implements SignalSource {
  readonly everyMs = LOOK_EVERY_MS
  readonly #bell: Int32Array
  readonly #watched = new Set<number>() // besides those
  #nextMs = nowMs() + FIRST_LOOK_MS
  #pipes: readonly number[] = []
  #listening = false

  constructor(bell: Int32Array) {
    this.#bell = bell
  }

  look(occasion?: 'now' | 'asleep'): void {
    const now = nowMs()
    if (now < this.#nextMs && !(occasion === 'now' && this.#listening) && !(occasion === 'asleep' && !this.#listening)) return
    this.#nextMs = now + LOOK_EVERY_MS
    if (!this.#listening) this.#listen()
    for (const pipe of this.#pipes) for (const signal of readSignals(pipe)) raiseSignal(this.#bell, signal)
  }

  /** To be called while this thread's event loop is the only one: the pipes of others carry what is for them. */
  findPipes(): void {
    if (!this.#listening) this.#listen()
  }

  watch(signal: number): void {
    this.#watched.add(signal)
    if (!this.#listening) this.#listen()
    else if (this.#pipes.length > 0) listenTo(signal)
  }

  leave(signal: number): void {
    if (always().includes(signal)) return
    this.#watched.delete(signal)
    if (this.#listening) stopListening(signal)
  }

  /** Another seat takes over, which listens for itself. */
  close(): void {
    for (const signal of this.#watched) stopListening(signal)
    this.#pipes = []
  }

  // Where no pipe is found nothing would read what a listener swallows.
  #listen(): void {
    this.#listening = true
    this.#pipes = signalPipes()
    if (this.#pipes.length > 0) for (const signal of [...always(), ...this.#watched]) listenTo(signal)
  }
}

const heard = () => undefined

function listenTo(signal: number): void {
  const name = catchableName(signal)
  if (name && process.listenerCount(name) === 0) process.on(name, heard)
}

function stopListening(signal: number): void {
  const name = catchableName(signal)
  if (name) process.removeListener(name, heard)
}
