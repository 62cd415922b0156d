// One script as a child process: its output as it comes, a limit, and an end that takes all it started with it.
import { spawn } from 'node:child_process'
import os from 'node:os'
import { linux } from '../../platform/linux/linux.ts'
import { drawProgramMark } from '../../platform/linux/process-mark.ts'
import { RunChildren } from '../../seats/run-children.ts'
import { Masker } from '../gates/secrets.ts'
import type { Command } from './identity.ts'
import { Tail } from './tail.ts'

export interface ChildOptions {
  readonly timeoutMs: number
  /** Ends it, with the grace in milliseconds that its reason says, if it is a number. */
  readonly signal: AbortSignal
  readonly graceMs: number
  readonly secrets: readonly string[]
  readonly output: (stream: 'stdout' | 'stderr', bytes: Buffer) => void
}

export interface ChildResult {
  /** The exit status; of a signal 128 and its number, as shells have it. */
  readonly status: number
  readonly signal?: string
  readonly timedOut?: true
  readonly cancelled?: true
  readonly stdout: string
  readonly stderr: string
  /** Only the last megabyte of one of them is there. */
  readonly truncated: boolean
}

/** It could not be started: an errno's name. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure'
  readonly code: string
  constructor(code: string, cause: unknown) {
    super(`it cannot be started: ${code}`, { cause })
    this.code = code
  }
}

/** After its end what it left open is read so long: background programs may hold it for ever. */
const DRAIN_MS = 300
/** What SIGKILL has not ended by then (it hangs in the system, or became a user's whom we cannot end) is left alone. */
const GIVE_UP_MS = 1000
const MOST_CHUNKS = 1000

export async function runChild(command: Command, options: ChildOptions): Promise<ChildResult> {
  const { timeoutMs, signal, graceMs, secrets, output } = options
  const mark = drawProgramMark()
  const children = new RunChildren(linux.processes, { away: true, mark })
  const child = begin(command, mark?.words ?? [])
  const started = new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', (error: NodeJS.ErrnoException) => reject(new StartFailure(error.code ?? error.message, error)))
  })
  const exited = new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve) => {
    child.once('exit', (code, name) => resolve([code, name]))
  })
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const tails = { stdout: new Tail(), stderr: new Tail() }
  let giveUp = () => {}
  const given = new Promise<readonly [null, 'SIGKILL']>((resolve) => {
    giveUp = () => resolve([null, 'SIGKILL'])
  })
  let ending: Promise<void> | undefined
  let why: { timedOut?: true; cancelled?: true } = {}
  const end = (reason: typeof why) => {
    if (ending) return
    why = reason
    ending = children.end().then(() => void setTimeout(giveUp, GIVE_UP_MS).unref())
  }
  let failure: { readonly error: unknown } | undefined
  const flush = (['stdout', 'stderr'] as const).map((name) => {
    const masker = new Masker(secrets)
    const take = (bytes: Buffer) => {
      if (bytes.length === 0 || failure) return
      tails[name].push(bytes)
      try {
        output(name, bytes)
      } catch (error) {
        failure = { error } // the client's function threw, or the disk is full: nothing may run on unseen
        end({ cancelled: true })
      }
    }
    child[name].on('data', (chunk: Buffer) => take(masker.push(chunk)))
    return () => take(masker.end())
  })
  await started
  children.started(child)

  const timer = setTimeout(() => end({ timedOut: true }), timeoutMs)
  let graceTimer: NodeJS.Timeout | undefined
  const onAbort = () => {
    graceTimer = setTimeout(() => end({ cancelled: true }), graceMs)
  }
  signal.addEventListener('abort', onAbort)
  if (signal.aborted) onAbort()
  try {
    const [code, name] = await Promise.race([exited, given])
    await ending
    await Promise.race([closed, quietFor(DRAIN_MS, child.stdout, child.stderr)])
    for (const each of flush) each()
    if (failure) throw failure.error
    const status = why.timedOut ? 124 : (code ?? 128 + (name ? os.constants.signals[name] : 0))
    const truncated = tails.stdout.truncated || tails.stderr.truncated
    return {
      status,
      ...(name ? { signal: name } : {}),
      ...why,
      stdout: tails.stdout.text(),
      stderr: tails.stderr.text(),
      truncated,
    }
  } finally {
    clearTimeout(timer)
    clearTimeout(graceTimer)
    signal.removeEventListener('abort', onAbort)
    child.stdout.destroy()
    child.stderr.destroy()
    child.unref() // where it was given up
  }
}

function begin({ program, words, cwd, environment }: Command, before: readonly string[]) {
  const [first = '', ...rest] = [...before, program, ...words]
  try {
    return spawn(first, rest, {
      cwd,
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // a session of its own: all of it is found again, and the terminal's Ctrl-C is the engine's to hand on
    })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException // some errors of the system, such as E2BIG, are not told by an event
    throw new StartFailure(code ?? String(error), error)
  }
}

// Resolves when nothing has come for so long, or when it will not stop coming.
function quietFor(ms: number, ...streams: readonly NodeJS.ReadableStream[]): Promise<void> {
  return new Promise((resolve) => {
    let left = MOST_CHUNKS
    let timer = setTimeout(resolve, ms)
    const again = () => {
      clearTimeout(timer)
      if (--left === 0) resolve()
      else timer = setTimeout(resolve, ms)
    }
    for (const stream of streams) stream.on('data', again)
  })
}
