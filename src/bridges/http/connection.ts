// A connection of the guest's http.client: the bytes go both ways as they are, so that CPython's own code writes the request
// and judges the answer. Node's http would take a message apart and mend it on the way: header lines sorted, folded lines
// joined, a broken chunk dropped with what was good before it. In the stream to the guest a byte of its own says that the
// connection stands, and another that TLS does; what fails ends the stream with a failure.
import net, { type Socket } from 'node:net'
import tls, { type TLSSocket } from 'node:tls'
import type { Outflow } from '../../transport/host-link.ts'
import type { Value } from '../../transport/marshal.ts'
import type { Address, TlsSettings } from './address.ts'
import { failureOf, type HttpFailure } from './failure.ts'
import { readingPlain, readTls } from './reading.ts'
import { tlsOptions } from './tls-options.ts'

/** Says that a step is done. */
const DONE = Uint8Array.of(1)
const NOTHING = new Uint8Array(0)

export class Connection {
  readonly #outflow: Outflow
  readonly #take = (part: Uint8Array) => this.#outflow.write(part)
  #socket: Socket
  #failure: HttpFailure | undefined
  #hasEnded = false
  #peer: Value = null
  #refuse!: (failure: HttpFailure | undefined) => void
  /** Why it takes nothing any more, as soon as it was given something; undefined when it is closed before. */
  readonly refusal = new Promise<HttpFailure | undefined>((resolve) => {
    this.#refuse = resolve
  })

  constructor({ host, port, localAddress, localPort }: Address, outflow: Outflow) {
    this.#outflow = outflow
    const local = { ...(localAddress !== undefined && { localAddress }), ...(localPort !== undefined && { localPort }) }
    const onread = readingPlain(this.#take, () => this.#socket)
    this.#socket = this.#follow(net.connect({ host, port, noDelay: true, allowHalfOpen: true, onread, ...local }), 'connect')
  }

  /** Puts TLS on what was plain until now. */
  secure(settings: TlsSettings, host: string): void {
    const plain = this.#socket
    for (const event of FOLLOWED) plain.removeAllListeners(event)
    plain.on('error', () => {}) // TLS says it too
    try {
      const options = { socket: plain, allowHalfOpen: true, ...tlsOptions(settings, host) }
      const socket = tls.connect(options)
      this.#socket = this.#follow(socket, 'secureConnect')
      socket.once('secureConnect', () => {
        this.#peer = peerOf(socket)
      })
      readTls(socket, this.#take)
    } catch (error) {
      this.#fail(failureOf(error)) // a certificate or cipher that OpenSSL does not take
    }
  }

  /** Answers when the connection takes more; a failure where it takes nothing any more. */
  write(bytes: Uint8Array): Promise<HttpFailure | undefined> {
    return new Promise((resolve) => {
      const socket = this.#socket
      const answer = () => {
        const failure = this.#whyNotWritten
        if (failure) this.#refuse(failure)
        resolve(failure)
      }
      if (this.#failure || socket.destroyed) return answer()
      const done = () => {
        for (const event of ['drain', 'close']) socket.off(event, done)
        answer()
      }
      if (socket.write(bytes)) return resolve(undefined)
      for (const event of ['drain', 'close']) socket.once(event, done)
    })
  }

  // What the other side says against us in TLS is heard by who reads; for who writes the connection still stands.
  get #whyNotWritten(): HttpFailure | undefined {
    if (this.#failure?.code.startsWith('TLS ')) return undefined
    return this.#failure ?? (this.#socket.destroyed ? BROKEN : undefined)
  }

  /** Of the other end of TLS: protocol, cipher, the cipher's protocol, what ALPN chose, the certificate as DER. */
  get peer(): Value {
    return this.#peer
  }

  /** Address and port of the other end, then of this one; null once the connection is gone. */
  get names(): Value {
    const { remoteAddress, remotePort, localAddress, localPort } = this.#socket
    return remoteAddress === undefined ? null : [remoteAddress, remotePort ?? 0, localAddress ?? '', localPort ?? 0]
  }

  close(): void {
    this.#hasEnded = true
    this.#refuse(undefined)
    this.#socket.destroy()
  }

  #follow(socket: Socket, stands: 'connect' | 'secureConnect'): Socket {
    let isStanding = false
    socket.once(stands, () => {
      isStanding = true
      void this.#outflow.write(DONE) // resolves at once: nothing else is under way
    })
    socket.once('end', () => {
      if (!isStanding) this.#fail(CLOSED)
      else if (stands === 'connect' && socket.writableLength === 0) socket.write(NOTHING, (error) => this.#endOr(error))
      else this.#end()
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      const isSaid = isStanding || error.syscall !== undefined || error.code !== 'ECONNRESET'
      this.#fail(isSaid ? failureOf(error) : CLOSED) // Node's own word for an end within the handshake
    })
    socket.once('close', () => this.#end())
    return socket
  }

  // libuv takes a reset that arrives together with data for an end (uv__stream_io, POLLHUP); to write nothing tells them apart.
  #endOr(error: Error | null | undefined): void {
    if (error) this.#fail(failureOf(error))
    else this.#end()
  }

  #fail(failure: HttpFailure): void {
    this.#failure ??= failure
    this.#end(failure)
  }

  #end(failure?: HttpFailure): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#outflow.end(failure)
  }
}

function peerOf(socket: TLSSocket): Value {
  const { name, version } = socket.getCipher()
  return [socket.getProtocol(), name, version, socket.alpnProtocol || null, socket.getPeerX509Certificate()?.raw ?? null]
}

const FOLLOWED = ['connect', 'data', 'end', 'error', 'close'] as const
const BROKEN: HttpFailure = { code: 'EPIPE', message: '' }
const CLOSED: HttpFailure = { code: 'TLS EOF', message: 'EOF occurred in violation of protocol' }
