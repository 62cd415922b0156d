// All that the quick start of cli.ts leaves: other seats and platforms, the first start on a machine, what is no run.
import { platformOf } from '../platform/platforms.ts'
import { MOVE } from '../run.ts'
import type { RunResult } from '../run-options.ts'
import type { Seat } from '../seats/choose-seat.ts'
import { runInline } from '../seats/inline.ts'
import { startAnyway } from '../seats/start-anyway.ts'
import type { CommandLine } from './command-line.ts'
import { complain, end } from './ending.ts'
import { runOptions } from './options.ts'

export async function main(command: CommandLine, words: readonly Uint8Array[], seat: Seat): Promise<void> {
  try {
    if (command.action === 'run') end(await run(command, words, seat))
    else {
      const { help, version } = await import('./help.ts')
      console.log(command.action === 'help' ? help : version)
    }
  } catch (error) {
    complain(error)
  }
}

async function run(command: CommandLine, words: readonly Uint8Array[], seat: Seat): Promise<RunResult> {
  const options = runOptions(command, words)
  if (seat === 'inline') {
    const result = await runInline(options, { platform: await platformOf(options), start: startAnyway })
    if (typeof result !== 'number') return result
    if (result !== MOVE) throw new Error('the slow way answers a result')
  }
  const { runInWorker } = await import('../seats/worker.ts')
  const { constants } = await import('node:os')
  const running = runInWorker(options)
  let lastMs = Number.NEGATIVE_INFINITY
  process.on('SIGINT', () => {
    const now = performance.now()
    const unseen = running.interrupt(constants.signals.SIGINT)
    if (unseen && now - lastMs < SECOND_TRY_MS) process.kill(process.pid, 'SIGKILL')
    lastMs = now
  })
  process.on('SIGUSR1', () => running.interrupt(constants.signals.SIGUSR1)) // Node would start its debugger
  return await running.result
}
const SECOND_TRY_MS = 1000 // a second Ctrl-C within a second ends what does not look at the first
