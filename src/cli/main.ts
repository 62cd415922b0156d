// All that the quick start of cli.ts leaves: other seats and platforms, the first start on a machine, what is no run.
import { InternalError } from '../errors.ts'
import { platformOf } from '../platform/platforms.ts'
import { MOVE } from '../run.ts'
import type { RunResult } from '../run-options.ts'
import type { Seat } from '../seats/choose-seat.ts'
import { runInline } from '../seats/inline.ts'
import { startAnyway } from '../seats/start-anyway.ts'
import type { GuestThread } from '../seats/worker-thread.ts'
import { type CommandLine, parseCommandLine } from './command-line.ts'
import { complain, end, mayBeMistyped, sayTimedOut } from './ending.ts'
import { type Given, whatIsGiven } from './given.ts'
import { OwnWords } from './own-options.ts'
import { ownRunOptions } from './own-run.ts'
import { handOn } from './process-signals.ts'
import { PythonWords } from './python-options.ts'
import { seatOf } from './seat.ts'
import type { SubCommandName } from './sub-commands.ts'
import { UnknownOption } from './unknown-option.ts'

/** Where there is no quick start: see Quick.command(). */
export async function begin(openAtStart: readonly number[], terminal: boolean): Promise<void> {
  try {
    await main(whatIsGiven(openAtStart, terminal), false)
  } catch (error) {
    complain(error)
  }
}

/** `isTooDeep`: the inline seat's stack was too small for the script. `thread`: the worker seat's, started already, which gets the signals. */
export async function main(given: Given, isTooDeep: boolean, thread?: GuestThread): Promise<void> {
  try {
    const command = parseCommandLine(given.words, { python: new PythonWords(), own: new OwnWords() })
    if (!command) throw new InternalError('the command line was not read to its end')
    const { action } = command
    if (action !== 'run') (await import('./unwritten.ts')).mindOutput()
    if (action === 'run') {
      const result = await run(command, given, isTooDeep ? 'worker' : seatOf(command, given.terminal), thread)
      if (mayBeMistyped(command, given, result)) await sayWhatIsMeant(command)
      end(result)
    } else if (action === 'version') await version(command, given)
    else if (action === 'help') await (await import('./help.ts')).help(Buffer.from(command.target).toString())
    else process.exitCode = await subCommand(action, command.argv)
  } catch (error) {
    complain(error instanceof UnknownOption ? (await import('./program.ts')).suggest(error) : error)
  }
}

/** After python's own line that there is no such file. */
export async function sayWhatIsMeant({ target }: CommandLine): Promise<void> {
  ;(await import('./mistyped.ts')).sayWhatIsMeant(Buffer.from(target).toString())
}

async function subCommand(name: SubCommandName, words: readonly Uint8Array[]): Promise<number> {
  const { runSubCommand } = await import('./run-sub-command.ts')
  return runSubCommand(
    name,
    words.map((word) => Buffer.from(word).toString()),
  )
}

async function version(command: CommandLine, given: Given): Promise<void> {
  const { asksForMore, describeVersion } = await import('./version.ts')
  const words = command.argv.map((word) => Buffer.from(word).toString())
  if (!asksForMore(words)) return console.log(describeVersion(words, command.own?.json ?? false))
  const longer = { ...command, mode: 'module', target: Buffer.from('_pyrunner.version'), argv: [Buffer.from('-m')] } as const
  end(await run(longer, given, 'inline'))
}

async function run(command: CommandLine, given: Given, seat: Seat, thread?: GuestThread): Promise<RunResult> {
  const options = ownRunOptions(command, given)
  if (command.own?.json) return (await import('./run-for-json.ts')).runForJson(options, command)
  if (seat === 'inline') {
    const result = await runInline(options, { platform: await platformOf(options), start: startAnyway })
    if (typeof result !== 'number') return result
    if (result !== MOVE) throw new Error('the slow way answers a result')
  }
  const { startInWorker } = await import('../seats/worker.ts')
  const running = startInWorker(options, { timeoutMs: command.timeoutMs }, { early: thread, ownProcess: true })
  if (!thread) handOn(running.interrupt)
  const result = await running.result
  if (result.timedOut) sayTimedOut(command)
  return result
}
