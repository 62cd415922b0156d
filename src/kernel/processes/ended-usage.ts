// What a child used, getrusage(2). Node waits for a child without asking, so it is what all that have ended used, less what
// that was before: known where one ended by itself, and never of its memory, which the system does not add up.
import type { ChildUsage } from '../../platform/process-facts.ts'

export class EndedUsage {
  readonly #ask: () => ChildUsage | undefined
  #before: ChildUsage | undefined
  #running = 0
  #ended: ((usage: ChildUsage | undefined) => void)[] = []

  /** `ask`: what all children of this process used that have ended. */
  constructor(ask: () => ChildUsage | undefined) {
    this.#ask = ask
  }

  /** Before a child is started: whatever else ended until now is none of it. */
  starts(): void {
    if (this.#running++ === 0) this.#before = this.#ask()
  }

  /** Where there is no child after all. */
  failed(): void {
    this.#running--
  }

  /** At the end of a child: Node tells of all that it found at one time before any of these is answered. */
  ended(): Promise<ChildUsage | undefined> {
    return new Promise((resolve) => {
      this.#running--
      if (this.#ended.push(resolve) === 1) setImmediate(() => this.#tell())
    })
  }

  #tell(): void {
    const now = this.#ask()
    const usage = this.#ended.length === 1 && now && this.#before ? less(now, this.#before) : undefined
    for (const resolve of this.#ended) resolve(usage)
    this.#before = now
    this.#ended = []
  }
}

const less = (now: ChildUsage, before: ChildUsage): ChildUsage => ({
  user: now.user - before.user,
  system: now.system - before.system,
  minorFaults: now.minorFaults - before.minorFaults,
  majorFaults: now.majorFaults - before.majorFaults,
})
