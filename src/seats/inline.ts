// The inline seat: the guest on this very thread. Its host end is a worker, which only a wait starts.

import { hasOwnStacks, setOwnStackSize } from '../engine/own-stack.ts'
import { THREAD_STACK_BYTES } from '../engine/stack.ts'
import { type Refused, run, type Script, type Seating } from '../run.ts'
import type { RunOptions, RunResult } from '../run-options.ts'
import { scriptSource } from '../script-imports.ts'
import { createBell } from '../transport/frames.ts'
import { GuestLink } from '../transport/guest-link.ts'
import { foresee } from './foresight.ts'
import { InlineSignals } from './inline-signals.ts'
import { startHostEnd } from './start-host-end.ts'
import { STACK_BYTES } from './worker-stack.ts'

export async function runInline(
  options: RunOptions,
  means: Pick<Seating, 'platform' | 'start'>,
  script: Script = { source: scriptSource(options) },
): Promise<RunResult | Refused> {
  const { heedsInterrupts, startsPrograms } = foresee(script.source)
  const { link, signals } = inlineEnds(startsPrograms ? FOR_PROGRAMS : [])
  if (heedsInterrupts) signals.findPipes()
  if (startsPrograms) link.connect()
  const result = await run(options, { ...means, ...inlineStack(), link, canMove: true }, script)
  if (typeof result === 'number') signals.close()
  return result
}
/** What a script that starts programs asks the host end first. */
const FOR_PROGRAMS = ['pipes.make', 'process.spawn']

/** The stack that the guest gets here. To be asked before any module is compiled: it sets flags of V8. */
export function inlineStack(): Pick<Seating, 'stackBytes' | 'ownStack'> {
  if (!hasOwnStacks) return { stackBytes: THREAD_STACK_BYTES, ownStack: false }
  setOwnStackSize()
  return { stackBytes: STACK_BYTES, ownStack: true }
}

export const inlineLink = (): GuestLink => inlineEnds([]).link

function inlineEnds(expected: readonly string[]): { readonly link: GuestLink; readonly signals: InlineSignals } {
  const bell = createBell()
  const signals = new InlineSignals(bell)
  const link = new GuestLink(
    bell,
    () => {
      signals.findPipes()
      return startHostEnd(bell, expected)
    },
    signals,
  )
  return { link, signals }
}
