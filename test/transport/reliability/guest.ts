// The guest of the long run, as a process: 100,000 requests against a host end in a worker, every answer compared with
// what it must be; requests that are given up in between, streams under credit, all by dice with a fixed seed.
import { deepStrictEqual } from 'node:assert'
import { MessageChannel, Worker } from 'node:worker_threads'
import { createBell } from '../../../src/transport/frames.ts'
import { GuestLink, HostFailure, type Pending } from '../../../src/transport/guest-link.ts'
import { WINDOW_BYTES } from '../../../src/transport/inflow.ts'
import type { Value } from '../../../src/transport/marshal.ts'
import { patternByte } from './pattern.ts'

const REQUESTS = 100_000
const bell = createBell()
const { port1, port2 } = new MessageChannel()
const worker = new Worker(new URL('./host-end.mjs', import.meta.url), {
  workerData: { port: port2, bell },
  transferList: [port2],
})
const link = new GuestLink(bell, () => port1)

let state = 20_240_229
/** From low to high, high excluded; a linear congruential generator. */
function dice(low: number, high: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return low + Math.floor((state / 2 ** 32) * (high - low))
}

const counts = { compared: 0, failures: 0, givenUp: 0, streams: 0, closedStreams: 0, bytes: 0 }
while (counts.compared < REQUESTS) {
  const kind = dice(0, 1000)
  if (kind < 600) compare(one())
  else if (kind < 990) many(dice(2, 30))
  else if (kind < 996) giveUp()
  else readStream()
}
await end()

/** A request and the check of its answer. */
interface Expected {
  readonly pending: Pending
  check(): void
}

function one(): Expected {
  const number = counts.compared++
  const value: Value =
    dice(0, 50) === 0 ? [number, 'x'.repeat(dice(0, 100_000)), Uint8Array.of(1, 2, 3)] : [number, `text ${number}`, null]
  switch (dice(0, 4)) {
    case 0:
      return { pending: link.request('late', value, dice(0, 4)), check: equal(value) }
    case 1:
      return {
        pending: link.request('fail', 'ECONNRESET', `failure ${number}`),
        check: failing('ECONNRESET', `failure ${number}`),
      }
    default:
      return { pending: link.request('echo', number, value), check: equal([number, value]) }
  }
}

function equal(value: Value) {
  return function (this: Expected): void {
    deepStrictEqual(plain(this.pending.take()), plain(value))
  }
}

function failing(code: string, message: string) {
  return function (this: Expected): void {
    try {
      this.pending.take()
    } catch (error) {
      if (!(error instanceof HostFailure)) throw error
      deepStrictEqual([error.code, error.message], [code, message])
      counts.failures++
      return
    }
    throw new Error('no failure where one was asked for')
  }
}

function compare(expected: Expected): void {
  deepStrictEqual(
    link.sleep(() => expected.pending.settled),
    'done',
  )
  expected.check()
}

/** Several under way at once, taken in an order of our own; some of them given up although their answers come. */
function many(count: number): void {
  const open = Array.from({ length: count }, one)
  while (open.length > 0) {
    const [next] = open.splice(dice(0, open.length), 1)
    if (!next) return
    if (dice(0, 40) === 0) next.pending.cancel()
    else compare(next)
  }
}

/** A request that is never answered: the other side must hear that nobody waits. */
function giveUp(): void {
  const pending = link.request('never')
  deepStrictEqual(pending.settled, false)
  pending.cancel()
  counts.givenUp++
}

function readStream(): void {
  const length = dice(0, 3 * WINDOW_BYTES)
  const pieceBytes = dice(1000, 200_000)
  const failure = dice(0, 3) === 0 ? 'EPIPE' : null
  const opening = link.request('stream', length, pieceBytes, failure)
  const { id } = opening
  const inflow = link.inflow(id)
  answer(opening)
  deepStrictEqual(Number(answer(link.request('sent', id))) < WINDOW_BYTES + pieceBytes, true) // nothing was read: no more than the window is sent
  const stopAt = dice(0, 3) === 0 ? dice(0, length + 1) : undefined
  let at = 0
  for (;;) {
    if (stopAt !== undefined && at >= stopAt) {
      inflow.close()
      counts.closedStreams++
      break
    }
    link.sleep(() => inflow.ready)
    const target = new Uint8Array(dice(1, 300_000))
    let count: number
    try {
      count = inflow.read(target)
    } catch (error) {
      if (!(error instanceof HostFailure)) throw error
      deepStrictEqual([error.code, failure, at], ['EPIPE', 'EPIPE', length])
      break
    }
    if (count === 0) {
      deepStrictEqual([at, failure], [length, null])
      break
    }
    for (let i = 0; i < count; i++)
      if (target[i] !== patternByte(id, at + i)) throw new Error(`stream ${id}: another byte at ${at + i}`)
    at += count
  }
  counts.streams++
  counts.bytes += at
}

function answer(pending: Pending): Value {
  link.sleep(() => pending.settled)
  return pending.take()
}

async function end(): Promise<void> {
  const [requests] = answer(link.request('stopped')) as readonly Value[] // what host-end.ts answers
  console.log(JSON.stringify({ ...counts, stoppedRequests: requests }))
  await worker.terminate()
  port1.close()
}

/** Bytes as arrays of their own kind, whatever view they came as. */
function plain(value: Value): unknown {
  if (value instanceof Uint8Array) return Array.from(value)
  return Array.isArray(value) ? value.map(plain) : value
}
