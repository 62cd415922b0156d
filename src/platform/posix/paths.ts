// Paths of POSIX systems: bytes, '/' separates, the guest's are the host's, apart from the reserved prefix.
import type { PathRules } from '../platform.ts'

const SLASH = 0x2f

export function posixPaths(libraryPrefix: string): PathRules {
  const prefix = Buffer.from(libraryPrefix)
  return {
    isAbsolute: (guest) => guest[0] === SLASH,
    toHost: (guest) => guest,
    toGuest: (host) => host,
    insideLibrary(guest) {
      if (guest[1] !== prefix[1] || guest.length < prefix.length || !prefix.equals(guest.subarray(0, prefix.length)))
        return undefined
      const inside = guest.subarray(prefix.length)
      return inside.length === 0 || inside[0] === SLASH ? inside : undefined
    },
    fromLibrary: (inside) => Buffer.concat([prefix, inside]),
    fromCommandLine: (given) => given,
  }
}
