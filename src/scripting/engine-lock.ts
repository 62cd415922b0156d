// One engine at a time runs scripts for a user and a server. Who comes while another does waits for it; a disconnect may ask
// one that runs scripts of a connect to end: by a file, as the other may be a client with a life of its own, or this very one.
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { withLock } from '../setup/lock.ts'
import type { EventName } from './profile/words.ts'

const LOOK_EVERY_MS = 50

/** False when `signal` was aborted before the lock was free. `work` gets a signal that a disconnect aborts as well. */
export async function withEngineLock(
  lock: string,
  { event, cancels, signal }: { event: EventName; cancels: boolean; signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<void>,
): Promise<boolean> {
  const about = `${lock}.event`
  const request = `${lock}.cancel`
  const held = async () => {
    const ourselves = `${event} ${randomUUID()}`
    fs.writeFileSync(about, ourselves, { mode: 0o600 })
    const ending = new AbortController()
    const look = () => {
      if (read(request) === ourselves) ending.abort()
    }
    const timer = event === 'connect' ? setInterval(look, LOOK_EVERY_MS).unref() : undefined
    try {
      await work(AbortSignal.any([signal, ending.signal]))
    } finally {
      clearInterval(timer)
      for (const file of [about, request]) fs.rmSync(file, { force: true })
    }
  }
  let asked: string | undefined
  while (!(await withLock(lock, held))) {
    if (signal.aborted) return false
    const holder = event === 'disconnect' && cancels ? read(about) : undefined
    if (holder?.startsWith('connect ') && holder !== asked) fs.writeFileSync(request, (asked = holder), { mode: 0o600 }) // one that has ended since does not know the name
    await delay(LOOK_EVERY_MS)
  }
  return true
}

function read(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return undefined // gone in between
  }
}
