// Runs scripts one after another, each in an interpreter that was ready before it was asked for: a few guests wait, with
// Python started in them; after a script a guest forgets it and waits again, or is replaced by a new one.
import { availableParallelism } from 'node:os'
import { UsageError } from '../errors.ts'
import { useInstallation } from '../installation.ts'
import { type Owner, WarmWorker } from '../seats/warm-worker.ts'
import { Job } from './job.ts'
import { describeScript, type Script } from './script.ts'
import { checkKeys, checkSettings, type RunSettings, type ScriptRun } from './settings.ts'

export interface RunnerOptions {
  /** How many guests are kept ready; 1 by itself. Each takes about 80 MB of memory. With 0 each script starts a thread of its own. */
  readonly warm?: number
  /** How many scripts run at the same time, the others wait; by itself as many as there are processors. */
  readonly most?: number
  /** The folder `dist` of the package, where a bundler has put this module elsewhere and it is found neither beside nor by name. */
  readonly installation?: string
}

export interface Runner {
  /**
   * Runs the script; nothing of an earlier one can be seen by it. By itself its standard input is empty and its output is
   * collected. A time limit or an aborted signal ends it and the programs that it started as Ctrl-C would, half a second
   * (`graceMs`) later at once; after an abort the result is a rejection with the signal's reason, as of fetch. Throws a
   * UsageError for what is no script or no setting.
   */
  run<const S extends RunSettings = Record<never, never>>(script: Script, settings?: S & RunSettings): ScriptRun<S>
  /** Resolves when all guests are ready; rejects when one cannot start. Nobody has to wait for it. */
  ready(): Promise<void>
  /** Ends what still runs, and every guest. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export function createRunner(options: RunnerOptions = {}): Runner {
  checkKeys('a runner', options, ['warm', 'most', 'installation'])
  if (options.installation !== undefined) useInstallation(options.installation)
  const warm = whole('warm', options.warm ?? 1, 0)
  return new WarmRunner(warm, whole('most', options.most ?? Math.max(warm, availableParallelism()), 1))
}

function whole(name: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least) return value
  throw new UsageError(`${name}: ${value} is not a whole number from ${least} up`)
}

class WarmRunner implements Runner, Owner {
  readonly #warm: number
  readonly #most: number
  readonly #guests = new Set<WarmWorker>()
  #idle: WarmWorker[] = []
  readonly #busy = new Set<WarmWorker>()
  /** Those that have a thread of their own. */
  readonly #alone = new Set<Job>()
  readonly #jobs = new Set<Job>()
  #waiting: Job[] = []
  #watchers: { resolve(): void; reject(error: Error): void }[] = []
  #isClosed = false

  constructor(warm: number, most: number) {
    this.#warm = warm
    this.#most = most
    this.#fill()
  }

  run<const S extends RunSettings>(script: Script, settings?: S & RunSettings): ScriptRun<S> {
    if (this.#isClosed) throw new UsageError('the runner is closed')
    checkSettings(settings ?? {})
    const job = new Job(describeScript(script), settings ?? {})
    this.#jobs.add(job)
    const forget = () => void this.#jobs.delete(job)
    job.result.then(forget, forget)
    this.#waiting.push(job)
    this.#serve()
    return job.asRun() as unknown as ScriptRun<S> // typed by what the settings say
  }

  ready(): Promise<void> {
    this.#fill()
    if (this.#coming === 0) return Promise.resolve()
    return new Promise((resolve, reject) => void this.#watchers.push({ resolve, reject }))
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const { reject } of this.#watchers.splice(0)) reject(new UsageError('the runner was closed'))
    await Promise.all([...this.#jobs].map((job) => job.close()))
    await Promise.all([...this.#guests].map((guest) => guest.terminate()))
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  isReady(guest: WarmWorker): void {
    this.#idle.push(guest)
    this.#serve()
    if (this.#idle.includes(guest) && this.#guests.size > this.#warm) this.#drop(guest)
    if (this.#coming === 0) for (const { resolve } of this.#watchers.splice(0)) resolve()
  }

  isGone(guest: WarmWorker, error: Error | undefined): void {
    this.#drop(guest)
    if (error) {
      for (const { reject } of this.#watchers.splice(0)) reject(error)
      this.#waiting.shift()?.fail(error) // whom it was started for; the next one tries again
    } else this.#fill()
    this.#serve()
  }

  /** Guests that start, or forget what they ran. */
  get #coming(): number {
    return this.#guests.size - this.#idle.length - this.#busy.size
  }

  #fill(): void {
    while (!this.#isClosed && this.#guests.size < this.#warm) this.#guests.add(new WarmWorker(this))
  }

  #drop(guest: WarmWorker): void {
    this.#guests.delete(guest)
    this.#busy.delete(guest)
    this.#idle = this.#idle.filter((each) => each !== guest)
    void guest.terminate()
  }

  #serve(): void {
    this.#waiting = this.#waiting.filter(({ isSettled }) => !isSettled) // some are ended while they wait
    if (this.#warm === 0) return this.#serveAlone()
    while (this.#idle.length > 0) {
      const job = this.#waiting.shift()
      const guest = job && this.#idle.pop()
      if (!guest) break
      this.#busy.add(guest)
      job.begin(guest, () => this.#busy.delete(guest))
    }
    const missing = Math.min(this.#waiting.length - this.#coming, this.#most - this.#guests.size)
    for (let i = 0; i < missing && !this.#isClosed; i++) this.#guests.add(new WarmWorker(this))
  }
  // The place of a thread is free when it is gone.
  #serveAlone(): void {
    while (this.#alone.size < this.#most) {
      const job = this.#waiting.shift()
      if (!job) return
      this.#alone.add(job)
      job.beginAlone(() => {
        this.#alone.delete(job)
        this.#serve()
      })
    }
  }
}
