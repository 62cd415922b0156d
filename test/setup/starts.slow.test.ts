// Ten starts from an empty place at once, twenty times.
import { afterAll, test } from 'vitest'
import { Installation } from './installation.ts'
import { startTen } from './ten-starts.ts'

const installation = new Installation()
afterAll(() => installation.remove())

test.each(Array.from({ length: 20 }, (_, i) => i + 1))('round %i: ten starts at once make one file', () => startTen(installation))
