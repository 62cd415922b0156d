// A client's events, one after the other as they happen. A disconnect ends scripts of the connect that still run, or waits for
// them, as the settings say.
import { type ClientEvent, type ClientOptions, runEvent, settingsOf } from '../client.ts'
import type { EventResult } from '../event.ts'

export interface QueueOptions {
  readonly client: ClientOptions
  result(result: EventResult): void
  /** An event could not be run at all: settings that are no settings, a user that is not there. */
  failed(error: unknown): void
}

export class EventQueue {
  readonly #options: QueueOptions
  #last: Promise<void> = Promise.resolve()
  #connect: AbortController | undefined

  constructor(options: QueueOptions) {
    this.#options = options
  }

  add(event: ClientEvent): void {
    const { client, result, failed } = this.#options
    const ending = new AbortController()
    if (event.event === 'connect') this.#connect = ending
    else this.#endConnect()
    const signal = client.signal ? AbortSignal.any([client.signal, ending.signal]) : ending.signal
    this.#last = this.#last.then(async () => {
      try {
        result(await runEvent(event, { ...client, signal }))
      } catch (error) {
        failed(error)
      }
    })
  }

  /** All that was added has ended. */
  async settled(): Promise<void> {
    for (let last: Promise<void> | undefined; last !== this.#last; await last) last = this.#last
  }

  #endConnect(): void {
    try {
      if (settingsOf(this.#options.client).onDisconnect === 'cancel') this.#connect?.abort()
    } catch {
      this.#connect?.abort() // the settings cannot be read: said by the event itself
    }
  }
}
