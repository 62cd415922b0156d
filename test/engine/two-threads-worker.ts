// Runs in a worker: two threads of the engine's own, each sleeping three times through the guest's C library and saying so
// after each sleep. No Python is started. Posts the order and how long it took.
import { parentPort, workerData } from 'node:worker_threads'
import { EngineFiles } from '../../src/engine/engine-file.ts'
import { load } from '../../src/engine/load.ts'
import { suspensionOfThisEngine } from '../../src/engine/suspension.ts'
import { linux } from '../../src/platform/linux/linux.ts'
import { createBell } from '../../src/transport/frames.ts'
import { GuestLink } from '../../src/transport/guest-link.ts'

export interface Trace {
  readonly suspension: string
  readonly order: readonly string[]
  /** Whether both slept at the same time. */
  readonly overlapped: boolean
}

const SLEEP_MS = 30
const STACK_BYTES = 65536

const { folder, sleeper, rounds } = workerData as {
  readonly folder: string
  readonly sleeper: Uint8Array
  readonly rounds: number
} // from start-worker.ts
const files = new EngineFiles(folder)
const suspension = suspensionOfThisEngine()
const link = new GuestLink(createBell(), () => {
  throw new Error('sleeping needs no host end')
})
const { instance, memory, threads } = load({
  module: new WebAssembly.Module(files.engine()),
  memoryPages: files.facts.memoryPages,
  services: {},
  platform: linux,
  link,
  library: { archive: files.library },
  umask: 0,
  suspension,
})
instance.call('__wasm_call_ctors')

const request = instance.call('malloc', 16) // struct timespec
memory.view.setBigInt64(request, 0n, true)
memory.view.setInt32(request + 8, SLEEP_MS * 1e6, true)
const order: string[] = []
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(sleeper), {
  guest: {
    clock_nanosleep: instance.exports.clock_nanosleep,
    said: (who: number, round: number) => order.push(`${who}:${round}`),
    request: new WebAssembly.Global({ value: 'i32' }, request),
  },
})
const entry = instance.table.length
instance.table.grow(1)
instance.table.set(entry, exports.main)

const startedMs = performance.now()
await Promise.all([1, 2].map((who) => threads.run(`thread ${who}`, entry, who, STACK_BYTES)))
const overlapped = performance.now() - startedMs < 2 * rounds * SLEEP_MS
parentPort?.postMessage({ suspension: suspension ?? 'none', order, overlapped } satisfies Trace)
