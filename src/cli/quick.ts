// The quick start: reads the command's words, picks the seat. A plain script on a machine that is prepared runs from here, with
// nothing loaded that it does not need; all else is in cli/main.ts and seats/guest-worker.ts. A bundle of its own that
// quick-start.ts opens, for the command and for the worker seat's thread.

import type { OpenSnapshot } from '../engine/snapshot-open.ts'
import { InternalError } from '../errors.ts'
import { linux } from '../platform/linux/linux.ts'
import type { Quick } from '../quick-start.ts'
import { MOVE, type Refused } from '../run.ts'
import type { RunResult } from '../run-options.ts'
import type { FoundScript } from '../script-ahead.ts'
import { runThread } from '../seats/guest-thread.ts'
import { runInline } from '../seats/inline.ts'
import { startGuestThread } from '../seats/worker-thread.ts'
import { type Start, startFrom } from '../start.ts'
import { raiseSignal } from '../transport/frames.ts'
import { type CommandLine, parseCommandLine } from './command-line.ts'
import { complain, end, mayBeMistyped } from './ending.ts'
import { type Given, whatIsGiven } from './given.ts'
import { runOptions } from './options.ts'
import { handOn } from './process-signals.ts'
import { seatOf } from './seat.ts'

/** What the bundle's function answers: `snapshot` and `found` are what was met on the way. */
export function quick(snapshot: OpenSnapshot | undefined, found: FoundScript | undefined): Quick {
  return {
    command: (openAtStart, terminal) => void command(startFrom(snapshot), found, openAtStart, terminal),
    thread: () => void runThread(snapshot),
    runHere(words, openAtStart, codeFolder) {
      const command = parseCommandLine(words)
      if (!command) throw new InternalError('these words are not for the quick start')
      const options = { ...runOptions(command, { words, openAtStart, terminal: false }), codeFolder }
      return runInline(options, { platform: linux, start: startFrom(snapshot, false) })
    },
  }
}

async function command(
  start: Start,
  found: FoundScript | undefined,
  openAtStart: readonly number[],
  terminal: boolean,
): Promise<void> {
  try {
    const given = whatIsGiven(openAtStart, terminal)
    const command = parseCommandLine(given.words)
    let seat = command?.action === 'run' ? seatOf(command, terminal) : undefined
    let isTooDeep = false
    if (command && seat === 'inline' && command.snapshot && command.platform === 'linux') {
      const result = await runHere(command, given, start, found)
      if (typeof result !== 'number') {
        if (mayBeMistyped(command, given, result)) await (await import('./main.ts')).sayWhatIsMeant(command)
        return end(result)
      }
      isTooDeep = result === MOVE
      if (isTooDeep) seat = 'worker'
    }
    // Of limits only worker.ts knows.
    const early = command && seat === 'worker' && command.timeoutMs === undefined
    const thread = early ? startGuestThread(runOptions(command, given)) : undefined
    if (thread) handOn((signal) => raiseSignal(thread.bell, signal)) // before its script can begin
    const { main } = await import('./main.ts')
    await main(given, isTooDeep, thread)
  } catch (error) {
    complain(error)
  }
}

function runHere(command: CommandLine, given: Given, start: Start, found: FoundScript | undefined): Promise<RunResult | Refused> {
  const options = runOptions(command, given)
  const isFound = found && options.mode === 'file' && !options.cwd && Buffer.from(found.path).equals(options.target)
  return runInline(options, { platform: linux, start }, isFound ? found : undefined)
}
