// py-runner check: what can be said about scripts without running them.
import { Option } from 'commander'
import { check as examine, type Target } from '../check/check.ts'
import type { Imported, Report } from '../check/report.ts'
import { UsageError } from '../errors.ts'
import type { SubCommand } from './sub-command.ts'

const TARGETS: readonly Target[] = ['win32', 'darwin', 'linux']

export const check: SubCommand = {
  summary: 'say what would keep a script from working, without running it',
  description: `Says which Python a script is written in and why, what it imports and whether that is there, which environment variables
it reads, what its first line means to a client, and what is wrong: syntax, modules that are missing, were removed or exist on
some systems only, calls of scripthelper that cannot work. The exit code is 0 when nothing is wrong and 1 when something is.`,
  examples: [
    { line: 'py-runner check login.py', what: '' },
    { line: 'py-runner check --platform win32 install.py', what: 'for a script that only Windows gets' },
    { line: 'py-runner check --json *.py', what: 'one line of JSON for each script' },
  ],
  define: (command) =>
    command
      .argument('<script...>', 'scripts; - is standard input')
      .addOption(
        new Option(
          '--platform <name>',
          'where it is to run: win32, darwin, linux, several by commas; all of them when not given',
        ).argParser(targets),
      )
      .option('--json', 'for programs: one object a line, as docs/schemas/check.json says'),
  run: async ({ json, platform }, scripts) => {
    const reports = await examine({ scripts, platforms: (platform as readonly Target[] | undefined) ?? TARGETS })
    console.log(reports.map((report) => (json ? JSON.stringify(report) : inWords(report))).join(json ? '\n' : '\n\n'))
    return reports.some(({ problems }) => problems.length > 0) ? 1 : 0
  },
}

function inWords(report: Report): string {
  const { script, dialect, reason, shebang, problems, notes } = report
  const facts: [string, string][] = [
    ['dialect', `Python ${dialect}: ${reason}`],
    ['first line', shebang.line === '' ? shebang.meaning : `${shebang.line}: ${shebang.meaning}`],
    ['imports', report.imports.map(importInWords).join(', ') || 'none'],
    ['environment', report.environment.map(({ name, needed }) => (needed ? name : `${name} (optional)`)).join(', ') || 'none'],
    ...notes.map(({ line, message }): [string, string] => ['note', `line ${line}: ${message}`]),
    ...problems.map(({ line, message }): [string, string] => ['problem', `line ${line}: ${message}`]),
  ]
  return [
    script,
    ...facts.map(([name, text]) => `  ${name.padEnd(14)}${text}`),
    `  ${problems.length === 0 ? 'nothing is wrong' : `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`}`,
  ].join('\n')
}

function importInWords({ module, place, guarded }: Imported): string {
  const words = { library: '', beside: 'beside the script', missing: 'missing', removed: 'removed', platform: 'not everywhere' }
  const remarks = [words[place], guarded && place !== 'library' ? 'guarded' : ''].filter((each) => each !== '')
  return remarks.length === 0 ? module : `${module} (${remarks.join(', ')})`
}

function targets(text: string): readonly Target[] {
  return text.split(',').map((name) => {
    const found = TARGETS.find((each) => each === name)
    if (!found) throw new UsageError(`check: --platform takes ${TARGETS.join(', ')}, not ${name}`, { complete: true })
    return found
  })
}
