// A client's session as its scripts see it, and what happens to it. A session begins with a connection that the user asked
// for and lasts over drops and sleep until the user ends it.
import type { EventName } from './profile/words.ts'

export interface SessionState {
  /** N_RECONNECTS: connections after the first. */
  readonly reconnects: number
  /** GRACEFUL_DISCONNECT: the user asked for it. */
  readonly graceful: boolean
}

export type Happening = 'connected' | 'lost' | 'user-disconnected' | 'slept' | 'resumed'

export interface Session extends SessionState {
  readonly phase: 'none' | 'up' | 'down'
}

export const NO_SESSION: Session = { phase: 'none', reconnects: 0, graceful: false }

/** The session afterwards, and the event that its scripts are to be run for. What cannot happen now changes nothing. */
export function next(session: Session, happening: Happening): { readonly session: Session; readonly event?: EventName } {
  const { phase, reconnects } = session
  if (happening === 'connected') {
    if (phase === 'up') return { session }
    return { session: { phase: 'up', graceful: false, reconnects: phase === 'none' ? 0 : reconnects + 1 }, event: 'connect' }
  }
  if (happening === 'user-disconnected') {
    // A connection that is down already had its disconnect; the user then only gives up waiting for the next.
    const ended: Session = { ...NO_SESSION, reconnects, graceful: true }
    return phase === 'up' ? { session: ended, event: 'disconnect' } : { session: phase === 'none' ? session : ended }
  }
  if (happening === 'resumed' || phase !== 'up') return { session } // what comes next is `connected` or `lost`
  return { session: { phase: 'down', reconnects, graceful: false }, event: 'disconnect' }
}
