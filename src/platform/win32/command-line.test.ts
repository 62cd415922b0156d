// The rules of Microsoft's documentation, and CPython's list2cmdline turned back, which is the other half of them.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { wordsOf } from './command-line.ts'

const program = fileURLToPath(new URL('../../../test/platform/linux/command_lines.py', import.meta.url))

// The table under "Results of parsing command lines" in Microsoft's documentation of main().
test.each([
  ['p "a b c" d e', ['a b c', 'd', 'e']],
  ['p "ab\\"c" "\\\\" d', ['ab"c', '\\', 'd']],
  ['p a\\\\\\b d"e f"g h', ['a\\\\\\b', 'de fg', 'h']],
  ['p a\\\\\\"b c d', ['a\\"b', 'c', 'd']],
  ['p a\\\\\\\\"b c" d e', ['a\\\\b c', 'd', 'e']],
  ['p a"b"" c d', ['ab" c d']],
  ['p', []],
  ['p ""  "" ', ['', '']],
] as const)('%s', (line, words) => expect(wordsOf(line)).toEqual({ program: 'p', words }))

test('the name of the program knows quotes and no escapes', () => {
  expect(wordsOf('"C:\\Program Files\\a.exe" b')).toEqual({ program: 'C:\\Program Files\\a.exe', words: ['b'] })
  expect(wordsOf('C:\\"a b"\\c d')).toEqual({ program: 'C:\\a b\\c', words: ['d'] })
})

describe('what list2cmdline writes is read back', () => {
  const pieces = ['', 'a', ' ', '\t', '"', '\\', '\\\\', '\\"', 'b c', 'é']
  const lists = pieces.flatMap((a) => pieces.flatMap((b) => pieces.map((c) => ['p', a + b + c, c + a, b])))
  const { stdout } = spawnSync('/usr/bin/python3', [program], { input: JSON.stringify(lists), encoding: 'utf8' })
  test(`of ${lists.length} lists`, () => {
    const lines = JSON.parse(stdout) as string[]
    expect(lines.map((line) => ['p', ...wordsOf(line).words])).toEqual(lists)
  })
})
