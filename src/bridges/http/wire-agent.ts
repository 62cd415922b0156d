// Puts a request on the wire as the guest wrote it. node-fetch sorts header lines, changes their case, normalises the URL
// and takes no body for GET; Node hands every request to its agent before the first byte is sent, and there it gets back
// its own method, target and header lines. The agent also opens the connection: TLS as the guest set it, or a tunnel.
import http, { type ClientRequest, type ClientRequestArgs } from 'node:http'
import net from 'node:net'
import type { Duplex } from 'node:stream'
import tls from 'node:tls'
import type { HttpRequest } from './request.ts'
import { tlsOptions } from './tls-options.ts'
import { openTunnel } from './tunnel.ts'

/** What Node's http tells its agent for every request. */
type AddRequest = (request: ClientRequest, ...rest: readonly unknown[]) => void
type Connected = (error: Error | null, stream: Duplex) => void

export class WireAgent extends http.Agent {
  readonly #request: HttpRequest
  readonly #seen: (request: ClientRequest) => void

  /** `seen` gets the request before it is sent. */
  constructor(request: HttpRequest, seen: (request: ClientRequest) => void) {
    super({ keepAlive: false })
    this.#request = request
    this.#seen = seen
    // node:http compares it with the URL's scheme; the agent of node:https has it so.
    if (request.tls) Object.assign(this, { protocol: 'https:', defaultPort: 443 })
  }

  addRequest(request: ClientRequest, ...rest: readonly unknown[]): void {
    rewrite(request, this.#request)
    this.#seen(request)
    const { addRequest } = http.Agent.prototype as unknown as { readonly addRequest: AddRequest } // not in Node's types, and in every version
    addRequest.call(this, request, ...rest)
  }

  override createConnection(_: ClientRequestArgs, connected?: Connected): Duplex | undefined {
    const { host, port, tls: settings, tunnel } = this.#request
    if (!tunnel) return settings ? tls.connect({ host, port, ...tlsOptions(settings, host) }) : net.connect({ host, port })
    openTunnel(this.#request, tunnel).then(
      (socket) => connected?.(null, settings ? tls.connect({ socket, ...tlsOptions(settings, tunnel.host) }) : socket),
      (error) => connected?.(error, NO_STREAM),
    )
    return undefined // `connected` tells
  }
}

const NO_STREAM = undefined as unknown as Duplex // Node looks at the error only; its types ask for both

function rewrite(request: ClientRequest, { method, target, headers }: HttpRequest): void {
  for (const name of request.getHeaderNames()) request.removeHeader(name)
  request.method = method
  request.path = target
  const values = new Map<string, string[]>()
  for (const [name, value] of headers) {
    const key = name.toLowerCase()
    const all = [...(values.get(key) ?? []), unfolded(value)]
    values.set(key, all)
    request.setHeader(name, all.length === 1 ? (all[0] ?? '') : all)
  }
  // Without a length or an encoding CPython sends the body as it is, up to the end of the connection.
  request.useChunkedEncodingByDefault = false
  // CPython has limits of its own: 100 lines of 64 KiB.
  request.maxHeadersCount = 0
  Object.assign(request, { maxHeaderSize: MAX_HEAD_BYTES })
}
const MAX_HEAD_BYTES = 100 * 65536

// A value over several lines (RFC 9112 5.2) is allowed in CPython and refused by Node: the same on one line.
const unfolded = (value: string) => value.replace(/\r?\n[ \t]+|\r(?!\n)/g, ' ')
