// Completions for PowerShell 5.1 and later. Where nothing is answered it completes files by itself.
import type { Completable, CompletableOption, Value } from './model.ts'

export function powershell([program, ...commands]: readonly [Completable, ...Completable[]]): string {
  return `# PowerShell completion for py-runner: py-runner completions powershell
Register-ArgumentCompleter -Native -CommandName 'py-runner' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = [ordered]@{
    'run' = 'run a script of any name'
${commands.map(({ name, summary }) => `    ${quoted(name)} = ${quoted(summary)}`).join('\n')}
  }
  # Of each sub-command, the command itself being '': its options, what a value of one is, and what its first word is.
  $options = @{
${[program, ...commands].map(({ name, options }) => table(name, options.flatMap(texts))).join('\n')}
  }
  $values = @{
${[program, ...commands].map(({ name, options }) => table(name, options.flatMap(valuesOf))).join('\n')}
  }
  $first = @{
${commands.map(({ name, first }) => `    ${quoted(name)} = @(${wordsOf(first).map(quoted).join(', ')})`).join('\n')}
  }
  $before = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  $command = ''
  $at = 0
  if ($before.Count -gt 0 -and $commands.Contains($before[0])) {
    if ($before[0] -ne 'run') { $command = $before[0] }
    $at = 1
  }
  $option = ''
  while ($at -lt $before.Count) {
    $word = $before[$at]
    $option = ''
    if ($values[$command].ContainsKey($word)) {
      $option = $word
      $at += 2
      if ($command -eq '' -and ($word -ceq '-c' -or $word -ceq '-m') -and $at -le $before.Count) { return }
    } elseif ($word.StartsWith('-') -or $command -ne '') { $at += 1 } else { return }
  }
  $found = [ordered]@{}
  if ($at -gt $before.Count) { foreach ($each in $values[$command][$option]) { $found[$each] = $each } }
  elseif ($wordToComplete.StartsWith('-')) { $found = $options[$command] }
  elseif ($command -ne '') { foreach ($each in $first[$command]) { $found[$each] = $each } }
  elseif ($before.Count -eq 0) { $found = $commands }
  foreach ($each in @($found.Keys)) {
    if ($each.StartsWith($wordToComplete, [StringComparison]::Ordinal)) {
      [System.Management.Automation.CompletionResult]::new($each, $each, 'ParameterValue', $found[$each])
    }
  }
}
`
}

// Keys of @{} do not tell -s from -S.
function table(name: string, entries: readonly (readonly [string, string])[]): string {
  const lines = entries.map(([key, value]) => `      $t.Add(${quoted(key)}, ${value})`)
  return `    ${quoted(name)} = $(
      $t = New-Object System.Collections.Hashtable ([StringComparer]::Ordinal)
${lines.join('\n')}
      $t
    )`
}

const texts = ({ words, what }: CompletableOption) => words.map((word) => [word, quoted(what)] as const)
const valuesOf = ({ words, value }: CompletableOption) =>
  value ? words.map((word) => [word, `@(${wordsOf(value).map(quoted).join(', ')})`] as const) : []

const wordsOf = (value: Value): readonly string[] => (typeof value === 'string' ? [] : value.words)
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
