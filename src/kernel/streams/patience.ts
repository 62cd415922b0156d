// Looks again for a moment before the host end is asked to wait: with a neighbour that fills or empties a pipe all the time, what
// was not ready is so within microseconds, and a wait by way of the host end takes a hundred of them. Where waits are long,
// nothing is looked for again.

const MOMENT_MS = 0.1
/** A wait that took no longer makes the next one worth it. */
const SHORT_MS = 1

export class Patience {
  #pays = false

  /** What `attempt` answers within a moment; undefined where it does not, or where that was not to be expected. */
  again<T>(attempt: () => T | undefined): T | undefined {
    if (!this.#pays) return undefined
    const until = performance.now() + MOMENT_MS
    let answer: T | undefined
    do answer = attempt()
    while (answer === undefined && performance.now() < until)
    this.#pays = answer !== undefined
    return answer
  }

  /** A wait begins; what it answers is to be called when that is over. */
  waits(): () => void {
    const begin = performance.now()
    return () => {
      this.#pays = performance.now() - begin <= SHORT_MS
    }
  }
}
