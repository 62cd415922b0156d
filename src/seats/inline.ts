// The inline seat: the guest on this very thread. Its host end is a worker, which only a wait starts.

import { type Refused, run, type Seating } from '../run.ts'
import type { RunOptions, RunResult } from '../run-options.ts'
import { createBell } from '../transport/frames.ts'
import { GuestLink } from '../transport/guest-link.ts'

/** What V8's default stack (984 KB) carries of the guest's: seen to hold with a fifth to spare, on Node 20 with the evaluation loop optimised, whose frames are the largest. */
export const INLINE_STACK_BYTES = 112 * 1024

export function runInline(
  options: RunOptions,
  means: Pick<Seating, 'platform' | 'start'>,
): Promise<RunResult | Refused> {
  return run(options, { ...means, link: inlineLink(), stackBytes: INLINE_STACK_BYTES, canMove: true })
}

export function inlineLink(): GuestLink {
  const bell = createBell()
  return new GuestLink(bell, () => {
    const { MessageChannel, Worker } = process.getBuiltinModule('node:worker_threads')
    const { port1, port2 } = new MessageChannel()
    new Worker(`${import.meta.dirname}/host-end.mjs`, {
      workerData: { port: port2, bell },
      transferList: [port2],
      trackUnmanagedFds: false,
    }).unref()
    return port1
  })
}
