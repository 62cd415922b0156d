// The guest's thread in the worker seat, as far as the quick start goes: a plain script on a machine that is prepared. All
// else is in guest-worker.ts.
import { closeSnapshot, type OpenSnapshot } from '../engine/snapshot-open.ts'
import { describe } from '../errors.ts'
import { linux } from '../platform/linux/linux.ts'
import { run } from '../run.ts'
import type { RunResult } from '../run-options.ts'
import { startFrom } from '../start.ts'
import { GuestLink } from '../transport/guest-link.ts'
import type { Task } from './guest-task.ts'
import { STACK_BYTES } from './worker-stack.ts'

export async function runThread(snapshot: OpenSnapshot | undefined): Promise<void> {
  process.removeAllListeners('warning') // Node's own: of descriptors that the guest closes and another thread opened
  const threads = process.getBuiltinModule('node:worker_threads') // the command shares this bundle and needs none
  try {
    const result = await runHere(threads.workerData as Task, snapshot)
    if (result) threads.parentPort?.postMessage({ result })
    else await (await import('./guest-worker.ts')).serveTask(threads.workerData as Task)
  } catch (error) {
    threads.parentPort?.postMessage({ failure: describe(error) })
  }
}

/** Undefined when that takes more than the quick start has. */
async function runHere(task: Task, snapshot: OpenSnapshot | undefined): Promise<RunResult | undefined> {
  if ('job' in task || task.options.platform !== 'linux' || !task.options.snapshot || task.options.streams) {
    if (snapshot) closeSnapshot(snapshot)
    return undefined
  }
  const { options, bell, port, breakOffMs } = task
  const link = new GuestLink(bell, () => port)
  const seating = {
    link,
    stackBytes: STACK_BYTES,
    ownStack: false,
    canMove: false,
    breakOffMs,
    platform: linux,
    start: startFrom(snapshot),
  }
  const result = await run(options, seating)
  return typeof result === 'number' ? undefined : result
}
