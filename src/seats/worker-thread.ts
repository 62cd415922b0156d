// Starts the thread of the worker seat. Apart from what serves it, which takes as long to load as the thread to begin: so
// the quick start has both happen at once.
import { type Failure, revive } from '../errors.ts'
import { ownFile, ownWords } from '../own-program.ts'
import { isIsolated, type RunOptions, type RunResult } from '../run-options.ts'
import { createBell } from '../transport/frames.ts'
import { THREAD_STACK_MB } from './worker-stack.ts'

/** A guest's thread whose host end is still to be served. */
export interface GuestThread {
  readonly bell: Int32Array
  readonly port: import('node:worker_threads').MessagePort
  /** As soon as it is known. */
  readonly ended: Promise<RunResult>
  /** When the thread and all that it had open are gone. */
  readonly gone: Promise<void>
  terminate(): Promise<void>
}

export interface ThreadSetting {
  /** See Task. */
  readonly breakOffMs?: number | undefined
  readonly bell?: Int32Array
  /** Where the build's files lie; by itself beside this one. */
  readonly folder?: string
}

type Message = { readonly result: RunResult } | { readonly failure: Failure }

export function startGuestThread(
  options: RunOptions,
  { breakOffMs, bell = createBell(), folder }: ThreadSetting = {},
): GuestThread {
  const { MessageChannel, Worker } = process.getBuiltinModule('node:worker_threads') // the inline seat needs none
  const { port1, port2 } = new MessageChannel()
  const worker = new Worker(ownFile(folder), {
    argv: ownWords('thread', ...(isIsolated(options) ? ['-I'] : [])), // for findQuick()
    workerData: { options, bell, port: port2, breakOffMs },
    transferList: [port2],
    resourceLimits: { stackSizeMb: THREAD_STACK_MB },
  })
  const gone = new Promise<void>((resolve) => worker.on('exit', () => resolve()))
  const ended = new Promise<RunResult>((resolve, reject) => {
    worker.on('message', (message: Message) => ('failure' in message ? reject(revive(message.failure)) : resolve(message.result)))
    worker.on('error', reject)
    worker.on('exit', () => resolve(TERMINATED)) // only counts when nothing was said before
  })
  ended.catch(() => undefined) // whoever waits for it may come later
  return {
    bell,
    port: port1,
    ended,
    gone,
    async terminate() {
      await worker.terminate()
    },
  }
}
export const TERMINATED: RunResult = { exitCode: 137 } // as a shell shows what SIGKILL ended
