// For guests that are made ready, and have nobody yet whom they could ask for anything.
import { InternalError } from './errors.ts'
import { createBell } from './transport/frames.ts'
import { GuestLink } from './transport/guest-link.ts'

/** `who` is named should it ask all the same. */
export function noHostEnd(who: string): GuestLink {
  return new GuestLink(createBell(), () => {
    throw new InternalError(`${who} asked the host end for something`)
  })
}
