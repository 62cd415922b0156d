// The host end of the long run, in a worker: operations whose answers the other side can foretell.
import { type MessagePort, workerData } from 'node:worker_threads'
import { type Operation, serveHostEnd } from '../../../src/transport/host-link.ts'
import type { Value } from '../../../src/transport/marshal.ts'
import { patternByte } from './pattern.ts'

const { port, bell } = workerData as { readonly port: MessagePort; readonly bell: Int32Array } // from guest.ts
const stopped = { requests: 0, streams: 0 }
const sent = new Map<number, number>()

const operations: Readonly<Record<string, Operation>> = {
  echo: async (args) => args,
  // Answers after so many turns of the event loop, so that answers overtake each other.
  late: async ([value, turns]) => {
    for (let i = 0; i < Number(turns); i++) await new Promise((resolve) => setImmediate(resolve))
    return value ?? null
  },
  fail: async ([code, message]) => {
    throw Object.assign(new Error(String(message)), { code })
  },
  never: (_, { signal }) =>
    new Promise<Value>((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        stopped.requests++
        reject(new Error('nobody waits any more'))
      })
    }),
  stopped: async () => [stopped.requests, stopped.streams],
  sent: async ([id]) => sent.get(Number(id)) ?? 0,
  stream: async ([length, pieceBytes, failure], { openOutflow }) => {
    const outflow = openOutflow()
    void pump(outflow, Number(length), Number(pieceBytes), failure === null ? undefined : String(failure))
    return outflow.id
  },
}

async function pump(
  outflow: ReturnType<Parameters<Operation>[1]['openOutflow']>,
  length: number,
  pieceBytes: number,
  failure: string | undefined,
) {
  for (let at = 0; at < length && !outflow.signal.aborted; at += pieceBytes) {
    const piece = Uint8Array.from({ length: Math.min(pieceBytes, length - at) }, (_, i) => patternByte(outflow.id, at + i))
    sent.set(outflow.id, at + piece.length)
    await outflow.write(piece)
  }
  if (outflow.signal.aborted) stopped.streams++
  outflow.end(failure === undefined ? undefined : { code: failure, message: 'as asked for' })
}

serveHostEnd(port, bell, async (name) => operations[name])
