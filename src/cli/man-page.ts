// The manual page, in mdoc(7): made by the build from what --help is made from.
import type { Command, Option } from 'commander'
import { helpRows } from './help-topics.ts'
import { describeProgram } from './program.ts'
import type { SubCommand } from './sub-command.ts'
import { SUB_COMMANDS } from './sub-commands.ts'

const EXIT_CODES: readonly (readonly [string, string])[] = [
  ['1', 'an exception that nobody caught'],
  ['2', 'a wrong option, or a script that cannot be opened'],
  ['70', 'a fault of py-runner'],
  ['120', 'standard output could not be written at the end'],
  ['124', 'it took longer than --timeout'],
  ['125', 'refused by policy'],
  ['126', 'the installation is damaged'],
  ['127', 'an interpreter or program was not found'],
]

export async function manPage(version: string): Promise<string> {
  const program = await describeProgram()
  const groups = new Map<string, Option[]>()
  for (const option of program.options) {
    const group = option.helpGroupHeading ?? ''
    groups.set(group, [...(groups.get(group) ?? []), option])
  }
  const parts = [
    `.Dd ${WRITTEN}\n.Dt PY-RUNNER 1\n.Os`,
    '.Sh NAME\n.Nm py-runner\n.Nd run Python scripts where no Python is installed',
    SYNOPSIS,
    `.Sh DESCRIPTION\n${prose(program.description())}\nIt takes python's command line; behind the script all words are the script's.`,
    ...[...groups].map(([title, options]) => `.Ss ${text(title.replace(/:$/, ''))}\n${list(options.map(optionItem))}`),
    `.Sh SUB-COMMANDS\nA sub-command is the first word; a script of that name is\n.Pa ./check ,\nor stands behind\n.Cm run .`,
    ...(await Promise.all(program.commands.map(subCommand))),
    `.Sh ENVIRONMENT\n${list(helpRows('--help-env').map(([name, what]) => item(`Ev ${text(name)}`, what)))}`,
    `.Sh EXIT STATUS\nThe script's own, and\n${list(EXIT_CODES.map(([code, what]) => item(code, what)))}`,
    `.Sh EXAMPLES\n${EXAMPLES}`,
    `.Sh SEE ALSO\n.Xr python3 1\n.Pp\nThis is the page of version ${text(version)}.`,
  ]
  return `${parts.join('\n')}\n`
}

const WRITTEN = 'November 29, 2026'

const SYNOPSIS = `.Sh SYNOPSIS
.Nm
.Op Cm run
.Op Ar option ...
.Op Fl c Ar cmd | Fl m Ar mod | Ar file | -
.Op Ar arg ...
.Nm
.Ar sub-command
.Op Ar option ...
.Op Ar arg ...`

const EXAMPLES = `.Bd -literal
py-runner backup.py /srv/data
py-runner -c 'import sys; print(sys.version)'
py-runner -m json.tool config.json
py-runner --timeout 30s --json check.py
.Ed`

async function subCommand(command: Command): Promise<string> {
  const name = command.name() as keyof typeof SUB_COMMANDS // describeProgram() made it of that list
  const { description, examples }: SubCommand = await SUB_COMMANDS[name]()
  const words = command.registeredArguments.map((each) => (each.required ? `<${each.name()}>` : `[${each.name()}]`))
  const shown = command.options.filter(({ hidden }) => !hidden).map(optionItem)
  return [
    `.Ss ${[command.name(), ...words].map(text).join(' ')}`,
    prose(description),
    ...(shown.length > 0 ? [list(shown)] : []),
    `.Bd -literal\n${examples.map(({ line }) => text(line)).join('\n')}\n.Ed`,
  ].join('\n')
}

function optionItem({ flags, description }: Option): string {
  const macros = flags
    .split(/[ ,]+/)
    .map((word) => (word.startsWith('<') ? `Ar ${text(word.slice(1, -1))}` : `Fl ${text(word.slice(1))}`))
  return item(macros.join(' , ').replaceAll(' , Ar', ' Ar'), description)
}

const item = (head: string, what: string) => `.It ${head}\n${prose(what)}`
/** Each sentence on a line of its own, as mdoc has it. */
const prose = (what: string) =>
  what
    .replaceAll('\n', ' ')
    .split(/(?<=\.) (?=[A-Z])/)
    .map(text)
    .join('\n')
const list = (items: readonly string[]) => `.Bl -tag -width Ds\n${items.join('\n')}\n.El`

/** A line as it is: roff takes a dot or an apostrophe at its begin, and a backslash anywhere, for its own. */
function text(line: string): string {
  return line
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('~', '\\(ti')
    .replaceAll('^', '\\(ha')
    .replaceAll('`', '\\(ga')
    .replaceAll("'", '\\(aq')
    .replaceAll('"', '\\(dq')
    .replace(/^\./, '\\&.')
}
