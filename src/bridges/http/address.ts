// Where a connection goes and how its TLS is set, as the guest's halves of the bridge (http_connection.py, tls_context.py)
// describe them, checked where they enter the host end.
import { InternalError } from '../../errors.ts'
import type { Value } from '../../transport/marshal.ts'

/** The two ends of a connection. */
export interface Address {
  readonly host: string
  readonly port: number
  /** The end here, where the script names one. */
  readonly localAddress: string | undefined
  readonly localPort: number | undefined
}

/** Where a TLS connection gets its trust and its own identity from; the fields are those of Node's tls.connect. */
export interface TlsSettings {
  /** verify_mode: whether a certificate that cannot be verified ends the connection. */
  readonly verify: boolean
  readonly checkHostname: boolean
  /** PEM texts to trust. */
  readonly authorities: readonly string[]
  /** Whether `authorities` come on top of the machine's. */
  readonly defaultAuthorities: boolean
  /** sys.platform: whose machine that is. */
  readonly platform: string
  readonly certificate: string | undefined
  readonly key: string | undefined
  readonly passphrase: string | undefined
  readonly ciphers: string | undefined
  readonly minVersion: string | undefined
  readonly maxVersion: string | undefined
  readonly protocols: readonly string[]
}

export function readAddress(value: Value | undefined): Address {
  const fields = map(value)
  const localPort = fields.get('local_port') ?? null
  return {
    host: text(fields.get('host')),
    port: Number(fields.get('port')),
    localAddress: optional(fields, 'local_host'),
    localPort: localPort === null ? undefined : Number(localPort),
  }
}

export function readTls(value: Value | undefined): TlsSettings {
  const fields = map(value)
  return {
    verify: fields.get('verify') === true,
    checkHostname: fields.get('check_hostname') === true,
    authorities: texts(fields.get('authorities')),
    defaultAuthorities: fields.get('default_authorities') === true,
    platform: text(fields.get('platform')),
    certificate: optional(fields, 'certificate'),
    key: optional(fields, 'key'),
    passphrase: optional(fields, 'passphrase'),
    ciphers: optional(fields, 'ciphers'),
    minVersion: optional(fields, 'min_version'),
    maxVersion: optional(fields, 'max_version'),
    protocols: texts(fields.get('protocols')),
  }
}

function optional(fields: ReadonlyMap<string, Value>, name: string): string | undefined {
  const value = fields.get(name) ?? null
  return value === null ? undefined : text(value)
}

function map(value: Value | undefined): ReadonlyMap<string, Value> {
  if (value instanceof Map) return value
  throw new InternalError('http: a description that is no dict')
}

function texts(value: Value | undefined): readonly string[] {
  if (Array.isArray(value)) return value.map(text)
  throw new InternalError('http: a field of a description is no tuple')
}

export function text(value: Value | undefined): string {
  if (typeof value === 'string') return value
  throw new InternalError('http: a field of a description is no str')
}
