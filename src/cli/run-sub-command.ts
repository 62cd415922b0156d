// Reads the words of a sub-command with commander and runs it.
import { CommanderError } from 'commander'
import { UsageError } from '../errors.ts'
import { commandOf } from './describe.ts'
import { SUB_COMMANDS, type SubCommandName } from './sub-commands.ts'

export async function runSubCommand(name: SubCommandName, words: readonly string[]): Promise<number> {
  const subCommand = await SUB_COMMANDS[name]()
  const command = commandOf(name, subCommand)
  let status = 0
  command.exitOverride().action(async () => {
    status = await subCommand.run(command.opts(), command.args)
  })
  try {
    await command.parseAsync(words, { from: 'user' })
    return status
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return 0 // help, which is printed
    throw new UsageError(`${name}: ${inOneLine(error.message)}; see py-runner ${name} --help (${otherwise(name)})`, {
      complete: true,
      cause: error,
    })
  }
}

export function inOneLine(message: string): string {
  return message
    .replace(/^error: /, '')
    .replace(/\.$/, '')
    .replaceAll('\n', ' ')
}

const otherwise = (name: string) => `a script of that name: py-runner run ${name}`
