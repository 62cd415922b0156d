// The programs that were started for one run, and what came of them. Ending the run ends their whole tree: also what has
// a session of its own, and what its parent left behind; with a mark, wherever that went. Other runs' children, and the
// caller's own, are not touched.
import { setTimeout as delay } from 'node:timers/promises'
import type { ProcessMark } from '../platform/process-mark.ts'
import type { ProcessEntry, ProcessTable } from '../platform/process-table.ts'
import type { StartedProgram } from '../transport/host-link.ts'

/** How long a program may take to end after SIGTERM. */
const TERM_MS = 400
/** And how long SIGKILL may take, which nothing escapes but a call that the system cannot break off. */
const KILL_MS = 300
const LOOK_EVERY_MS = 20

/** A program that was started for the guest. */
interface Root {
  readonly pid: number
  readonly began: number
  /** Undefined while it runs. */
  ended?: number
}

export interface Whereabouts {
  /** Each root leads a session of its own, so what is orphaned in our group is the caller's. */
  readonly away?: boolean
  /** Which only the roots were started with. */
  readonly mark?: ProcessMark | undefined
  /** Of our own process, which does nothing but this run. */
  readonly ownMark?: ProcessMark | undefined
}

export class RunChildren {
  readonly #table: ProcessTable
  readonly #away: boolean
  readonly #mark: ProcessMark | undefined
  readonly #ownMark: ProcessMark | undefined
  readonly #roots: Root[] = []
  /** What was found of the tree so far, by pid. */
  readonly #found = new Map<number, ProcessEntry>()
  /** What was looked at and has no mark: when the process began, by pid. */
  readonly #strangers = new Map<number, number>()

  constructor(table: ProcessTable, { away = false, mark, ownMark }: Whereabouts = {}) {
    this.#table = table
    this.#away = away
    this.#mark = mark
    this.#ownMark = ownMark
  }

  readonly started = (program: StartedProgram): void => {
    if (program.pid === undefined) return
    const root: Root = { pid: program.pid, began: this.#table.now() - CLOCK_STEP }
    this.#roots.push(root)
    program.once('exit', () => {
      root.ended = this.#table.now() + CLOCK_STEP
    })
  }

  /** Resolves when the whole tree is gone: SIGTERM, and SIGKILL for what stays. */
  async end(): Promise<void> {
    if (this.#roots.length === 0) return
    await this.#signal('SIGTERM', TERM_MS)
    await this.#signal('SIGKILL', KILL_MS)
  }

  // Each process once, also those that are found only later: a tree grows while it is cut.
  async #signal(signal: 'SIGTERM' | 'SIGKILL', withinMs: number): Promise<void> {
    const told = new Set<number>()
    const until = performance.now() + withinMs
    for (let living = this.#living(); living.length > 0 && performance.now() < until; living = this.#living()) {
      for (const { pid } of living) if (!told.has(pid)) send(pid, signal)
      for (const { pid } of living) told.add(pid)
      await delay(LOOK_EVERY_MS)
    }
  }

  #living(): readonly ProcessEntry[] {
    const processes = new Map(this.#table.list().map((each) => [each.pid, each]))
    let added: readonly ProcessEntry[]
    do {
      added = [...processes.values()].filter((each) => !this.#has(each) && this.#belongs(each, processes))
      for (const each of added) this.#found.set(each.pid, each)
    } while (added.length > 0)
    return [...processes.values()].filter((each) => !each.ended && this.#has(each))
  }

  #has({ pid, began }: ProcessEntry): boolean {
    return this.#found.get(pid)?.began === began
  }

  #belongs(each: ProcessEntry, processes: Processes): boolean {
    const { pid, parent, session, began } = each
    if (this.#roots.some((root) => root.pid === pid && root.ended === undefined)) return true
    const owner = processes.get(parent)
    if (owner && this.#has(owner)) return true
    const leader = this.#found.get(session) ?? this.#roots.find((root) => root.pid === session)
    if (leader && leader.began <= began) return true
    if (this.#isMarked(each, processes)) return true
    return !this.#away && isOrphanBeside(process.pid, each, processes) && this.#roots.some((root) => wasBornUnder(root, began))
  }

  // What still has its parents is found by them; without ours it is a daemon, or a stranger.
  #isMarked({ pid, began }: ProcessEntry, processes: Processes): boolean {
    const mark = this.#mark ?? this.#ownMark
    if (!mark || this.#strangers.get(pid) === began) return false
    if (mark.isOn(pid)) return this.#mark !== undefined || !isBelow(process.pid, pid, processes)
    this.#strangers.set(pid, began)
    return false
  }
}

function isBelow(own: number, pid: number, processes: Processes): boolean {
  for (let at: number | undefined = pid; at; at = processes.get(at)?.parent) if (at === own) return true
  return false
}

type Processes = ReadonlyMap<number, ProcessEntry>

const CLOCK_STEP = 2 // the clock of beginnings has steps of its own, and is read a moment after

const wasBornUnder = (root: Root, began: number) => began >= root.began && (root.ended === undefined || began <= root.ended)

// In our process group, but with a parent that only takes over: one from another session, or process 1, which in a container
// may have our session. What left for a session of its own before that is a daemon, and nobody's child.
function isOrphanBeside(own: number, { group, session, parent }: ProcessEntry, processes: Processes): boolean {
  const self = processes.get(own)
  if (self?.group !== group || self.session !== session || parent === own) return false
  return processes.get(parent)?.session !== session || (parent === INIT && !mayHaveStartedBeside(self))
}

/** It takes over the children of what ended, if no process between asked to (Linux' PR_SET_CHILD_SUBREAPER). */
const INIT = 1

// Process 1 started us, and did not give us a process group of our own: others in our group can be its children too.
const mayHaveStartedBeside = (self: ProcessEntry) => self.parent === INIT && self.group !== self.pid

function send(pid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException // Node throws nothing else from kill
    if (code !== 'ESRCH' && code !== 'EPERM') throw error // it is gone, or runs as a user that we may not end
  }
}
