// The guest of the worker seat: runs the script, posts how it ended.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { setEngineFlags } from '../engine/flags.ts'
import { describe } from '../errors.ts'
import type { RunOptions } from '../run-options.ts'
import { run } from '../run.ts'
import { GuestLink } from '../transport/guest-link.ts'
import { STACK_BYTES } from './worker-stack.ts'

const { options, bell, port } = workerData as { readonly options: RunOptions; readonly bell: Int32Array; readonly port: MessagePort } // from worker.ts
setEngineFlags()
try {
  parentPort?.postMessage({ result: await run(options, { link: new GuestLink(bell, () => port), stackBytes: STACK_BYTES, canMove: false }) })
} catch (error) {
  parentPort?.postMessage({ failure: describe(error) })
}
