// Completions for fish 3.
import type { Completable, Value } from './model.ts'

export function fish([program, ...commands]: readonly [Completable, ...Completable[]]): string {
  const withValue = (command: Completable) => command.options.flatMap(({ words, value }) => (value ? words : [])).join(' ')
  return `# fish completion for py-runner: py-runner completions fish
# Says where the cursor is: before the script, behind it, or in which sub-command.
function __py_runner_place
    set -l words (commandline -opc)[2..-1]
    set -l first true
    while set -q words[1]
        set -l word $words[1]
        set -e words[1]
        if test $first = true
            set first false
            contains -- $word ${commands.map(({ name }) => name).join(' ')}; and echo $word; and return
            test $word = run; and continue
        end
        switch $word
            case -c -m
                set -q words[1]; and echo script; and return
            case ${withValue(program)}
                set -e words[1]
            case '-*'
            case '*'
                echo script
                return
        end
    end
    test $first = true; and echo begin; or echo options
end
function __py_runner_at
    contains -- (__py_runner_place) $argv
end
complete -c py-runner -n '__py_runner_at begin' -a run -d 'run a script of any name'
${commands.map(({ name, summary }) => `complete -c py-runner -n '__py_runner_at begin' -a ${name} -d ${quoted(summary)}`).join('\n')}
${[program, ...commands].flatMap(lines).join('\n')}
`
}

function lines({ name, options, first }: Completable): string[] {
  const at = name === '' ? "'__py_runner_at begin options'" : `'__py_runner_at ${name}'`
  const words = name === '' || first === 'file' ? [] : [`complete -c py-runner -n ${at} ${argument(first)}`]
  return [
    ...words,
    ...options.map(({ words: flags, what, value }) => {
      const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)).join(' ')
      return `complete -c py-runner -n ${at} ${names}${value ? ` -r ${argument(value)}` : ''} -d ${quoted(what)}`
    }),
  ]
}

function argument(value: Value): string {
  if (value === 'file') return '-F'
  if (value === 'folder') return "-f -a '(__fish_complete_directories)'"
  return value === 'text' ? '-f' : `-f -a ${quoted(value.words.join(' '))}`
}

const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
