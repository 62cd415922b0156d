// The guest's thread, for what guest-thread.ts leaves: runs a script, or compiles one source for a seat with less stack.
import { parentPort } from 'node:worker_threads'
import { callGuest } from '../engine/guest.ts'
import { describe, InternalError } from '../errors.ts'
import { openCallerStreams } from '../kernel/streams/caller-streams.ts'
import { noHostEnd } from '../no-host-end.ts'
import { linux } from '../platform/linux/linux.ts'
import { platformOf } from '../platform/platforms.ts'
import { run } from '../run.ts'
import { guestServices } from '../services.ts'
import { GuestLink } from '../transport/guest-link.ts'
import type { Value } from '../transport/marshal.ts'
import type { CompileJob } from './compile-job.ts'
import type { Task } from './guest-task.ts'
import { startAnyway } from './start-anyway.ts'
import { STACK_BYTES } from './worker-stack.ts'

export async function serveTask(task: Task): Promise<void> {
  if ('job' in task) parentPort?.postMessage(await compileHere(task.job))
  else {
    try {
      const link = new GuestLink(task.bell, () => task.port)
      const platform = await platformOf(task.options)
      const seating = {
        link,
        stackBytes: STACK_BYTES,
        ownStack: false,
        canMove: false,
        breakOffMs: task.breakOffMs,
        platform,
        start: startAnyway,
        openStreams: openCallerStreams,
      }
      parentPort?.postMessage({ result: await run(task.options, seating) })
    } catch (error) {
      parentPort?.postMessage({ failure: describe(error) })
    }
  }
}

async function compileHere({ path, optimize, source }: CompileJob): Promise<Value> {
  let code: Value = null
  const services = {
    ...guestServices,
    'compile.job': () => [path, optimize, source],
    'compile.done': (_: unknown, [value = null]: readonly Value[]) => {
      code = value
      return null
    },
  }
  const link = noHostEnd('compiling')
  const started = await startAnyway({ platform: linux, services, link, stackBytes: STACK_BYTES, snapshot: true, trained: 'bare' })
  if (!started) throw new InternalError('no interpreter to compile with')
  callGuest(started, '_pyrunner.elsewhere', 'work')
  return code
}
