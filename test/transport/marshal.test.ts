// The codec of every border against CPython's own marshal: golden bytes, thousands of values there and back, and damage.
import { describe, expect, it } from 'vitest'
import { InternalError } from '../../src/errors.ts'
import { decode, encode, type Value } from '../../src/transport/marshal.ts'
import { goldenValues } from './golden.ts'
import { askPython, fromHex, toHex } from './native.ts'
import { VALUES } from './values.ts'

describe('golden bytes of values', () => {
  it('stand for each value of both sides', () => {
    expect(Object.keys(goldenValues).sort()).toEqual(Object.keys(VALUES).sort())
  })

  it('are what CPython writes and reads', () => {
    expect(askPython('values.py').filter((line) => !line.endsWith(': ok'))).toEqual([])
  })

  it.each(Object.entries(VALUES))('%s', (name, value) => {
    const golden = goldenValues[name] ?? ''
    expect(toHex(encode(value))).toBe(golden)
    expect(plain(decode(fromHex(golden)))).toEqual(plain(value))
  })
})

it.each(['first', 'second', 'third'])('3000 values of the %s seed survive the way from CPython and back', (seed) => {
  const written = askPython('exchange.py', ['write', seed])
  const back = written.map((line) => toHex(encode(decode(fromHex(line)))))
  expect(askPython('exchange.py', ['check', seed], back)).toEqual(['3000'])
})

describe('what is no value is an InternalError', () => {
  it('cut off anywhere', () => {
    for (const [name, golden] of Object.entries(goldenValues)) {
      for (let length = 0; length < golden.length; length += 2)
        expect(() => decode(fromHex(golden.slice(0, length))), `${name} after ${length / 2} bytes`).toThrow(InternalError)
    }
  })

  it('with bytes behind it', () => {
    for (const [name, golden] of Object.entries(goldenValues))
      expect(() => decode(fromHex(`${golden}4e`)), name).toThrow(InternalError)
  })

  it('nested deeper than any message of ours', () => {
    expect(() => decode(Buffer.from(`${'2801000000'.repeat(100_000)}4e`, 'hex'))).toThrow(InternalError)
    expect(() => decode(Buffer.from(`${'7b7501000000'.repeat(100_000)}4e`, 'hex'))).toThrow(InternalError)
  })

  it.each([
    ['a size beyond the end', '73ffffff7f'],
    ['a negative size', '73ffffffff'],
    ['more items than bytes', '28ffffff7f4e'],
    ['a number of more digits than bytes', '6cffffff7f0000'],
    ['a number of the most digits', '6c000000800000'],
    ['a key that is no str', '7b69000000004e30'],
    ['a dict without an end', '7b75010000006b4e'],
    ['a type that is not in use', '3f'],
    ['code', '63'],
    ['a reference', '7200000000'],
    ['text that is not UTF-8', '7501000000ff'],
    ['text that ends within a character', '7502000000e282'],
    ['a digit of more than 15 bits', '6c010000000080'],
    ['a number whose last digit is zero', '6c0200000001000000'],
  ])('%s', (_, hex) => {
    expect(() => decode(fromHex(hex))).toThrow(InternalError)
  })

  it('whatever byte is changed: refused, or a value that CPython reads too', () => {
    const changed = Object.values(goldenValues)
      .filter((golden) => golden.length < 200)
      .flatMap(changes)
    const accepted = changed.filter(isAccepted)
    const verdicts = askPython('judge.py', [], accepted)
    expect(accepted.filter((_, i) => verdicts[i] !== 'read')).toEqual([])
    expect(accepted.length).toBeGreaterThan(1000)
  })
})

/** Every byte in turn with a bit turned over, or as the mark of another type. */
function changes(golden: string): string[] {
  const marks = ['N', 'i', 'l', 'g', 's', 'u', 't', '(', '[', '{', '0'].map((mark) => mark.charCodeAt(0))
  return Array.from(fromHex(golden), (byte, at) =>
    [...Array.from({ length: 8 }, (_, bit) => byte ^ (1 << bit)), ...marks].map((changed) => {
      const bytes = Uint8Array.from(fromHex(golden))
      bytes[at] = changed
      return toHex(bytes)
    }),
  ).flat()
}

function isAccepted(hex: string): boolean {
  try {
    decode(fromHex(hex))
    return true
  } catch (error) {
    if (error instanceof InternalError) return false
    throw error
  }
}

/** Buffers and other views of bytes are equal here, whatever their class. */
function plain(value: Value): unknown {
  if (value instanceof Uint8Array) return toHex(value)
  if (value instanceof Map) return [...value].map(([key, item]) => [key, plain(item)])
  return Array.isArray(value) ? value.map(plain) : value
}
