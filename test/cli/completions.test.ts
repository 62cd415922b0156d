// Completions in the shells that they are for: a line is typed on a terminal up to TAB, and what the command is then given counts.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { completables } from '../../src/cli/completions/model.ts'
import { describeProgram } from '../../src/cli/program.ts'
import { nativePython } from '../support/commands.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { installMissing } from '../support/installed.ts'
import { cli } from '../support/under-test.ts'

const terminal = join(import.meta.dirname, '../support/terminal.py')

installMissing({ '/usr/bin/zsh': 'zsh', '/usr/bin/fish': 'fish' })

function completions(shell: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'completions', shell], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout
}

/** What is typed, and the last word that it becomes. */
const TYPED = [
  ['che', 'check'],
  ['--timeo', '--timeout'],
  ['-B --python au', 'auto'],
  ['check --pl', '--platform'],
  ['check --json my_s', 'my_script.py'],
  ['approvals rev', 'revoke'],
  ['push --platform win', 'windows'],
  ['completions fi', 'fish'],
  ['--cwd my_f', 'my_folder'],
  ['--env-file my_v', 'my_variables.env'],
  ['my_s', 'my_script.py'],
  ['run --timeout 3s my_s', 'my_script.py'],
  ['run appro', 'approaches.txt'], // not the sub-command
  ['my_script.py my_v', 'my_variables.env'],
  ['my_script.py --timeo', '--timeo'], // a word of the script's
  ['-c pass --timeo', '--timeo'],
  ['-m json.tool my_v', 'my_variables.env'],
  ['my_script.py appr', 'approaches.txt'],
] as const

function layOut(folder: string, script: string): void {
  mkdirSync(join(folder, 'my_folder'))
  for (const name of ['my_script.py', 'my_variables.env', 'approaches.txt']) writeFileSync(join(folder, name), '')
  writeFileSync(join(folder, 'completion'), script)
}

const SHELLS = {
  bash: { words: ['--norc', '--noprofile', '-i'], setUp: 'source ./completion' },
  zsh: {
    words: ['-f', '-i'],
    setUp: 'mkdir f; mv completion f/_py-runner; fpath=($PWD/f $fpath); autoload -Uz compinit; compinit -u -D',
  },
} as const

test.each(['bash', 'zsh'] as const)('%s', (shell) =>
  inFreshFolder(async (folder) => {
    const path = `/usr/bin/${shell}`
    layOut(folder, completions(shell))
    const { words, setUp } = SHELLS[shell]
    const steps = [
      ['', `py-runner() { for last; do :; done; echo "<$last>$END"; }; END=END; ${setUp}; echo BEGUN$END\n`],
      ...TYPED.map(([line], i) => [i === 0 ? 'BEGUNEND' : '>END', `py-runner ${line}\t\n`]),
      ['>END', 'exit\n'],
    ]
    const { stdout } = spawnSync(
      nativePython[0] ?? '',
      ['-IS', terminal, JSON.stringify({ steps, rows: 24, columns: 200 }), path, ...words],
      { cwd: folder, encoding: 'utf8', env: { PATH: '/usr/bin:/bin', HOME: folder, TERM: 'dumb', PS1: '$ ' }, timeout: 120_000 },
    )
    const became = [...stdout.matchAll(/<([^<>]*?)\/?>END/g)].map(([, word]) => word)
    expect(TYPED.map(([line], i) => [line, became[i]])).toEqual(TYPED)
  }),
)

test('fish', () =>
  inFreshFolder(async (folder) => {
    layOut(folder, completions('fish'))
    for (const [line, word] of TYPED) {
      const ask = 'source ./completion; complete -C $argv[1]'
      const { stdout, stderr } = spawnSync('/usr/bin/fish', ['--no-config', '-c', ask, `py-runner ${line}`], {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: '/usr/bin:/bin', HOME: folder },
      })
      const offered = stdout.split('\n').flatMap((each) => each.split('\t')[0]?.replace(/\/$/, '') || [])
      expect({ line, offered, stderr }).toEqual({ line, offered: line.endsWith(word) ? [] : [word], stderr: '' })
    }
  }))

// There is no PowerShell here to run it: only that all words are in it, and that quotes and brackets close.
test('powershell', async () => {
  const text = completions('powershell')
  for (const { name, options } of completables(await describeProgram())) {
    expect(text).toContain(`'${name}'`)
    for (const word of options.flatMap(({ words }) => words)) expect(text).toContain(`$t.Add('${word}', `)
  }
  const code = text.replaceAll(/#[^\n]*|'(?:[^'\n]|'')*'/g, '')
  expect(code).not.toMatch(/['"]/)
  const open: string[] = []
  for (const [bracket] of code.matchAll(/[()[\]{}]/g)) {
    const partner = { ')': '(', ']': '[', '}': '{' }[bracket]
    if (partner) expect(open.pop()).toBe(partner)
    else open.push(bracket)
  }
  expect(open).toEqual([])
})

test('every option that takes a value is known to do so, and what it is', async () => {
  const [program] = completables(await describeProgram())
  const kindOf = (word: string) => program.options.find(({ words }) => words.includes(word))?.value
  expect(['--cwd', '--env-file', '--timeout', '--json', '--python'].map(kindOf)).toEqual([
    'folder',
    'file',
    'text',
    undefined,
    { words: ['2', '3', 'auto'] },
  ])
})
