// GetFullPathNameW's rules, one per line: what is written, what it becomes in C:\here\now.
import { expect, test } from 'vitest'
import { fullPath } from './full-path.ts'

const cwd = () => 'C:\\here\\now'

test.each([
  ['a', 'C:\\here\\now\\a'],
  ['a/b', 'C:\\here\\now\\a\\b'],
  ['.', 'C:\\here\\now'],
  ['..', 'C:\\here'],
  ['..\\..\\..', 'C:\\'],
  ['..\\a\\.\\b\\..\\c', 'C:\\here\\a\\c'],
  ['\\a', 'C:\\a'],
  ['/', 'C:\\'],
  ['C:\\', 'C:\\'],
  ['c:/a//b', 'c:\\a\\b'],
  ['C:\\..\\a', 'C:\\a'],
  ['C:', 'C:\\here\\now'],
  ['C:a', 'C:\\here\\now\\a'],
  ['c:a', 'c:\\here\\now\\a'],
  ['D:', 'D:\\'],
  ['D:a', 'D:\\a'],
  ['D:\\a', 'D:\\a'],
  ['a\\', 'C:\\here\\now\\a\\'],
  ['a. .', 'C:\\here\\now\\a'],
  ['a.\\b.c.', 'C:\\here\\now\\a\\b.c'],
  ['..a\\b', 'C:\\here\\now\\..a\\b'],
  ['\\\\server\\share', '\\\\server\\share\\'],
  ['//server/share/a/../b', '\\\\server\\share\\b'],
  ['\\\\?\\C:\\a\\..\\b', '\\\\?\\C:\\a\\..\\b'],
  ['\\\\.\\pipe\\x', '\\\\.\\pipe\\x'],
  ['nul', '\\\\.\\nul'],
  ['NUL ', '\\\\.\\nul'],
  ['nul.txt', 'C:\\here\\now\\nul.txt'],
])('%s is %s', (written, full) => {
  expect(fullPath(written, cwd)).toBe(full)
})

test.each(['a?b', 'a*', 'a<b', 'a>b', 'a|b', '"a"', 'ab:c', 'C:\\a:b', 'a\tb', '\\\\server\\share\\a?'])(
  '%j cannot be a path',
  (written) => {
    expect(fullPath(written, cwd)).toBeUndefined()
  },
)

test('a share as working directory gives its root to what has none', () => {
  const share = () => '\\\\server\\share\\a'
  expect(fullPath('b', share)).toBe('\\\\server\\share\\a\\b')
  expect(fullPath('\\b', share)).toBe('\\\\server\\share\\b')
})
