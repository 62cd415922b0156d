// What Node calls a failed connection, as the guest's half knows it: an errno by name, a resolver's EAI_ name, a code of
// OpenSSL's certificate check or of TLS, UNKNOWN with words for the rest.
import { isErrno } from '../../kernel/errno.ts'

export interface HttpFailure {
  readonly code: string
  readonly message: string
}

export function failureOf(error: unknown): HttpFailure {
  if (!(error instanceof Error)) return { code: 'UNKNOWN', message: String(error) }
  const { code = '', errno, message } = error as NodeJS.ErrnoException // all optional there
  const spoken = code === 'EPROTO' ? TLS_REASON.exec(message)?.[1] : undefined
  if (spoken) return { code: `TLS ERR_SSL_${spoken.toUpperCase().replaceAll(' ', '_')}`, message: spoken }
  if (isErrno(code)) return { code, message }
  const resolver = RESOLVER_CODES.get(code)
  if (resolver !== undefined) return { code: errno === UV_EAI_NODATA ? 'EAI_NODATA' : resolver, message }
  if ('opensslErrorStack' in error || 'library' in error || isCertificateCode(code)) return { code: `TLS ${code}`, message }
  return { code: 'UNKNOWN', message }
}

// A handshake that fails while Node writes is EPROTO, and OpenSSL's reason stands in the message only.
const TLS_REASON = /error:[0-9A-F]{8}:SSL routines:[^:]*:([^:]+):/

// Node docs, dns: getaddrinfo's codes; a host that is no host name is one that cannot be resolved.
const RESOLVER_CODES: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'EAI_NONAME'],
  ['ERR_INVALID_URL', 'EAI_NONAME'],
  ['EAI_AGAIN', 'EAI_AGAIN'],
  ['EAI_FAIL', 'EAI_FAIL'],
  ['EAI_MEMORY', 'EAI_MEMORY'],
])
const UV_EAI_NODATA = -3007 // uv.h; its code is ENOTFOUND too

// Node docs, tls: "X509 certificate error codes", which are OpenSSL's X509_V_ERR_ names, and the check of the host name.
function isCertificateCode(code: string): boolean {
  return /CERT|^CRL_|^HOSTNAME_MISMATCH$|^INVALID_(CA|PURPOSE)$|^PATH_LENGTH_EXCEEDED$|^ERR_(TLS|SSL)_|^UNABLE_TO_/.test(code)
}
