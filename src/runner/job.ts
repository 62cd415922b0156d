// One run on a runner, from the call to its result: first it waits for a guest, then it is on one, or, where the run wants
// an interpreter of its own, in a worker of its own. What the host end did for it ends with it.
import { constants } from 'node:os'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { installation } from '../installation.ts'
import { hostOperations } from '../operations.ts'
import { linux } from '../platform/linux/linux.ts'
import { drawOwnMark } from '../platform/linux/process-mark.ts'
import { nowMs } from '../platform/now.ts'
import type { RunOptions, RunResult } from '../run-options.ts'
import { type Endable, endInTime } from '../seats/end-from-outside.ts'
import { BREAK_OFF_MS, checkLimits } from '../seats/limits.ts'
import { withMark } from '../seats/own-mark.ts'
import { RunChildren } from '../seats/run-children.ts'
import type { Ending, WarmWorker } from '../seats/warm-worker.ts'
import { startGuestThread, TERMINATED } from '../seats/worker-thread.ts'
import { askToStop, createBell, raiseSignal } from '../transport/frames.ts'
import { type Operations, type StartedProgram, serveHostEnd } from '../transport/host-link.ts'
import type { RunEvent, RunSettings, ScriptResult, ScriptRun } from './settings.ts'
import { RunStreams } from './streams.ts'

/** How long a script may take to end after it was told to. */
const GRACE_MS = 500

export class Job implements Endable {
  readonly result: Promise<ScriptResult>
  readonly ended: Promise<RunResult>
  readonly children: RunChildren
  readonly streams: RunStreams
  readonly #options: RunOptions
  readonly #settings: RunSettings
  readonly #operations: Operations
  readonly #bell = createBell()
  readonly #breakOffMs: number | undefined
  readonly #createdMs = performance.now()
  #begunMs: number | undefined
  /** What ends it at once, wherever it is now. */
  #end: () => Promise<void> = async () => this.#resolve(TERMINATED)
  #closeHostEnd: () => void = () => {}
  /** Nothing of it is worth waiting for. */
  #isCut = false
  #isSettled = false
  #resolve!: (result: RunResult) => void
  #reject!: (error: unknown) => void

  /** `ownProcess`: this process does nothing but this run. */
  constructor(options: RunOptions, settings: RunSettings, ownProcess = false) {
    const mark = ownProcess && settings.timeoutMs !== undefined ? drawOwnMark() : undefined
    this.#operations = withMark(hostOperations, mark)
    this.children = new RunChildren(linux.processes, { ownMark: mark })
    const { timeoutMs, graceMs = GRACE_MS, signal } = settings
    const limits = { timeoutMs, graceMs, signal }
    checkLimits(limits)
    this.#settings = settings
    this.streams = new RunStreams(settings)
    this.#options = { ...options, streams: this.streams.plan }
    if (timeoutMs !== undefined) this.#breakOffMs = nowMs() + timeoutMs + graceMs + BREAK_OFF_MS
    this.ended = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    this.result = this.#conclude(endInTime(this, limits, (reason) => this.#cut(reason)))
  }

  get isSettled(): boolean {
    return this.#isSettled
  }

  /** What the caller holds of it. */
  asRun(): ScriptRun {
    const { result, streams } = this
    return {
      result,
      stdout: streams.stdout,
      stderr: streams.stderr,
      interrupt: (signal = constants.signals.SIGINT) => raiseSignal(this.#bell, signal),
      terminate: () => this.terminate(),
    }
  }

  /** Runs it on a guest that is ready; `left` is called when the guest is done with it. */
  begin(guest: WarmWorker, left: () => void): void {
    this.#hasBegun()
    const { port1, port2 } = new MessageChannel()
    this.#serve(port1)
    this.#end = () => guest.terminate()
    guest.run({ options: this.#options, bell: this.#bell, port: port2 }, (ending) => {
      left()
      this.#take(ending)
    })
  }

  /** Runs it in a thread of its own; `left` is called when that is gone. */
  beginAlone(left: () => void = () => {}, options = this.#options): void {
    if (this.#begunMs === undefined) this.#hasBegun()
    const thread = startGuestThread(options, { breakOffMs: this.#breakOffMs, bell: this.#bell, folder: installation() })
    this.#serve(thread.port)
    this.#end = () => thread.terminate()
    void thread.gone.then(left)
    const gone = thread.ended.finally(() => thread.gone)
    gone.then(this.#resolve, this.#reject)
  }

  fail(error: unknown): void {
    this.#reject(error)
  }

  // Before it has begun there is nothing to interrupt or to ask.
  interrupt(signal: number): void {
    if (this.#begunMs === undefined) void this.#end()
    else raiseSignal(this.#bell, signal)
  }

  askToStop(): void {
    if (this.#begunMs === undefined) void this.#end()
    else askToStop(this.#bell)
  }

  async terminate(): Promise<void> {
    this.#isCut = true
    await this.#end()
  }

  /** Ends it and the programs that it started, at once. */
  async close(): Promise<void> {
    this.#cut('close')
    await this.terminate()
    await this.children.end()
    await this.result.catch(() => undefined) // whoever asked for it hears of that
  }

  #hasBegun(): void {
    this.#begunMs = performance.now()
    this.#say({ type: 'started', waitedMs: this.#begunMs - this.#createdMs })
  }

  #cut(reason: 'timeout' | 'abort' | 'close'): void {
    this.#isCut = true
    this.#say({ type: 'stopping', reason })
  }

  #serve(port: MessagePort): void {
    const operations: Operations = async (name) => this.streams.operation(name) ?? this.#operations(name)
    const end = serveHostEnd(port, this.#bell, operations, (program) => this.#started(program)) // the port keeps the process alive
    this.#closeHostEnd = () => end((name) => name === 'output.write')
  }

  #started(program: StartedProgram): void {
    this.children.started(program)
    if (program.pid !== undefined) this.#say({ type: 'program', pid: program.pid })
  }

  #take(ending: Ending): void {
    if ('error' in ending) return this.#reject(ending.error)
    const { result } = ending
    if (result) return this.#resolve(result)
    this.#closeHostEnd()
    this.beginAlone(undefined, { ...this.#options, snapshot: false })
  }

  async #conclude(outcome: Promise<RunResult>): Promise<ScriptResult> {
    try {
      const { exitCode, signal, timedOut = false } = await outcome.finally(() => this.#settle())
      await this.streams.finish(this.#isCut)
      const durationMs = performance.now() - (this.#begunMs ?? performance.now())
      const [out, error] = [this.streams.collected(1), this.streams.collected(2)]
      this.#say({ type: 'ended', exitCode, durationMs })
      return {
        exitCode,
        signal: signal === undefined ? undefined : nameOf(signal),
        timedOut,
        durationMs,
        stdout: out.value,
        stderr: error.value,
        truncated: { stdout: out.truncated, stderr: error.truncated },
      } as ScriptResult // its output is typed by the settings, which the caller knows
    } catch (error) {
      await this.streams.finish(true).catch(() => undefined) // the first failure is told
      throw error
    }
  }

  // What the guest said before it ended is still taken in.
  async #settle(): Promise<void> {
    this.#isSettled = true
    this.#end = async () => {}
    this.#closeHostEnd()
    await new Promise((resolve) => setImmediate(resolve))
  }

  #say(event: RunEvent): void {
    const { onEvent } = this.#settings
    if (onEvent) queueMicrotask(() => onEvent(event))
  }
}

function nameOf(signal: number): NodeJS.Signals | undefined {
  const [name] = Object.entries(constants.signals).find(([, number]) => number === signal) ?? []
  return name as NodeJS.Signals | undefined // os.constants.signals has these names
}
