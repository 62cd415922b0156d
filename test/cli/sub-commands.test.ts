// The command's own words: sub-commands and options are found, helped with and refused from one description.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseCommandLine } from '../../src/cli/command-line.ts'
import { OwnWords } from '../../src/cli/own-options.ts'
import { describeProgram } from '../../src/cli/program.ts'
import { PythonWords } from '../../src/cli/python-options.ts'
import { SUB_COMMANDS } from '../../src/cli/sub-commands.ts'
import { built, cli } from '../support/under-test.ts'

const dist = (name: string) => readFileSync(join(built, name), 'utf8')

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

test('--help names every sub-command', () => {
  const { status, stdout, stderr } = run('--help')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  for (const name of Object.keys(SUB_COMMANDS)) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'))
})

test.each(Object.keys(SUB_COMMANDS))('%s --help says what it does, with an example', (name) => {
  const { status, stdout, stderr } = run(name, '--help')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(new RegExp(`^usage: py-runner ${name} [^]*^ {2}(sudo )?py-runner ${name}`, 'm'))
})

test.each([
  [['--timout', '3', 'a.py'], "unknown option '--timout' (Did you mean --timeout?)"],
  [['-k'], "unknown option '-k'"],
  [['doctor', '--jsn'], "doctor: unknown option '--jsn' (Did you mean --json?); see py-runner doctor --help"],
])('%j is refused with what may be meant', (words, message) => {
  const { status, stdout, stderr } = run(...words)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr.startsWith(`py-runner: ${message}`), stderr).toBe(true)
})

test.each([
  [['chekc'], 2, 'py-runner: did you mean the command check?\n'],
  [['--seat', 'worker', 'chekc'], 2, ''], // what stands behind an option is no sub-command
  [['run', 'chekc'], 2, ''],
  [['./chekc'], 2, ''],
  [['something'], 2, ''],
  [['-c', 'exit(2)', 'chekc'], 2, ''],
])('%j: a mistyped sub-command is no file, and a line says what may be meant', (words, code, hint) => {
  const { status, stderr } = run(...words)
  const [said, rest] = words[0] === '-c' ? ['', stderr] : stderr.split(/(?<=No such file or directory\n)/)
  if (words[0] !== '-c') expect(said).toMatch(/: can't open file '.*': \[Errno 2\] No such file or directory\n$/)
  expect({ status, rest: rest ?? '' }).toEqual({ status: code, rest: hint })
})

test('every option that is described is one, and takes a value where it says so', async () => {
  const { options } = await describeProgram()
  expect(options.length).toBeGreaterThan(20)
  for (const { short, long, required } of options) {
    for (const word of [short, long]) {
      if (!word) continue
      const parse = (words: readonly string[]) =>
        parseCommandLine(
          words.map((each) => Buffer.from(each)),
          { python: new PythonWords(), own: new OwnWords() },
        )
      if (required) expect(() => parse([word]), word).toThrow(/needs a value|Argument expected/)
      else expect(parse([word, 'a.py']), word).toBeDefined()
    }
  }
})

test('the library that reads options is nothing that a script pays for', () => {
  const lines = dist('py-runner.js').split('\n')
  const part = (name: string) => lines.find((line) => line.startsWith(`"${name}":`)) ?? '' // as bundle/parts.ts writes them
  expect(part('command'), 'the library itself').toContain('CommanderError')
  for (const name of ['quick', 'main']) {
    expect(part(name).length, name).toBeGreaterThan(1000)
    expect(part(name), name).not.toContain('CommanderError')
  }
  expect(dist('cli.js')).not.toContain('CommanderError')
})
