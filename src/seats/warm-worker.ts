// A warm guest as the runner holds it: a thread that is starting, waiting for a script, running one, or forgetting it.
import { Worker } from 'node:worker_threads'
import { revive } from '../errors.ts'
import { installation } from '../installation.ts'
import { ownFile, ownWords } from '../own-program.ts'
import type { RunResult } from '../run-options.ts'
import type { Errand, GuestMessage } from './warm-messages.ts'
import { THREAD_STACK_MB } from './worker-stack.ts'
import { TERMINATED } from './worker-thread.ts'

/** How a run on it ended; undefined: it has to be run elsewhere. */
export type Ending = { readonly result: RunResult | undefined } | { readonly error: Error }

export interface Owner {
  isReady(guest: WarmWorker): void
  /** It is of no use any more. `error`: why, where it never was ready. */
  isGone(guest: WarmWorker, error: Error | undefined): void
}

/** V8's own would be some 40: it takes that for what runs leave behind, before it looks for what can go. */
const YOUNG_MB = 4

export class WarmWorker {
  readonly #worker: Worker
  readonly #owner: Owner
  #wasReady = false
  #finish: ((ending: Ending) => void) | undefined
  #gone = false
  #isEnding = false

  constructor(owner: Owner) {
    this.#owner = owner
    // Unlike in the other seats Node notes which files the thread opens: they are closed with it, however it ends.
    this.#worker = new Worker(ownFile(installation()), {
      argv: ownWords('warm-guest'),
      resourceLimits: { stackSizeMb: THREAD_STACK_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    })
    this.#worker.on('message', (message: GuestMessage) => this.#hear(message))
    this.#worker.on('error', (error) => this.#leave(error))
    this.#worker.on('exit', () => this.#leave(undefined))
  }

  /** When it is ready. */
  run(errand: Errand, finish: (ending: Ending) => void): void {
    this.#finish = finish
    this.#worker.ref()
    this.#worker.postMessage(errand, [errand.port])
  }

  /** Ends it wherever it is. */
  async terminate(): Promise<void> {
    this.#isEnding = true
    this.#worker.ref() // whoever waits for it stays until then
    await this.#worker.terminate()
  }

  #hear(message: GuestMessage): void {
    if ('ready' in message) {
      if (this.#isEnding) return
      this.#wasReady = true
      this.#worker.unref() // a guest that waits for a script keeps no process alive
      this.#owner.isReady(this)
    } else if ('spent' in message) this.#leave(undefined)
    else if ('failure' in message) this.#leave(revive(message.failure))
    else this.#end({ result: 'result' in message ? message.result : undefined })
  }

  #end(ending: Ending): void {
    const finish = this.#finish
    this.#finish = undefined
    finish?.(ending)
  }

  #leave(error: Error | undefined): void {
    if (this.#gone) return
    this.#gone = true
    this.#end(error ? { error } : { result: TERMINATED })
    this.#owner.isGone(this, this.#wasReady ? undefined : (error ?? new Error('the thread of a guest ended before it was ready')))
    void this.#worker.terminate()
  }
}
