// Signals of the command itself, while its guest is in a thread of its own.
import os from 'node:os'
import { sayKilled } from '../platform/killed.ts'

const SECOND_TRY_MS = 1000 // a second Ctrl-C within a second ends what does not look at the first

/** `interrupt` raises a signal in the guest and answers whether it has not looked at an earlier one. */
export function handOn(interrupt: (signal: number) => boolean): void {
  const { SIGINT, SIGUSR1 } = os.constants.signals
  let lastMs = Number.NEGATIVE_INFINITY
  process.on('SIGINT', () => {
    const now = performance.now()
    const unseen = interrupt(SIGINT)
    if (unseen && now - lastMs < SECOND_TRY_MS) {
      sayKilled() // terminals are put back
      process.kill(process.pid, 'SIGKILL')
    }
    lastMs = now
  })
  process.on('SIGUSR1', () => void interrupt(SIGUSR1)) // Node would start its debugger
}
