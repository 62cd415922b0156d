// Terminals that a guest has changed, where it may be ended from: the host end puts them back when the guest is gone without
// having done so, or when a signal ends the process.
import { beforeKilled } from '../../platform/killed.ts'
import { restoreSettings, type TerminalSettings } from '../../platform/posix/stty.ts'
import type { Operation } from '../../transport/host-link.ts'
import { besidesGuests } from '../signals/host-operations.ts'

type Changed = Map<string, TerminalSettings>

const byGuest = new Map<AbortSignal, Changed>()
let hearsOfKilling = false

/** terminal.changed(path, flags, characters): what it was before. */
export const changed: Operation = async ([path, flags, characters], { gone }) => {
  const settings = { flags: flags as readonly number[], characters: characters as readonly number[] } // as terminal/settings.ts sends them
  const known = byGuest.get(gone)
  if (known) known.set(String(path), settings)
  else {
    if (byGuest.size === 0) for (const name of DEADLY) guard(name)
    if (!hearsOfKilling) beforeKilled(restoreTerminals)
    hearsOfKilling = true
    byGuest.set(gone, new Map([[String(path), settings]]))
    gone.addEventListener('abort', () => restore(gone))
    if (gone.aborted) restore(gone)
  }
  return null
}

/** terminal.restored(): the guest has done so itself. */
export const restored: Operation = async (_, { gone }) => {
  forget(gone)
  return null
}

/** All of them, before the process ends itself. */
export function restoreTerminals(): void {
  for (const guest of [...byGuest.keys()]) restore(guest)
}

function restore(guest: AbortSignal): void {
  const terminals = byGuest.get(guest)
  forget(guest)
  for (const [path, settings] of terminals ?? []) restoreSettings(path, settings)
}

function forget(guest: AbortSignal): void {
  byGuest.delete(guest)
  if (byGuest.size === 0) for (const name of DEADLY) process.removeListener(name, listeners[name])
}

/** Signals that end a process which does not look at them. */
const DEADLY = ['SIGHUP', 'SIGQUIT', 'SIGTERM'] as const

const listeners = Object.fromEntries(
  DEADLY.map((name) => [
    name,
    () => {
      if (process.listenerCount(name) > 1) return // the guest or the caller looks at it
      restoreTerminals()
      process.kill(process.pid, name) // nobody listens any more
    },
  ]),
) as Record<(typeof DEADLY)[number], () => void>

function guard(name: (typeof DEADLY)[number]): void {
  besidesGuests.add(listeners[name])
  process.on(name, listeners[name])
}
