// The guest's ssl.SSLContext, as data, in the words of Node's tls.connect.
import net from 'node:net'
import tls, { type ConnectionOptions, type SecureVersion } from 'node:tls'
import type { TlsSettings } from './request.ts'

export function tlsOptions(settings: TlsSettings, host: string): ConnectionOptions {
  const { certificate, key, passphrase, ciphers } = settings
  const ca = authoritiesOf(settings)
  return {
    rejectUnauthorized: settings.verify,
    ...(ca && { ca }),
    ...(certificate !== undefined && { cert: certificate }),
    ...(key !== undefined && { key }),
    ...(passphrase !== undefined && { passphrase }),
    ...(ciphers !== undefined && { ciphers }),
    ...(isVersion(settings.minVersion) && { minVersion: settings.minVersion }),
    ...(isVersion(settings.maxVersion) && { maxVersion: settings.maxVersion }),
    ...(settings.protocols.length > 0 && { ALPNProtocols: [...settings.protocols] }),
    ...(!net.isIP(host) && { servername: host }), // RFC 6066: no address as a server name
    checkServerIdentity: (_, peer) => (settings.checkHostname ? tls.checkServerIdentity(host, peer) : undefined),
  }
}

// Undefined: Node's own. An empty list trusts nobody, as a context does that was given no authority.
function authoritiesOf({ authorities, defaultAuthorities }: TlsSettings): string[] | undefined {
  if (!defaultAuthorities) return [...authorities]
  return authorities.length > 0 ? [...tls.rootCertificates, ...authorities] : undefined
}

const VERSIONS: readonly string[] = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] satisfies readonly SecureVersion[]
const isVersion = (name: string | undefined): name is SecureVersion => name !== undefined && VERSIONS.includes(name)
