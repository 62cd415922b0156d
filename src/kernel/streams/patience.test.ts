// When a stream looks again by itself, and when it does not.
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Patience } from './patience.ts'

test('nothing is looked for again before a wait was short', () => {
  expect(new Patience().again(() => 1)).toBeUndefined()
})

test('after a short wait it looks until there is something', () => {
  const patience = new Patience()
  patience.waits()()
  let looks = 0
  expect(patience.again(() => (++looks < 3 ? undefined : looks))).toBe(3)
  expect(patience.again(() => 4)).toBe(4)
})

test('a moment in vain is the last one, until a wait was short again', () => {
  const patience = new Patience()
  patience.waits()()
  expect(patience.again(() => undefined)).toBeUndefined()
  expect(patience.again(() => 1)).toBeUndefined()
  patience.waits()()
  expect(patience.again(() => 1)).toBe(1)
})

test('a long wait ends it', async () => {
  const patience = new Patience()
  patience.waits()()
  const isOver = patience.waits()
  await delay(20)
  isOver()
  expect(patience.again(() => 1)).toBeUndefined()
})
