// A request as the guest's half of the bridge (http_connection.py) describes it, checked where it enters the host end.
import { InternalError } from '../../errors.ts'
import type { Value } from '../../transport/marshal.ts'

/** A header line: name and value as they go on the wire, a character a byte (latin-1). */
export type Header = readonly [name: string, value: string]

/** Where a TLS connection gets its trust and its own identity from; the fields are those of Node's tls.connect. */
export interface TlsSettings {
  /** verify_mode: whether a certificate that cannot be verified ends the connection. */
  readonly verify: boolean
  readonly checkHostname: boolean
  /** PEM texts to trust; empty: Node's own. */
  readonly authorities: readonly string[]
  /** Whether `authorities` come on top of Node's own. */
  readonly defaultAuthorities: boolean
  readonly certificate: string | undefined
  readonly key: string | undefined
  readonly passphrase: string | undefined
  readonly ciphers: string | undefined
  readonly minVersion: string | undefined
  readonly maxVersion: string | undefined
  readonly protocols: readonly string[]
}

/** CONNECT at a proxy: what is to be reached through it, and the header lines for the proxy. */
export interface Tunnel {
  readonly host: string
  readonly port: number
  readonly headers: readonly Header[]
}

export interface HttpRequest {
  readonly host: string
  readonly port: number
  readonly method: string
  /** The request target as it goes on the wire. */
  readonly target: string
  readonly headers: readonly Header[]
  readonly hasBody: boolean
  /** Undefined: http. */
  readonly tls: TlsSettings | undefined
  readonly tunnel: Tunnel | undefined
}

export function readRequest(value: Value | undefined): HttpRequest {
  const fields = map(value)
  const tls = fields.get('tls') ?? null
  const tunnel = fields.get('tunnel') ?? null
  return {
    host: text(fields.get('host')),
    port: Number(fields.get('port')),
    method: text(fields.get('method')),
    target: text(fields.get('target')),
    headers: headers(fields.get('headers')),
    hasBody: fields.get('has_body') === true,
    tls: tls === null ? undefined : readTls(map(tls)),
    tunnel: tunnel === null ? undefined : readTunnel(map(tunnel)),
  }
}

function readTls(fields: ReadonlyMap<string, Value>): TlsSettings {
  const optional = (name: string) => {
    const value = fields.get(name) ?? null
    return value === null ? undefined : text(value)
  }
  return {
    verify: fields.get('verify') === true,
    checkHostname: fields.get('check_hostname') === true,
    authorities: list(fields.get('authorities')).map(text),
    defaultAuthorities: fields.get('default_authorities') === true,
    certificate: optional('certificate'),
    key: optional('key'),
    passphrase: optional('passphrase'),
    ciphers: optional('ciphers'),
    minVersion: optional('min_version'),
    maxVersion: optional('max_version'),
    protocols: list(fields.get('protocols')).map(text),
  }
}

function readTunnel(fields: ReadonlyMap<string, Value>): Tunnel {
  return { host: text(fields.get('host')), port: Number(fields.get('port')), headers: headers(fields.get('headers')) }
}

const headers = (value: Value | undefined) =>
  list(value).map((line): Header => {
    const [name, content] = list(line)
    return [text(name), text(content)]
  })

function map(value: Value | undefined): ReadonlyMap<string, Value> {
  if (value instanceof Map) return value
  throw new InternalError('http: a request that is no dict')
}

function list(value: Value | undefined): readonly Value[] {
  if (Array.isArray(value)) return value
  throw new InternalError('http: a field of a request is no tuple')
}

function text(value: Value | undefined): string {
  if (typeof value === 'string') return value
  throw new InternalError('http: a field of a request is no str')
}
