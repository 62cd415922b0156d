// A process that does nothing but one run gives what the run starts a mark, by which a daemon is found when the run is ended. It costs
// a program of its own, so it is put where the first is started.
import type { OwnMark } from '../platform/process-mark.ts'
import type { Operations } from '../transport/host-link.ts'

const MARKED = new Set(['process.spawn', 'process.system'])
/** A browser is the user's, and outlives a run that had it opened. */
const UNMARKED = new Set(['browser.open'])

/** The same operations, by which no program is started without the mark. */
export function withMark(operations: Operations, mark: OwnMark | undefined): Operations {
  let isPut = false
  return (name) => {
    if (!isPut && MARKED.has(name)) mark?.put()
    if (isPut && UNMARKED.has(name)) mark?.takeOff()
    isPut = MARKED.has(name) || (isPut && !UNMARKED.has(name))
    return operations(name)
  }
}
