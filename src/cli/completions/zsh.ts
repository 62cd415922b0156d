// Completions for zsh 5, by its own _arguments.
import { shellWord } from '../../platform/posix/shell-word.ts'
import type { Completable, CompletableOption, Value } from './model.ts'

export function zsh([program, ...commands]: readonly [Completable, ...Completable[]]): string {
  const described = commands.map(({ name, summary }) => `    ${shellWord(`${name}:${summary}`)}`)
  return `#compdef py-runner
# zsh completion for py-runner: py-runner completions zsh
_py_runner_commands() {
  local -a commands=(
    'run:run a script of any name'
${described.join('\n')}
  )
  _describe -t commands 'sub-command' commands
}
_py_runner_first() {
  ((CURRENT == 2 && ! ran)) && _py_runner_commands
  _files
}
_py_runner() {
  local ran=0 at=2
  if ((CURRENT > 2)); then
    case $words[2] in
${commands.map(subCommand).join('\n')}
      run) shift words; ((CURRENT--)); ran=1 ;;
    esac
  fi
  while ((at < CURRENT)); do
    case $words[at] in
      -c | -m) if ((at + 1 < CURRENT)); then _files; return; fi; ((at += 2)) ;; # then the words are the program's
      ${withValue(program).join(' | ')}) ((at += 2)) ;;
      -*) ((at++)) ;;
      *) break ;;
    esac
  done
  _arguments -S -A '-*' \\
${program.options.flatMap(specs).join(' \\\n')} \\
    '1:script:_py_runner_first' \\
    '*::argument:_files'
}
if [[ $funcstack[1] == _py?runner ]]; then _py_runner "$@"; else compdef _py_runner py-runner; fi
`
}

const withValue = ({ options }: Completable) => options.flatMap(({ words, value }) => (value ? words : []))

function subCommand({ name, options, first, others }: Completable): string {
  return `      ${name})
        shift words
        ((CURRENT--))
        _arguments \\
${options.flatMap(specs).join(' \\\n')} \\
          ${shellWord(`1:argument:${action(first)}`)} ${shellWord(`*:argument:${action(others)}`)}
        return ;;`
}

function specs({ words, what, value }: CompletableOption): string[] {
  const text = what.replaceAll(/[[\]:\\]/g, '\\$&')
  const argument = value ? `:value:${action(value)}` : ''
  const isMore = words.includes('--env-file') || words.includes('-W') || words.includes('-X') ? '*' : ''
  return words.map(
    (word) => `    ${shellWord(`${isMore}${isMore === '' ? `(${words.join(' ')})` : ''}${word}[${text}]${argument}`)}`,
  )
}

function action(value: Value): string {
  if (value === 'file') return '_files'
  if (value === 'folder') return '_files -/'
  return value === 'text' ? ' ' : `(${value.words.join(' ')})`
}
