// The guest's thread in the worker seat. A plain script on a machine that is prepared runs from here: a bundle of its own,
// CommonJS, which a worker starts sooner. All else is in guest-worker.ts.
import threads from 'node:worker_threads'
import { describe } from '../errors.ts'
import { linux } from '../platform/linux/linux.ts'
import { run } from '../run.ts'
import type { RunResult } from '../run-options.ts'
import { startRestored } from '../start.ts'
import { GuestLink } from '../transport/guest-link.ts'
import type { Task } from './guest-task.ts'
import { STACK_BYTES } from './worker-stack.ts'

void begin(threads.workerData as Task)

async function begin(task: Task): Promise<void> {
  try {
    const result = await runHere(task)
    if (result) threads.parentPort?.postMessage({ result })
    else await import('./guest-worker.ts')
  } catch (error) {
    threads.parentPort?.postMessage({ failure: describe(error) })
  }
}

/** Undefined when that takes more than this bundle has. */
async function runHere(task: Task): Promise<RunResult | undefined> {
  if ('job' in task || task.options.platform !== 'linux' || !task.options.snapshot) return undefined
  const { options, bell, port } = task
  const link = new GuestLink(bell, () => port)
  const seating = { link, stackBytes: STACK_BYTES, ownStack: false, canMove: false, platform: linux, start: startRestored }
  const result = await run(options, seating)
  return typeof result === 'number' ? undefined : result
}
