// Whom this machine trusts, as PEM text. On Linux that is the distribution's bundle, which OpenSSL gives CPython as well. Windows
// fetches a root only when somebody needs it, and the macOS keychains list what was added to the system's own: there Node's
// list of roots stands beside the machine's.
import { readFileSync } from 'node:fs'
import tls from 'node:tls'

/** What differs between machines. */
export interface TrustSources {
  /** As Node and Python name it. */
  readonly platform: string
  readonly bundles: readonly string[]
  /** NODE_EXTRA_CA_CERTS, which whoever starts Node sets on purpose. */
  readonly extra: string | undefined
  /** The certificates of the system's store; undefined where Node cannot read it (before 22.15). */
  readonly system: (() => readonly string[]) | undefined
}

// Where the distributions keep the bundle: Debian, Fedora, openSUSE, Alpine and OpenELEC; Go's crypto/x509/root_linux.go has the same.
const BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/cacert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
]

/** PEM texts, each of one certificate or more. */
export function machineAuthorities(sources: TrustSources): readonly string[] {
  const { platform, bundles, extra, system } = sources
  const added = extra === undefined ? [] : present(extra)
  if (platform === 'win32' || platform === 'darwin') return [...tls.rootCertificates, ...(system?.() ?? []), ...added]
  for (const bundle of bundles) {
    const found = present(bundle)
    if (found.length > 0) return [...found, ...added]
  }
  return [...tls.rootCertificates, ...added]
}

/** What this machine has; `platform` is what the guest takes it for. */
export function trustSources(platform: string): TrustSources {
  // Not in the types of Node 20.
  const { getCACertificates } = tls as { readonly getCACertificates?: (type: string) => readonly string[] }
  const system = getCACertificates ? () => getCACertificates('system') : undefined
  return { platform, bundles: BUNDLES, extra: process.env.NODE_EXTRA_CA_CERTS, system }
}

function present(path: string): readonly string[] {
  try {
    const text = readFileSync(path, 'latin1')
    return text.includes('-----BEGIN CERTIFICATE-----') ? [text] : []
  } catch {
    return [] // OpenSSL, too, goes on without a file that it cannot read
  }
}
