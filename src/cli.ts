#!/usr/bin/env node
// The py-runner command: reads its words, picks the seat. A plain script on a machine that is prepared runs from here, with
// nothing loaded that it does not need: this file is a bundle of its own, CommonJS, which Node starts fastest. All else is
// in cli/main.ts.

import { type CommandLine, parseCommandLine } from './cli/command-line.ts'
import { complain, end } from './cli/ending.ts'
import { runOptions } from './cli/options.ts'
import { argumentBytes } from './cli/process-bytes.ts'
import { anyTerminal } from './cli/terminals.ts'
import { linux } from './platform/linux/linux.ts'
import { MOVE, type Refused } from './run.ts'
import type { RunResult } from './run-options.ts'
import { chooseSeat } from './seats/choose-seat.ts'
import { runInline } from './seats/inline.ts'
import { startRestored } from './start.ts'

void start()

async function start(): Promise<void> {
  try {
    const words = argumentBytes(2)
    const command = parseCommandLine(words)
    let seat = chooseSeat({ asked: command.seat, terminal: anyTerminal(), library: false, limited: false })
    if (command.action === 'run' && seat === 'inline' && command.snapshot && command.platform === 'linux') {
      const result = await runHere(command, words)
      if (typeof result !== 'number') return end(result)
      if (result === MOVE) seat = 'worker'
    }
    const { main } = await import('./cli/main.ts')
    await main(command, words, seat)
  } catch (error) {
    complain(error)
  }
}

function runHere(command: CommandLine, words: readonly Uint8Array[]): Promise<RunResult | Refused> {
  return runInline(runOptions(command, words), { platform: linux, start: startRestored })
}
