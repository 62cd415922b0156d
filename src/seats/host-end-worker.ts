// The host end of the inline seat: a worker that the guest's first wait starts.
import { type MessagePort, workerData } from 'node:worker_threads'
import { hostOperations } from '../operations.ts'
import { serveHostEnd } from '../transport/host-link.ts'

const { port, bell } = workerData as { readonly port: MessagePort; readonly bell: Int32Array } // from inline.ts
serveHostEnd(port, bell, hostOperations)
