// Completions for bash 4 and later.
import type { Completable, Value } from './model.ts'

export function bash([program, ...commands]: readonly [Completable, ...Completable[]]): string {
  const all = [program, ...commands]
  const named = commands.map(({ name }) => name)
  const takesValue = all.flatMap(({ name, options }) =>
    options.flatMap(({ words, value }) => (value ? words.map((word) => `'${name} ${word}'`) : [])),
  )
  const values = all.flatMap(({ name, options }) =>
    options.flatMap(({ words, value }) =>
      value ? [`    ${words.map((word) => `'${name} ${word}'`).join(' | ')}) ${complete(value)} ;;`] : [],
    ),
  )
  const optionLines = all.map(
    ({ name, options }) => `      '${name}') words='${options.flatMap(({ words }) => words).join(' ')}' ;;`,
  )
  const wordLines = commands.map(({ name, first, others }) => {
    const further = JSON.stringify(first) === JSON.stringify(others) ? '' : `if ((count > 0)); then ${complete(others)}; else `
    return `    '${name}') ${further}${complete(first)}${further && '; fi'} ;;`
  })
  return `# bash completion for py-runner: py-runner completions bash
_py_runner_words() { compopt +o default +o bashdefault; COMPREPLY=($(compgen -W "$1" -- "$current")); }
_py_runner_folders() { compopt -o filenames +o default; COMPREPLY=($(compgen -d -- "$current")); }
_py_runner() {
  local current=\${COMP_WORDS[COMP_CWORD]} command='' option='' words='' count=0 at=1 IFS=$' \\t\\n'
  COMPREPLY=()
  if ((COMP_CWORD > 1)); then
    case \${COMP_WORDS[1]} in
      ${named.join(' | ')}) command=\${COMP_WORDS[1]} at=2 ;;
      run) at=2 ;;
    esac
  fi
  while ((at < COMP_CWORD)); do
    case "$command \${COMP_WORDS[at]}" in
      ${takesValue.join(' | ')})
        option=\${COMP_WORDS[at]}
        at=$((at + 2))
        [[ ' -c -m ' == *"$command $option "* ]] && ((at <= COMP_CWORD)) && return ;; # then the words are the program's
      *' -'*) at=$((at + 1)) ;;
      ' '*) return ;; # the words behind a script are its own
      *) count=$((count + 1)) at=$((at + 1)) ;;
    esac
  done
  if ((at > COMP_CWORD)); then
    case "$command $option" in
${values.join('\n')}
    esac
    return
  fi
  if [[ $current == -* ]]; then
    case $command in
${optionLines.join('\n')}
    esac
    _py_runner_words "$words"
    return
  fi
  case $command in
${wordLines.join('\n')}
    *)
      if ((COMP_CWORD == 1)); then
        compopt -o filenames
        COMPREPLY=($(compgen -W 'run ${named.join(' ')}' -- "$current") $(IFS=$'\\n' compgen -f -- "$current"))
      fi ;;
  esac
}
complete -o bashdefault -o default -F _py_runner py-runner
`
}

/** Files are what bash completes by itself where there is nothing else. */
function complete(value: Value): string {
  if (value === 'file') return ':'
  if (value === 'folder') return '_py_runner_folders'
  return value === 'text' ? "_py_runner_words ''" : `_py_runner_words '${value.words.join(' ')}'`
}
