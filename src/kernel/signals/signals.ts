// Signals of one run: what the guest does with each, which it blocks, which wait for it, and its interval timers. They are
// looked at where the guest looks: at CPython's own question between instructions, and when it waits. signal(7), getitimer(2).
import type { GuestLink, Pending } from '../../transport/guest-link.ts'

export type Disposition = 'default' | 'ignore' | 'handle'

/** Thrown through the wasm when a signal ends the guest by its default action. */
export class EndedBySignal extends Error {
  override readonly name = 'EndedBySignal'
  readonly signal: number
  constructor(signal: number) {
    super(`signal ${signal} ended the guest`)
    this.signal = signal
  }
}

// Of signal(7), as every POSIX system that Node runs on numbers them; others have no default that a timer or kill() meets.
const SIG = { INT: 2, PIPE: 13, ALRM: 14, CHLD: 17, CONT: 18, URG: 23, XFSZ: 25, VTALRM: 26, PROF: 27, WINCH: 28 } as const
const IGNORED_BY_DEFAULT = new Set<number>([SIG.CHLD, SIG.CONT, SIG.URG, SIG.WINCH])

const wall = () => performance.now()
const userTime = () => process.cpuUsage().user / 1000
const cpuTime = () => (process.cpuUsage().user + process.cpuUsage().system) / 1000
/** ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF. */
const TIMERS = [
  { signal: SIG.ALRM, nowMs: wall },
  { signal: SIG.VTALRM, nowMs: userTime },
  { signal: SIG.PROF, nowMs: cpuTime },
] as const

interface Timer {
  readonly signal: number
  readonly nowMs: () => number
  dueMs: number
  intervalMs: number
}

export interface TimerSetting {
  readonly valueMs: number
  readonly intervalMs: number
}

export class Signals {
  readonly #link: GuestLink
  /** What CPython settles when it starts: Python/pylifecycle.c, _PySignal_Init. */
  readonly #dispositions = new Map<number, Disposition>([
    [SIG.INT, 'handle'],
    [SIG.PIPE, 'ignore'],
    [SIG.XFSZ, 'ignore'],
  ])
  #blocked: ReadonlySet<number> = new Set()
  readonly #pending = new Set<number>()
  readonly #timers: Timer[] = TIMERS.map((timer) => ({ ...timer, dueMs: Number.POSITIVE_INFINITY, intervalMs: 0 }))
  #begun = false
  #armed = false

  constructor(link: GuestLink) {
    this.#link = link
  }

  /** From now on they have their effect: before, nothing of the guest's could say what becomes of an exception. */
  begin(): void {
    this.#begun = true
  }

  /** Answers what is to be waited for until it counts. */
  dispose(signal: number, disposition: Disposition): Pending | undefined {
    this.#dispositions.set(signal, disposition)
    if (signal === SIG.PIPE) return undefined // comes with the write that fails, see bring(); the system's own would be a second one
    if (signal === SIG.CHLD) return undefined // comes with the answer that a child of the guest's has ended, see children.ts
    return disposition === 'default' ? this.#link.leaveSignal(signal) : this.#link.watchSignal(signal)
  }

  disposition(signal: number): Disposition {
    const set = this.#dispositions.get(signal) ?? 'default'
    return set === 'default' && IGNORED_BY_DEFAULT.has(signal) ? 'ignore' : set
  }

  /** Those that a program started now finds ignored; `restored`: without the ones that CPython itself ignores. */
  ignored(restored: readonly number[]): readonly number[] {
    const ignored = [...this.#dispositions].flatMap(([signal, disposition]) => (disposition === 'ignore' ? [signal] : []))
    return ignored.filter((signal) => !restored.includes(signal))
  }

  block(signals: Iterable<number>): void {
    this.#blocked = new Set(signals)
  }

  isBlocked(signal: number): boolean {
    return this.#blocked.has(signal)
  }

  add(signal: number): void {
    if (this.disposition(signal) !== 'ignore' || this.#blocked.has(signal)) this.#pending.add(signal)
  }

  /** One that a call of the guest's own brings about, as SIGPIPE: it has its effect before the call answers. */
  bring(signal: number): void {
    if (this.disposition(signal) === 'default' && !this.#blocked.has(signal)) throw new EndedBySignal(signal)
    this.add(signal)
  }

  /** What waits for being unblocked. */
  pending(): readonly number[] {
    this.collect()
    return [...this.#pending].filter((signal) => this.#blocked.has(signal))
  }

  /** One of `signals` that waits, which is thereby taken: sigwait(3). */
  accept(signals: ReadonlySet<number>): number | undefined {
    this.collect()
    const found = [...this.#pending].sort((a, b) => a - b).find((signal) => signals.has(signal))
    if (found !== undefined) this.#pending.delete(found)
    return found
  }

  /** Takes away what came up to now; answers whether it had come. */
  drop(signal: number): boolean {
    this.#link.lookForSignals()
    this.collect()
    return this.#pending.delete(signal)
  }

  /** Whether one waits that is not blocked. */
  get deliverable(): boolean {
    this.collect()
    return this.noted
  }

  /** The same of those that have been taken note of. */
  get noted(): boolean {
    return this.#begun && this.#pending.size > 0 && [...this.#pending].some((signal) => !this.#blocked.has(signal))
  }

  /** Whether one of those ends the guest. */
  get deadly(): boolean {
    const ends = (signal: number) => !this.#blocked.has(signal) && this.disposition(signal) === 'default'
    return this.#begun && this.#pending.size > 0 && [...this.#pending].some(ends)
  }

  /** The next signal for CPython, 0 for none; one that ends the guest does so. */
  take(): number {
    if (this.#pending.size === 0 && !this.#armed && !this.#link.mayHaveSignals()) return 0
    this.collect()
    if (!this.#begun) return 0
    for (const signal of this.#pending) {
      if (this.#blocked.has(signal)) continue
      this.#pending.delete(signal)
      const disposition = this.disposition(signal)
      if (disposition === 'handle') return signal
      if (disposition === 'default') throw new EndedBySignal(signal)
    }
    return 0
  }

  /** Sets a timer, or only asks; answers what it was before. */
  timer(which: number, setting?: TimerSetting): TimerSetting | undefined {
    const timer = this.#timers[which]
    if (!timer) return undefined
    this.collect()
    const before = {
      valueMs: timer.dueMs === Number.POSITIVE_INFINITY ? 0 : Math.max(0, timer.dueMs - timer.nowMs()),
      intervalMs: timer.intervalMs,
    }
    if (setting) {
      timer.dueMs = setting.valueMs > 0 ? timer.nowMs() + setting.valueMs : Number.POSITIVE_INFINITY
      timer.intervalMs = setting.intervalMs
      this.#armed = this.#timers.some(({ dueMs }) => dueMs !== Number.POSITIVE_INFINITY)
    }
    return before
  }

  /** When a sleeping guest has to look again, in milliseconds of performance.now(): only the timer of real time runs then. */
  get nextTimerMs(): number {
    return this.#timers[0]?.dueMs ?? Number.POSITIVE_INFINITY
  }

  /** Takes note of what has come. */
  collect(): void {
    for (let signal = this.#link.takeSignal(); signal !== 0; signal = this.#link.takeSignal()) {
      if (signal === SIG.CHLD)
        this.#link.drain() // it announces the answer that tells which child
      else this.add(signal)
    }
    if (!this.#armed) return
    for (const timer of this.#timers) {
      if (timer.dueMs === Number.POSITIVE_INFINITY) continue
      const now = timer.nowMs()
      if (now < timer.dueMs) continue
      this.add(timer.signal)
      const missed = timer.intervalMs > 0 ? Math.ceil((now - timer.dueMs + Number.EPSILON) / timer.intervalMs) : 0
      timer.dueMs = timer.intervalMs > 0 ? timer.dueMs + Math.max(1, missed) * timer.intervalMs : Number.POSITIVE_INFINITY
    }
    this.#armed = this.#timers.some(({ dueMs }) => dueMs !== Number.POSITIVE_INFINITY)
  }
}
