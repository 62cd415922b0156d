// Signals of the process where Node's listeners run: the host end of the worker seat. Each guest has listeners of its own,
// which go when it goes.
import { constants } from 'node:os'
import type { Operation } from '../../transport/host-link.ts'
import { catchableName } from './signal-names.ts'

type Listeners = Map<NodeJS.Signals, () => void>

/** signals.watch(number): from now on it is raised in the guest. SIGINT comes to the command itself. */
export const watch: Operation = async ([signal], { raise, gone }) => {
  const name = catchableName(signal)
  const listeners = listenersOf(gone)
  if (!name || gone.aborted || listeners.has(name)) return null
  const isTaken = process.listeners(name).some((listener) => !besidesGuests.has(listener))
  if (isTaken && name !== 'SIGWINCH') return null // Node listens to that itself, for the size of its own streams
  const listener = () => raise(constants.signals[name])
  besidesGuests.add(listener)
  listeners.set(name, listener)
  process.on(name, listener)
  return null
}

/** signals.leave(number): it has its default action again. */
export const leave: Operation = async ([signal], { gone }) => {
  const name = catchableName(signal)
  const listeners = listenersOf(gone)
  const listener = name && listeners.get(name)
  if (!listener) return null
  process.removeListener(name, listener)
  listeners.delete(name)
  return null
}

/** Listeners of the guests', and others that leave a signal to them. The process's own come first: they hear of it instead of any guest. */
export const besidesGuests = new WeakSet<object>()
const byGuest = new WeakMap<AbortSignal, Listeners>()

function listenersOf(gone: AbortSignal): Listeners {
  const known = byGuest.get(gone)
  if (known) return known
  const listeners: Listeners = new Map()
  byGuest.set(gone, listeners)
  gone.addEventListener('abort', () => {
    for (const [name, listener] of listeners) process.removeListener(name, listener)
  })
  return listeners
}
