// The command and its sub-commands as commander sees them: the one description that help, suggestions, completions and the
// manual page are made from.
import { Command, Option } from 'commander'
import type { Example, SubCommand } from './sub-command.ts'

export function commandOf(name: string, { summary, description, examples, define }: SubCommand): Command {
  const command = emptyCommand(`py-runner ${name}`)
  command
    .summary(summary)
    .description(description.replaceAll('\n', ' '))
    .helpOption('-h, --help', 'print this text')
    .allowExcessArguments(false)
  command.addOption(new Option('--debug', 'say more when py-runner itself fails').hideHelp())
  define?.(command)
  return withExamples(command, examples)
}

export function withExamples(command: Command, examples: readonly Example[]): Command {
  if (examples.length === 0) return command
  const width = Math.max(...examples.map(({ line }) => line.length)) + 2
  const lines = examples.map(({ line, what }) => `  ${line.padEnd(width)}${what && `# ${what}`}`.trimEnd())
  return command.addHelpText('after', () => `\n${bold('Examples:')}\n${lines.join('\n')}`)
}

/** Colours are left out again by commander where the stream has none: NO_COLOR, FORCE_COLOR, no terminal. */
export function emptyCommand(name: string): Command {
  const command = new Command(name)
  command.configureHelp({
    helpWidth: helpWidth(),
    styleTitle: (title) => bold(title === 'Usage:' ? 'usage:' : title), // as python and its argparse write it
    styleCommandText: cyan,
    styleOptionTerm: cyan,
    styleSubcommandTerm: cyan,
    styleArgumentTerm: cyan,
  })
  return command.configureOutput({ writeErr: () => {} }) // what is wrong is said in one place, complain()
}

export const helpWidth = () => Math.min(process.stdout.columns || WIDTH, WIDTH)
const WIDTH = 100 // columns; longer lines are hard to read

const sgr = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`
const bold = sgr(1)
const cyan = sgr(36)
