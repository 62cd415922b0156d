// Which certificates a connection was verified by, and whether they are the ones that the settings name for a trusted server. A
// name is worth as much as the authority that vouches for it: whoever can bring in a connection profile brings in an authority.
import { canonicalFingerprint } from '../profile/fingerprint.ts'
import type { Trusted } from '../profile/settings-schema.ts'

/** Fingerprints; where a client knows only what it would have accepted, all of that. */
export interface Identity {
  /** The server's own certificate is one of these. Empty where that is not known. */
  readonly certificates: readonly string[]
  /** It was vouched for by one of these chains of authorities. Empty where that is not known. */
  readonly authorities: readonly (readonly string[])[]
}

export const NO_IDENTITY: Identity = { certificates: [], authorities: [] }

type Pinned = Exclude<Trusted, string>

/** What of it does not fit, in words; undefined where all that could have been accepted fits. */
export function misfit({ ca, certificate }: Pinned, { certificates, authorities }: Identity): string | undefined {
  const wanted = (pins: string | readonly string[]) => [pins].flat().map(canonicalFingerprint)
  const isOne = (pins: readonly string[], found: string) => pins.includes(canonicalFingerprint(found))
  if (certificate !== undefined) {
    const pins = wanted(certificate)
    if (certificates.length === 0) return `the certificate ${pins.join(' or ')} is asked for, and which it was is not known`
    const other = certificates.find((each) => !isOne(pins, each))
    if (other !== undefined)
      return `the certificate ${pins.join(' or ')} is asked for, and ${canonicalFingerprint(other)} is accepted`
  }
  if (ca === undefined) return undefined
  const pins = wanted(ca)
  if (authorities.length === 0) return `the authority ${pins.join(' or ')} is asked for, and who vouched for it is not known`
  const other = authorities.find((chain) => !chain.some((each) => isOne(pins, each)))
  if (other === undefined) return undefined
  return `the authority ${pins.join(' or ')} is asked for, and ${other.map(canonicalFingerprint).join(', ') || 'none'} vouched for it`
}
