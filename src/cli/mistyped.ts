// A first word that names neither a file nor a sub-command, but nearly one of these.
import fs from 'node:fs'
import { CommanderError } from 'commander'
import { emptyCommand } from './describe.ts'
import { SUB_COMMANDS } from './sub-commands.ts'

/** After python's own line that there is no such file. */
export function sayWhatIsMeant(name: string): void {
  if (fs.existsSync(name)) return
  const program = emptyCommand('py-runner').exitOverride()
  for (const each of Object.keys(SUB_COMMANDS)) program.command(each)
  try {
    program.parse([name], { from: 'user' })
  } catch (error) {
    const [, meant] = (error instanceof CommanderError && /\(Did you mean (.*)\?\)/.exec(error.message)) || []
    if (meant) console.error(`py-runner: did you mean the command ${meant}?`)
  }
}
