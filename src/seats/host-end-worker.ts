// The host end of the inline seat: a worker that the guest's first wait starts, or the foresight of one.
import { type MessagePort, workerData } from 'node:worker_threads'
import { hostOperations } from '../operations.ts'
import { serveHostEnd } from '../transport/host-link.ts'

const { port, bell, expected } = workerData as {
  readonly port: MessagePort
  readonly bell: Int32Array
  readonly expected: readonly string[]
} // from inline.ts
serveHostEnd(port, bell, hostOperations)
for (const name of expected) void hostOperations(name) // which loads it
