// Ctrl-C twice within a second, where the script does not look at the first.
import { execFileSync } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nativePython } from '../support/commands.ts'
import { cli } from '../support/under-test.ts'

const program = (name: string) => join(import.meta.dirname, 'programs', name)

test('it ends the script at once, and the terminal is as before', { timeout: 0 }, () => {
  const words = [program('interrupt_twice.py'), process.execPath, cli, program('deaf.py')]
  const said = execFileSync(nativePython[0] ?? '', words, { encoding: 'utf8' })
  expect(said).toBe(`${constants.signals.SIGKILL} True True\n`)
})
