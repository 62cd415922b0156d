// Signals by the names that Node listens to them by.
import os from 'node:os'

/** Undefined for what is no signal, and for those that no process can handle: signal(7). */
export function catchableName(signal: unknown): NodeJS.Signals | undefined {
  const { signals } = os.constants
  if (signal === signals.SIGKILL || signal === signals.SIGSTOP) return undefined
  return (Object.keys(signals) as NodeJS.Signals[]).find((name) => signals[name] === signal)
}
