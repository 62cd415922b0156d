// Which server a client is connected to: the name that its own connection profile has for it, and that the certificate has, which
// OpenVPN verified. Nothing that the server pushes has a say in it.
import { canonical } from '../gates/gates.ts'
import type { Identity } from '../gates/identity.ts'
import { acceptedIdentity } from './accepted-identity.ts'
import type { Directive } from './directives.ts'

type Named = { readonly server: string } | { readonly unverified: string }
export type Verified = { readonly server: string; readonly identity: Identity } | { readonly unverified: string }

/**
 * `directives`: reads the connection profile; why that failed is then why nobody was verified. `identity`: of the certificates that
 * were shown; without it, of all that the connection profile accepts.
 */
export function verifiedServer(
  directives: () => readonly Directive[],
  certificate: string | undefined,
  identity?: Identity,
): Verified {
  try {
    const all = directives()
    const named = serverName(all, certificate)
    return 'server' in named ? { ...named, identity: identity ?? acceptedIdentity(all) } : named
  } catch (error) {
    return unverified(error instanceof Error ? error.message : String(error))
  }
}

/** `certificate`: the common name, as OpenVPN verified it. */
export function serverName(directives: readonly Directive[], certificate: string | undefined): Named {
  const all = (name: string) => directives.filter(([each]) => each === name)
  const pinned = all('verify-x509-name').at(-1)
  // The last counts, and remote-cert-eku takes the place of what it asks.
  const isServer = all('remote-cert-tls').at(-1)?.[1] === 'server' && all('remote-cert-eku').length === 0
  if (!pinned && !isServer)
    return unverified('the connection profile does not have OpenVPN check the server: it lacks remote-cert-tls server')
  if (certificate === undefined)
    return unverified('OpenVPN has not said whose certificate it verified; it does so at verb 1 and above')
  const remotes = [...new Set(all('remote').map(([, host = '']) => canonical(host)))]
  const own = canonical(certificate)
  const [, name = '', type = 'subject'] = pinned ?? []
  if (pinned && type === 'name')
    return canonical(name) === own
      ? { server: own }
      : unverified(`the certificate is of ${certificate}, and the connection profile asks for ${name}`)
  const [remote, ...others] = remotes
  if (remote === own && others.length === 0) return { server: own }
  return unverified(
    `the certificate is of ${certificate}, and the connection profile connects to ${remotes.join(', ') || 'no remote'}; ` +
      `where that is the same server, the line "verify-x509-name ${certificate} name" in the profile says so`,
  )
}

const unverified = (why: string): { readonly unverified: string } => ({ unverified: why })
