// Which seat a run gets, as one pure function. Inline starts fastest and has the smallest stack; the worker seat can be
// interrupted and timed out, and has a deep stack.

import { UsageError } from '../errors.ts'

export type Seat = 'inline' | 'worker'

export interface SeatFacts {
  /** Asked for by name. */
  readonly asked?: Seat | undefined
  /** Whether any of the streams is a terminal: Ctrl-C must reach the guest. */
  readonly terminal: boolean
  /** A library's caller keeps its event loop. */
  readonly library: boolean
  /** A time limit or the like, which only another thread can keep. */
  readonly limited: boolean
}

export function chooseSeat({ asked, terminal, library, limited }: SeatFacts): Seat {
  if (asked === 'inline' && limited)
    throw new UsageError('the inline seat cannot keep a time limit: leave --seat or --timeout away', { complete: true })
  if (asked) return asked
  return terminal || library || limited ? 'worker' : 'inline'
}
