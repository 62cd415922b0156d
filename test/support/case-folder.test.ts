// The reader of case.json: what is written by hand and wrong must stop the suite, never be passed over.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findCases } from './case-folder.ts'
import { inFreshFolder } from './fresh-folder.ts'

test('a case is a script, named by its first comment line', () =>
  withCase({}, '#!/usr/bin/env python3\n# Says hello\npass\n', (root) => {
    expect(findCases(root)).toMatchObject([
      { name: 'area/case', about: 'Says hello', args: ['script.py'], output: 'pipes', differs: {} },
    ])
  }))

test.for([
  ['an unknown key', { argz: ['script.py'] }, /unknown key "argz"; known are about, args/],
  ['an unknown key of a file', { files: [{ name: 'a', content: 'x' }] }, /"files": unknown key "content"/],
  ['an unknown difference', { differs: { rc: 'because' } }, /"differs": unknown key "rc"/],
  ['a difference without a reason', { differs: { markers: '' } }, /"markers": "" is no text/],
  ['a differing stream without its text', { differs: { stdout: 'because' } }, /"differs.stdout" and stdout.txt need each other/],
  ['hexadecimal digits that are none', { args: [{ hex: 'fg' }] }, /"args": \{"hex":"fg"\} is neither text nor/],
  ['a mode that is not octal', { umask: '8' }, /"umask": "8" is no octal mode/],
] as const)('%s is refused', ([, caseFile, message]) =>
  withCase(caseFile, '# Fine\n', (root) => expect(() => findCases(root)).toThrow(message)),
)

test('a case without any words about it is refused', () =>
  withCase({}, 'pass\n', (root) => expect(() => findCases(root)).toThrow(/neither "about" nor a comment/)))

function withCase(caseFile: object, script: string, use: (root: string) => void): Promise<void> {
  return inFreshFolder(async (root) => {
    const folder = join(root, 'area', 'case')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'case.json'), JSON.stringify(caseFile))
    await writeFile(join(folder, 'script.py'), script)
    use(root)
  })
}
