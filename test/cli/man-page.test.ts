// The manual page as two programs that know the language read it.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeProgram } from '../../src/cli/program.ts'
import { installMissing } from '../support/installed.ts'
import { built } from '../support/under-test.ts'

const page = join(built, 'py-runner.1')
installMissing({ '/usr/bin/man': 'man-db', '/usr/bin/mandoc': 'mandoc', '/usr/bin/groff': 'groff-base' })

function read(command: string, ...words: string[]) {
  const env = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', MANWIDTH: '100', MAN_KEEP_FORMATTING: '' }
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8', env })
  return { status, stdout, stderr }
}

test('neither man nor mandoc has anything to say against it', () => {
  expect(read('/usr/bin/man', '-l', '--warnings', page)).toMatchObject({ status: 0, stderr: '' })
  expect(read('/usr/bin/mandoc', '-T', 'lint', '-W', 'warning', page)).toEqual({ status: 0, stdout: '', stderr: '' })
})

test('every option and sub-command is in it, as it is typed', async () => {
  const overstruck = read('/usr/bin/mandoc', '-T', 'ascii', '-O', 'width=100', page).stdout
  const shown = overstruck
    .split('\b')
    .map((part, i, all) => (i < all.length - 1 ? part.slice(0, -1) : part))
    .join('')
  const program = await describeProgram()
  for (const { short, long } of program.options) for (const word of [short, long]) if (word) expect(shown).toContain(word)
  for (const command of program.commands) expect(shown).toMatch(new RegExp(`^ +${command.name()}\\b`, 'm'))
  expect(shown).toContain('PYTHONHASHSEED')
  expect(readFileSync(page, 'utf8')).not.toContain('undefined')
})
