// The worker seat: the guest in a thread of its own, the host end on this thread's event loop. An interrupt is a word in
// shared memory that the guest looks at; what does not look is ended.
import { MessageChannel, Worker } from 'node:worker_threads'
import { type Failure, revive } from '../errors.ts'
import { hostOperations } from '../operations.ts'
import type { RunOptions, RunResult } from '../run-options.ts'
import { createBell, raiseSignal } from '../transport/frames.ts'
import { serveHostEnd } from '../transport/host-link.ts'
import { THREAD_STACK_MB } from './worker-stack.ts'

export interface WorkerRun {
  readonly result: Promise<RunResult>
  /** Raises the signal in the guest, as a terminal's Ctrl-C would; answers whether it has not looked at an earlier one. */
  interrupt(signal: number): boolean
  /** Ends the guest wherever it is. */
  terminate(): Promise<void>
}

type Message = { readonly result: RunResult } | { readonly failure: Failure }

export function runInWorker(options: RunOptions): WorkerRun {
  const bell = createBell()
  const { port1, port2 } = new MessageChannel()
  serveHostEnd(port1, bell, hostOperations)
  const worker = new Worker(`${import.meta.dirname}/guest.js`, {
    workerData: { options, bell, port: port2 },
    transferList: [port2],
    resourceLimits: { stackSizeMb: THREAD_STACK_MB },
    trackUnmanagedFds: false,
  })
  const result = new Promise<RunResult>((resolve, reject) => {
    worker.on('message', (message: Message) => ('failure' in message ? reject(revive(message.failure)) : resolve(message.result)))
    worker.on('error', reject)
    worker.on('exit', () => resolve({ exitCode: TERMINATED })) // only counts when nothing was said before
  }).finally(() => port1.close())
  return {
    result,
    interrupt(signal) {
      return raiseSignal(bell, signal)
    },
    async terminate() {
      await worker.terminate()
    },
  }
}
const TERMINATED = 137 // as a shell shows what SIGKILL ended
