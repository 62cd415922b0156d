// The thread of a warm guest: an interpreter that has run nothing yet waits for a script, runs it, forgets it and waits for
// the next. When it cannot forget, it says so and is replaced.
import { parentPort } from 'node:worker_threads'
import { describe } from '../errors.ts'
import { openCallerStreams } from '../kernel/streams/caller-streams.ts'
import { noHostEnd } from '../no-host-end.ts'
import { linux } from '../platform/linux/linux.ts'
import { run } from '../run.ts'
import type { RunOptions } from '../run-options.ts'
import { StandingGuest } from '../standing-guest.ts'
import { GuestLink } from '../transport/guest-link.ts'
import { rehearsal } from './rehearsal.ts'
import type { Errand, GuestMessage } from './warm-messages.ts'
import { STACK_BYTES } from './worker-stack.ts'

const say = (message: GuestMessage) => parentPort?.postMessage(message)

void begin()

async function begin(): Promise<void> {
  try {
    const guest = await StandingGuest.begin(linux, STACK_BYTES)
    await runIn(guest, rehearsal(), noHostEnd('a rehearsal'))
    forget(guest)
    parentPort?.on('message', (errand: Errand) => void serve(guest, errand))
  } catch (error) {
    say({ failure: describe(error) })
  }
}

async function serve(guest: StandingGuest, { options, bell, port }: Errand): Promise<void> {
  try {
    const result = await runIn(guest, options, new GuestLink(bell, () => port))
    say(typeof result === 'number' ? { refused: true } : { result })
    forget(guest)
  } catch (error) {
    say({ failure: describe(error) }) // nobody knows what it left: the thread ends, and its files with it
  } finally {
    port.close()
  }
}

async function runIn(guest: StandingGuest, options: RunOptions, link: GuestLink) {
  const result = await run(options, {
    link,
    stackBytes: STACK_BYTES,
    ownStack: false,
    canMove: false,
    platform: linux,
    start: guest.start,
    openStreams: openCallerStreams,
  })
  guest.endRun()
  return result
}

function forget(guest: StandingGuest): void {
  say(guest.reset() ? { ready: true } : { spent: true })
}
