#!/usr/bin/env node
// The py-runner command: reads its words, picks the seat, runs the script, ends as python would. The only place that
// prints on behalf of the host and the only one that exits.

import { type CommandLine, parseCommandLine } from './cli/command-line.ts'
import { launcher } from './cli/launcher.ts'
import { argumentBytes, environmentBytes } from './cli/process-bytes.ts'
import { anyTerminal } from './cli/terminals.ts'
import { setEngineFlags } from './engine/flags.ts'
import { exitCodeOf, InternalError, UsageError } from './errors.ts'
import type { RunOptions, RunResult } from './run-options.ts'
import { chooseSeat } from './seats/choose-seat.ts'
import { runInline } from './seats/inline.ts'

const debug = process.argv.includes('--debug')
try {
  const words = argumentBytes(2)
  const command = parseCommandLine(words)
  if (command.action === 'run') end(await run(command, words))
  else {
    const { help, version } = await import('./cli/help.ts')
    console.log(command.action === 'help' ? help : version)
  }
} catch (error) {
  complain(error)
}

async function run(command: CommandLine, words: readonly Uint8Array[]): Promise<RunResult> {
  const options: RunOptions = {
    mode: command.mode,
    target: command.target,
    argv: command.argv,
    origArgv: [Buffer.from(launcher), ...words],
    environment: environmentBytes(),
    platform: command.platform,
    ...(command.drive === undefined ? {} : { drive: command.drive }),
    executable: launcher,
    snapshot: command.snapshot,
  }
  const seat = chooseSeat({ asked: command.seat, terminal: anyTerminal(), library: false, limited: false })
  if (seat === 'inline') {
    setEngineFlags()
    const result = await runInline(options)
    if (typeof result !== 'number') return result
  }
  return await runWorker(options)
}

async function runWorker(options: RunOptions): Promise<RunResult> {
  const { runInWorker } = await import('./seats/worker.ts')
  const { constants } = await import('node:os')
  const running = runInWorker(options)
  let lastMs = Number.NEGATIVE_INFINITY
  process.on('SIGINT', () => {
    const now = performance.now()
    if (now - lastMs < SECOND_TRY_MS) process.kill(process.pid, 'SIGKILL')
    lastMs = now
    running.interrupt(constants.signals.SIGINT)
  })
  const result = await running.result
  process.removeAllListeners('SIGINT')
  return result
}
const SECOND_TRY_MS = 1000 // a second Ctrl-C within a second ends what does not look at the first

function end({ exitCode, signal }: RunResult): void {
  if (signal) {
    process.kill(process.pid, signal) // dies of it, as python does; the exit below is for systems that have no signals
  }
  const { reallyExit } = process as unknown as { reallyExit(code: number): never } // Node's own last step of exit(); its types leave it out
  reallyExit(exitCode)
}

function complain(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof UsageError) console.error(`py-runner: ${message}\nTry 'py-runner --help' for more information.`)
  else console.error(`py-runner: ${message}`)
  if (error instanceof InternalError || exitCodeOf(error) === 70)
    console.error('py-runner: this is a fault of py-runner itself; please report it with the output of --debug')
  if (debug && error instanceof Error) console.error(error.stack)
  process.exitCode = exitCodeOf(error)
}
