// The messages between guest and host end as bytes: golden ones, and what is no message.
import { describe, expect, it } from 'vitest'
import { InternalError } from '../../src/errors.ts'
import { BELL, createBell, decodeFrame, encodeFrame, KIND, ring } from '../../src/transport/frames.ts'
import { goldenFrames } from './golden.ts'
import { askPython, fromHex, toHex } from './native.ts'

describe('golden bytes of frames', () => {
  it('are what struct packs', () => {
    expect(askPython('frames.py').filter((line) => !line.endsWith(': ok'))).toEqual([])
  })

  it('has one of each kind', () => {
    expect(new Set(goldenFrames.map(({ kind }) => kind))).toEqual(new Set(Object.keys(KIND)))
  })

  it.each(goldenFrames)('$kind $id', ({ kind, id, payload, frame }) => {
    expect(toHex(encodeFrame({ kind: KIND[kind], id, payload: fromHex(payload) }))).toBe(frame)
    const decoded = decodeFrame(fromHex(frame))
    expect([decoded.kind, decoded.id, toHex(decoded.payload)]).toEqual([KIND[kind], id, payload])
  })

  it('are read from the middle of a larger buffer', () => {
    for (const { id, payload, frame } of goldenFrames) {
      const decoded = decodeFrame(fromHex(`0102030405${frame}`).subarray(5))
      expect([decoded.id, toHex(decoded.payload)]).toEqual([id, payload])
    }
  })
})

describe('what is no frame is an InternalError', () => {
  it('cut off in the header', () => {
    for (const { frame } of goldenFrames) {
      for (let length = 0; length < 10; length += 2)
        expect(() => decodeFrame(fromHex(frame.slice(0, length)))).toThrow(InternalError)
    }
  })

  it('of every kind that there is not', () => {
    const known = new Set<number>(Object.values(KIND))
    for (let kind = 0; kind < 256; kind++) {
      if (!known.has(kind)) expect(() => decodeFrame(Uint8Array.of(kind, 1, 0, 0, 0, 78)), `kind ${kind}`).toThrow(InternalError)
    }
  })
})

it('ringing counts and wakes who sleeps on the bell', async () => {
  const bell = createBell()
  const asleep = Atomics.waitAsync(bell, BELL.rings, 0)
  ring(bell)
  expect(asleep.async && (await asleep.value)).toBe('ok')
  ring(bell)
  expect(Atomics.load(bell, BELL.rings)).toBe(2)
  expect(Atomics.load(bell, BELL.signals)).toBe(0)
})
