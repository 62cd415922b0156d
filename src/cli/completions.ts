// py-runner completions: what a shell is to know about the command's words.
import { Argument } from 'commander'
import { bash } from './completions/bash.ts'
import { fish } from './completions/fish.ts'
import { type Completable, completables } from './completions/model.ts'
import { powershell } from './completions/powershell.ts'
import { zsh } from './completions/zsh.ts'
import type { SubCommand } from './sub-command.ts'

const SHELLS: Readonly<Record<string, (all: readonly [Completable, ...Completable[]]) => string>> = {
  bash,
  zsh,
  fish,
  powershell,
}

export const completions: SubCommand = {
  summary: 'print what makes a shell complete the words of py-runner',
  description: `Prints a script for the shell: options with what they are for, sub-commands, files. It is made from the same description as
--help and starts nothing when it completes.`,
  examples: [
    { line: 'py-runner completions bash > ~/.local/share/bash-completion/completions/py-runner', what: '' },
    { line: 'py-runner completions zsh > "${fpath[1]}/_py-runner"', what: 'a folder of fpath' },
    { line: 'py-runner completions fish > ~/.config/fish/completions/py-runner.fish', what: '' },
    { line: 'py-runner completions powershell >> $PROFILE', what: '' },
  ],
  define: (command) => command.addArgument(new Argument('<shell>', 'which').choices(Object.keys(SHELLS))),
  run: async (_, [shell = '']) => {
    const { describeProgram } = await import('./program.ts') // which lists this sub-command too
    process.stdout.write(SHELLS[shell]?.(completables(await describeProgram())) ?? '')
    return 0
  },
}
