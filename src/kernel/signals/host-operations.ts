// Signals of the process where Node's listeners run: the host end of the worker seat.
import { constants } from 'node:os'
import type { Operation } from '../../transport/host-link.ts'
import type { Value } from '../../transport/marshal.ts'

const listeners = new Map<NodeJS.Signals, () => void>()

/** signals.watch(number): from now on it is raised in the guest. SIGINT comes to the command itself. */
export const watch: Operation = async ([signal], { raise }) => {
  const name = nameOf(signal)
  if (!name || listeners.has(name) || process.listenerCount(name) > 0) return null
  const listener = () => raise(constants.signals[name])
  listeners.set(name, listener)
  process.on(name, listener)
  return null
}

/** signals.leave(number): it has its default action again. */
export const leave: Operation = async ([signal]) => {
  const name = nameOf(signal)
  const listener = name && listeners.get(name)
  if (!listener) return null
  process.removeListener(name, listener)
  listeners.delete(name)
  return null
}

function nameOf(signal: Value | undefined): NodeJS.Signals | undefined {
  if (signal === constants.signals.SIGKILL || signal === constants.signals.SIGSTOP) return undefined
  return (Object.keys(constants.signals) as NodeJS.Signals[]).find((name) => constants.signals[name] === signal)
}
