// Chunks: a text arrives whole or is refused, with a code that says why, whatever happens to its words on the way.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Assembly, MOST_BYTES, toChunks } from '../../../src/scripting/openvpn/chunks.ts'

function assemble(words: readonly string[]): string | undefined {
  const assembly = new Assembly()
  for (const word of words) assembly.take(word)
  const end = assembly.end()
  if (!end) return undefined
  return 'text' in end ? `text ${end.text}` : end.refused.code
}

const TEXT = JSON.stringify({ text: 'ä€😀'.repeat(200) })
const chunks = toChunks(TEXT)
const [head = '', first = '', second = ''] = chunks
const without = (index: number) => chunks.filter((_, i) => i !== index)

describe('a text', () => {
  test('arrives whole, with what is not ours in between', () => {
    expect(assemble(chunks)).toBe(`text ${TEXT}`)
    expect(assemble(chunks.flatMap((word) => ['forget-passwords', word, 'msg Hello']))).toBe(`text ${TEXT}`)
    expect(assemble(['forget-passwords'])).toBeUndefined()
  })

  test('whatever it is, arrives as it was, in words that no option file takes amiss', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3000 }), (text) => {
        const words = toChunks(text)
        expect(assemble(words)).toBe(`text ${text}`)
        // OpenVPN reads lines of at most 254 characters.
        for (const [i, word] of words.entries()) {
          expect(word).toMatch(/^[A-Za-z0-9+/=:-]+$/)
          expect(`push "setenv-safe PYRUNNER_${i} ${word}"`.length).toBeLessThanOrEqual(254)
        }
      }),
    )
  })

  test.each([
    ['a missing end', without(chunks.length - 1), 'incomplete'],
    ['nothing but a beginning', [head], 'incomplete'],
    ['no beginning', without(0), 'incomplete'],
    ['a missing chunk', without(1), 'out-of-order'],
    ['two chunks the other way round', [head, second, first, ...chunks.slice(3)], 'out-of-order'],
    ['a chunk twice', [head, first, first, ...chunks.slice(2)], 'repeated'],
    ['all of it twice', [...chunks, ...chunks], 'repeated'],
    ['another version', chunks.map((word) => word.replace(':1:', ':2:')), 'version'],
    ['no version', ['py-runner:'], 'version'],
    ['more than may come', [head.replace(/:\d+:(?=[0-9a-f]{64}$)/, `:${MOST_BYTES + 1}:`), ...chunks.slice(1)], 'too-large'],
    ['a number that is none', ['py-runner:1:-1:x'], 'damaged'],
    ['a beginning of something else', ['py-runner:1:0:1:1:no digest'], 'damaged'],
    ['a count that is not that of the length', [head.replace(/:0:\d+/, ':0:999999'), ...chunks.slice(1)], 'damaged'],
    ['a chunk of another text', [head, toChunks('another')[1] ?? ''], 'damaged'],
    ['a chunk with more fields', [head, `${first}:x`], 'damaged'],
    ['a chunk that is longer', [head, `${first}AAAA`], 'damaged'],
    ['a chunk after the last', [...chunks, second.replace(':2:', ':99:')], 'damaged'],
    ['another letter', [head, first.replace(/[A-Z]$/, '!'), ...chunks.slice(2)], 'damaged'],
    ['a beginning with another digest', [head.replace(/.$/, (end) => (end === '0' ? '1' : '0')), ...chunks.slice(1)], 'damaged'],
  ])('is refused whole for %s', (_, words, code) => {
    expect(assemble(words)).toBe(code)
  })

  test('of as many bytes as may come, arrives', () => {
    const long = 'x'.repeat(MOST_BYTES)
    expect(assemble(toChunks(long))).toBe(`text ${long}`)
  })
})

test('words that are dropped, repeated, moved or changed never make another text', () => {
  const edit = fc.oneof(
    fc.record({ drop: fc.nat() }),
    fc.record({ repeat: fc.nat(), at: fc.nat() }),
    fc.record({ swap: fc.nat(), at: fc.nat() }),
    fc.record({ change: fc.nat(), at: fc.nat(), to: fc.string({ minLength: 1, maxLength: 3 }) }),
    fc.record({
      add: fc.nat(),
      word: fc.oneof(
        fc.string(),
        fc.string().map((rest) => `py-runner:1:${rest}`),
      ),
    }),
  )
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 1000 }), fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
      const words = [...toChunks(text)]
      for (const each of edits) apply(each, words)
      const found = assemble(words)
      if (found?.startsWith('text ')) expect(found).toBe(`text ${text}`)
    }),
    { numRuns: 500 },
  )
})

type Edit = {
  drop?: number
  repeat?: number
  swap?: number
  change?: number
  add?: number
  at?: number
  to?: string
  word?: string
}

function apply({ drop, repeat, swap, change, add, at = 0, to = '', word = '' }: Edit, words: string[]): void {
  const place = (index: number) => index % Math.max(words.length, 1)
  if (drop !== undefined) words.splice(place(drop), 1)
  if (repeat !== undefined) words.splice(place(at), 0, words[place(repeat)] ?? '')
  if (swap !== undefined) words.splice(place(at), 0, ...words.splice(place(swap), 1))
  if (add !== undefined) words.splice(place(add), 0, word)
  if (change === undefined || words.length === 0) return
  const old = words[place(change)] ?? ''
  const i = at % Math.max(old.length, 1)
  words[place(change)] = old.slice(0, i) + to + old.slice(i + to.length)
}

test('any words at all are taken without a throw, and make nothing that was not sent', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string(),
          fc.constantFrom(...chunks.slice(0, 4)),
          fc.string().map((rest) => `py-runner:${rest}`),
        ),
      ),
      (words) => {
        expect(assemble(words) ?? 'nothing').not.toMatch(/^text /)
      },
    ),
  )
})
