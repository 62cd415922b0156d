// The guest's ssl.SSLContext, as data, in the words of Node's tls.connect.
import net from 'node:net'
import tls, { type ConnectionOptions, type SecureContext, type SecureContextOptions, type SecureVersion } from 'node:tls'
import type { TlsSettings } from './address.ts'
import { machineAuthorities, trustSources } from './machine-authorities.ts'

export function tlsOptions(settings: TlsSettings, host: string): ConnectionOptions {
  return {
    rejectUnauthorized: settings.verify,
    secureContext: contextOf(settings),
    ...(settings.protocols.length > 0 && { ALPNProtocols: [...settings.protocols] }),
    ...(!net.isIP(host) && { servername: host }), // RFC 6066: no address as a server name
    checkServerIdentity: (_, peer) => (settings.checkHostname ? tls.checkServerIdentity(host, peer) : undefined),
  }
}

// To read the machine's 140 authorities takes longer than a handshake; a script's connections mostly have the same settings.
let last: { readonly key: string; readonly context: SecureContext } | undefined

function contextOf(settings: TlsSettings): SecureContext {
  const key = JSON.stringify(settings)
  if (last?.key !== key) last = { key, context: tls.createSecureContext(contextOptions(settings)) }
  return last.context
}

function contextOptions(settings: TlsSettings): SecureContextOptions {
  const { certificate, key, passphrase, ciphers } = settings
  return {
    ca: authoritiesOf(settings),
    ...(certificate !== undefined && { cert: certificate }),
    ...(key !== undefined && { key }),
    ...(passphrase !== undefined && { passphrase }),
    ...(ciphers !== undefined && { ciphers }),
    ...(isVersion(settings.minVersion) && { minVersion: settings.minVersion }),
    ...(isVersion(settings.maxVersion) && { maxVersion: settings.maxVersion }),
  }
}

// An empty list trusts nobody, as a context does that was given no authority.
function authoritiesOf({ authorities, defaultAuthorities, platform }: TlsSettings): string[] {
  return defaultAuthorities ? [...machineAuthorities(trustSources(platform)), ...authorities] : [...authorities]
}

const VERSIONS: readonly string[] = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] satisfies readonly SecureVersion[]
const isVersion = (name: string | undefined): name is SecureVersion => name !== undefined && VERSIONS.includes(name)
