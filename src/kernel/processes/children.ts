// The guest's children. The host end tells when one has ended; it stays here until the guest has waited for it, as a
// zombie does. waitpid(2).
import type { ChildUsage, ProcessFacts } from '../../platform/process-facts.ts'
import type { Pending } from '../../transport/guest-link.ts'
import { ChildStates } from './child-states.ts'

export interface Child {
  readonly pid: number
  /** What it was started in; undefined: ours. */
  readonly group: number | undefined
  readonly session: number | undefined
  /** Answers the wait status and what it used, when it has ended. */
  readonly exit: Pending
}

interface Ended {
  readonly pid: number
  readonly status: number
  readonly used: ChildUsage | undefined
}

type Relations = NonNullable<ReturnType<ProcessFacts['relations']>>

/** Numbers that no process has: Linux counts to 2^22, proc(5). */
const FIRST_UNBORN = 2 ** 22 + 1

export class Children {
  readonly #all = new Map<number, Child>()
  readonly states = new ChildStates()
  #unborn = FIRST_UNBORN
  /** While SIGCHLD is ignored: those that had ended before, and are waited for as ever. */
  #zombies: ReadonlySet<number> | undefined

  add(child: Child): void {
    this.#all.set(child.pid, child)
  }

  /** Whether the guest ignores SIGCHLD from now on: who ends while it does leaves no zombie, waitpid(2), Notes. */
  leaveNoZombies(none: boolean): void {
    const settled = [...this.#children.values()].filter(({ exit }) => exit.settled)
    this.#zombies = none ? (this.#zombies ?? new Set(settled.map(({ pid }) => pid))) : undefined
  }

  get leavesNoZombies(): boolean {
    return this.#zombies !== undefined
  }

  get #children(): ReadonlyMap<number, Child> {
    const zombies = this.#zombies
    if (zombies) for (const { pid, exit } of this.#all.values()) if (exit.settled && !zombies.has(pid)) this.forget(pid)
    return this.#all
  }

  /** A child that could not become its program: it is there to be waited for, and nothing else. */
  addUnborn(status: number): number {
    const pid = this.#unborn++
    const exit: Pending = { id: 0, settled: true, onAnswer() {}, take: () => [status], cancel() {}, withdraw() {} }
    this.add({ pid, group: undefined, session: undefined, exit })
    return pid
  }

  /** Whether `pid` is a child that the guest has not waited for. */
  has(pid: number): boolean {
    return this.#children.has(pid)
  }

  /** Whether `pid` was a child and is no process any more: the system may have given its number away. */
  hasEnded(pid: number): boolean {
    return this.#children.get(pid)?.exit.settled ?? false
  }

  /** Group and session of a child that is no process any more: to the guest it is one until it has been waited for. */
  relationsOfEnded(pid: number, ours: () => Relations | undefined): Relations | undefined {
    const child = this.#children.get(pid)
    if (!child?.exit.settled) return undefined
    return { group: child.group ?? ours()?.group ?? 0, session: child.session ?? ours()?.session ?? 0 }
  }

  /** Those that waitpid(2) means: a pid, -1 for all, 0 for those in our own group, -n for those in group n. */
  meant(which: number, ownGroup: () => number): readonly Child[] {
    if (which > 0) return [this.#children.get(which)].filter((child) => child !== undefined)
    const all = [...this.#children.values()]
    if (which === -1) return all
    const group = which === 0 ? ownGroup() : -which
    return all.filter((child) => (child.group ?? ownGroup()) === group)
  }

  firstEnded(children: readonly Child[]): Ended | undefined {
    const child = children.find(({ exit }) => exit.settled)
    if (!child) return undefined
    const [status, user, system, minorFaults, majorFaults] = (child.exit.take() as readonly number[]).map(Number) // process.exited's
    const used = user === undefined ? undefined : ({ user, system, minorFaults, majorFaults } as ChildUsage) // all or none are there
    return { pid: child.pid, status: Number(status), used }
  }

  forget(pid: number): void {
    this.#all.delete(pid)
    this.states.forget(pid)
  }
}
