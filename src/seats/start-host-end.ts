// Starts the host end of a guest that runs on this very thread: a worker, which keeps no process from ending.
import type { MessagePort } from 'node:worker_threads'
import { ownFile, ownWords } from '../own-program.ts'

/** Answers the guest's end of the way there. `expected`: operations that are loaded at once; `home`: where the build's files lie. */
export function startHostEnd(bell: Int32Array, expected: readonly string[] = [], home?: string): MessagePort {
  const { MessageChannel, Worker } = process.getBuiltinModule('node:worker_threads')
  const { port1, port2 } = new MessageChannel()
  new Worker(ownFile(home), {
    argv: ownWords('host-end'),
    workerData: { port: port2, bell, expected },
    transferList: [port2],
    trackUnmanagedFds: false,
  }).unref()
  return port1
}
