// Children that have been stopped, and those that go on, waitpid(2). Nothing tells the host of either: the system is asked
// again and again, so what is over between two looks is not seen.
import type { Child } from './children.ts'

export const LOOK_AGAIN_MS = 20

/** Options of waitid(2). */
export const WAIT_FOR = { STOPPED: 2, EXITED: 4, CONTINUED: 8 } as const
const CONTINUED_STATUS = 0xffff

interface Change {
  readonly pid: number
  readonly status: number
}

export class ChildStates {
  /** `stopped` until its waiter has been told. */
  readonly #known = new Map<number, 'stopped' | 'told' | 'continued'>()

  /** The first change that `wanted` names; `stoppedBy`: the signal that stopped a process. */
  find(children: readonly Child[], wanted: number, stoppedBy: (pid: number) => number | undefined): Change | undefined {
    for (const { pid, exit } of children) {
      if (exit.settled) continue
      const signal = stoppedBy(pid)
      const before = this.#known.get(pid)
      if (signal === undefined) {
        if (before) this.#known.set(pid, 'continued')
      } else if (before !== 'told') this.#known.set(pid, 'stopped')
      const now = this.#known.get(pid)
      if (signal !== undefined && now === 'stopped' && wanted & WAIT_FOR.STOPPED) return { pid, status: (signal << 8) | 0x7f }
      if (now === 'continued' && wanted & WAIT_FOR.CONTINUED) return { pid, status: CONTINUED_STATUS }
    }
    return undefined
  }

  tell({ pid, status }: Change): void {
    if (status === CONTINUED_STATUS) this.#known.delete(pid)
    else this.#known.set(pid, 'told')
  }

  /** The guest has sent SIGCONT: what stops it next is another stop. */
  goesOn(pid: number): void {
    if (this.#known.has(pid)) this.#known.set(pid, 'continued')
  }

  forget(pid: number): void {
    this.#known.delete(pid)
  }
}
