// Compiling one source in a worker of its own, for a seat whose stack is too small for it.

import { Worker } from 'node:worker_threads'
import { installation } from '../installation.ts'
import { ownFile, ownWords } from '../own-program.ts'
import type { Operation } from '../transport/host-link.ts'
import type { Value } from '../transport/marshal.ts'
import { THREAD_STACK_MB } from './worker-stack.ts'

/** What the worker is asked: the source, its path, the optimisation level. */
export interface CompileJob {
  readonly path: Uint8Array
  readonly optimize: number
  readonly source: Uint8Array
}

/** compile.elsewhere(path, optimize, source): the marshalled code, None when the source does not compile there either. */
export const compileElsewhere: Operation = ([path, optimize, source], { signal }) =>
  new Promise((resolve, reject) => {
    const job: CompileJob = { path: path as Uint8Array, optimize: Number(optimize), source: source as Uint8Array } // the guest end sends these
    const worker = new Worker(ownFile(installation()), {
      argv: ownWords('thread'),
      workerData: { job },
      resourceLimits: { stackSizeMb: THREAD_STACK_MB },
      trackUnmanagedFds: false,
    })
    worker.on('message', (code: Value) => resolve(code))
    worker.on('error', reject)
    worker.on('exit', () => resolve(null)) // only counts when nothing was said before
    signal.addEventListener('abort', () => void worker.terminate())
  })
