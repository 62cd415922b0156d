// What a guest has received and not read yet: pieces of any size, the end behind them, and credit for what was consumed.
import { expect, it } from 'vitest'
import { decodeFrame, KIND } from '../../src/transport/frames.ts'
import { HostFailure } from '../../src/transport/guest-link.ts'
import { Inflow, WINDOW_BYTES } from '../../src/transport/inflow.ts'
import { encode } from '../../src/transport/marshal.ts'
import { costOf, isLent, Storage } from '../../src/transport/storage.ts'

const CREDIT_BYTES = WINDOW_BYTES / 4

it('reads pieces as they fit, in order, across their borders', () => {
  const { inflow, chunk, end } = open()
  expect(inflow.ready).toBe(false)
  chunk('abc')
  chunk('defgh')
  end()
  expect(inflow.ready).toBe(true)
  expect([read(inflow, 2), read(inflow, 4), read(inflow, 100), read(inflow, 100), read(inflow, 1)]).toEqual([
    'ab',
    'cdef',
    'gh',
    '',
    '',
  ])
})

it('answers nothing to who wants nothing, at any time', () => {
  const { inflow, chunk, fail } = open()
  expect(inflow.read(new Uint8Array(0))).toBe(0)
  chunk('x')
  fail('EPIPE', 'gone')
  expect(inflow.read(new Uint8Array(0))).toBe(0)
  expect(read(inflow, 5)).toBe('x')
  expect(inflow.read(new Uint8Array(0))).toBe(0)
})

it('tells the failure that a stream ended with after its bytes, and again', () => {
  const { inflow, chunk, fail } = open()
  chunk('before')
  fail('ECONNRESET', 'the peer went away')
  expect(read(inflow, 100)).toBe('before')
  for (let i = 0; i < 2; i++) {
    const error = thrown(() => read(inflow, 100))
    expect(error).toBeInstanceOf(HostFailure)
    expect(error).toMatchObject({ code: 'ECONNRESET', message: 'the peer went away' })
  }
})

it('an empty piece is not the end', () => {
  const { inflow, chunk } = open()
  chunk('')
  expect(inflow.ready).toBe(false)
  chunk('data')
  expect(read(inflow, 100)).toBe('data')
})

it('gives credit for a quarter of the window at a time, for every byte once', () => {
  const { inflow, chunk, credits } = open()
  let given = 0
  for (let sent = 0; sent < 4 * WINDOW_BYTES; sent += 10_000) {
    chunk('x'.repeat(10_000))
    read(inflow, 10_000)
    const total = credits.reduce((sum, bytes) => sum + bytes, 0)
    expect(sent + 10_000 - total).toBeLessThan(CREDIT_BYTES)
    given = total
  }
  expect(Math.min(...credits)).toBeGreaterThanOrEqual(CREDIT_BYTES)
  expect(given).toBeGreaterThan(3.7 * WINDOW_BYTES)
})

it('gives no credit for what was not read, and none after the end', () => {
  const { inflow, chunk, end, credits } = open()
  chunk('x'.repeat(CREDIT_BYTES * 2))
  expect(credits).toEqual([])
  end()
  read(inflow, CREDIT_BYTES * 2)
  expect(credits).toEqual([])
})

it('gives the storage of a large chunk back with the credit for it, once it is read', () => {
  const { inflow, credits, returned } = open()
  const message = new Storage().encode({ kind: KIND.chunk, id: 1, payload: Buffer.alloc(10_000, 'x') })
  inflow.take(decodeFrame(message))
  read(inflow, 9_999)
  expect(returned).toEqual([])
  read(inflow, 1)
  expect(returned).toEqual([message.buffer])
  expect(credits).toEqual([costOf(10_000)])
  expect(isLent(message)).toBe(true)
})

it('closing tells the sender to stop, once, unless it has ended', () => {
  const closed = open()
  closed.chunk('unread')
  closed.inflow.close()
  closed.inflow.close()
  closed.chunk('late')
  closed.fail('EIO', 'late')
  expect(closed.cancels()).toBe(1)
  expect(read(closed.inflow, 100)).toBe('')

  const ended = open()
  ended.end()
  ended.inflow.close()
  expect(ended.cancels()).toBe(0)
})

function open() {
  const credits: number[] = []
  let cancels = 0
  const returned: ArrayBuffer[] = []
  const inflow = new Inflow(
    (bytes, storage) => {
      credits.push(bytes)
      if (storage) returned.push(storage)
    },
    () => cancels++,
  )
  return {
    inflow,
    credits,
    returned,
    cancels: () => cancels,
    chunk: (text: string) => inflow.take({ kind: KIND.chunk, id: 1, payload: Buffer.from(text) }),
    end: () => inflow.take({ kind: KIND.end, id: 1, payload: new Uint8Array(0) }),
    fail: (code: string, message: string) => inflow.take({ kind: KIND.end, id: 1, payload: encode([code, message]) }),
  }
}

function read(inflow: Inflow, most: number): string {
  const target = new Uint8Array(most)
  return Buffer.from(target.subarray(0, inflow.read(target))).toString()
}

function thrown(action: () => unknown): unknown {
  try {
    action()
  } catch (error) {
    return error
  }
  return undefined
}
