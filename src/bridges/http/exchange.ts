// One request and its response. The response goes to the guest as the bytes of an HTTP message, status line and header
// lines as the server wrote them, so that CPython's own http.client reads it and judges what is wrong with it. Before them
// goes one byte: the connection stands. What fails earlier ends the stream with a failure, as the guest's connect() does.
import type { ClientRequest, IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import fetch from 'node-fetch'
import type { Outflow } from '../../transport/host-link.ts'
import { failureOf } from './failure.ts'
import type { HttpRequest } from './request.ts'
import type { Upload } from './uploads.ts'
import { WireAgent } from './wire-agent.ts'

/** The first byte of a response's stream. */
const CONNECTED = Uint8Array.of(1)

/** Ends when all is said in the outflow; never rejects. */
export async function exchange(request: HttpRequest, outflow: Outflow, upload: Upload | undefined): Promise<void> {
  const seen: Seen = { isConnected: false, early: [], message: undefined, error: undefined }
  const agent = new WireAgent(request, (sent) => watch(sent, request, seen, outflow))
  try {
    const response = await fetch(addressOf(request), {
      agent,
      method: upload ? 'POST' : 'GET', // the agent puts the guest's own in its place
      body: upload ? upload.body : null,
      redirect: 'manual',
      compress: false,
      insecureHTTPParser: true, // as lenient as CPython's
      signal: outflow.signal,
    })
    await sendResponse(response.body, seen, outflow)
    outflow.end()
  } catch (error) {
    await sayFailure(error, seen, request, outflow)
  } finally {
    upload?.body.destroy()
  }
}

/** What was seen of the connection itself, before Node's http and node-fetch put it in their own words. */
interface Seen {
  isConnected: boolean
  /** What the server sent before it made a response. */
  early: Buffer[]
  message: IncomingMessage | undefined
  error: NodeJS.ErrnoException | undefined
}

function watch(sent: ClientRequest, request: HttpRequest, seen: Seen, outflow: Outflow): void {
  const connected = () => {
    seen.isConnected = true
    void outflow.write(CONNECTED) // resolves at once: the window is empty
    if (request.hasBody) sent.flushHeaders() // CPython sends the head before it asks for the body
  }
  const failed = (error: Error) => void (seen.error ??= error)
  sent.once('error', failed) // there may be no socket at all
  const keep = (part: Buffer) => void seen.early.push(part)
  sent.once('socket', (socket: Socket) => {
    if (request.tls) socket.once('secureConnect', connected)
    else if (socket.connecting) socket.once('connect', connected)
    else connected()
    socket.once('error', failed)
    socket.on('data', keep)
    sent.once('response', (message) => {
      socket.off('data', keep)
      seen.message = message
    })
  })
}

function addressOf({ host, port, tls }: HttpRequest): string {
  return `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}/`
}

async function sendResponse(body: NodeJS.ReadableStream | null, { message }: Seen, outflow: Outflow): Promise<void> {
  if (!message) return
  await outflow.write(headOf(message))
  // Node has taken the chunks apart; http.client wants to see them.
  const isChunked = message.headers['transfer-encoding']?.toLowerCase() === 'chunked'
  for await (const part of body ?? []) {
    const bytes = part as Buffer // a stream of bytes
    await outflow.write(isChunked ? chunkOf(bytes) : bytes)
  }
  if (isChunked && message.complete) await outflow.write(LAST_CHUNK)
}

function headOf({ httpVersion, statusCode, statusMessage, rawHeaders }: IncomingMessage): Buffer {
  const lines = [`HTTP/${httpVersion} ${statusCode} ${statusMessage}`]
  for (let i = 0; i < rawHeaders.length; i += 2) lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`)
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
}

const chunkOf = (bytes: Uint8Array) => Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, LINE_END])
const LINE_END = Buffer.from('\r\n')
const LAST_CHUNK = Buffer.from('0\r\n\r\n')

// After the connection stood, only a failed system call is a failure of its own. All else is a server that closed too early
// or talks no HTTP: the guest gets what it sent, and http.client says what that means.
async function sayFailure(error: unknown, seen: Seen, request: HttpRequest, outflow: Outflow): Promise<void> {
  if (outflow.signal.aborted) return outflow.end()
  const { code, syscall } = (seen.error ?? error) as NodeJS.ErrnoException // each may be missing
  if (seen.isConnected) {
    if (syscall) return outflow.end(failureOf(seen.error ?? error))
    if (!seen.message) await outflow.write(Buffer.concat(seen.early))
    return outflow.end()
  }
  const wasClosed = request.tls && code === 'ECONNRESET' && syscall === undefined
  outflow.end(wasClosed ? { code: 'TLS EOF', message: 'EOF occurred in violation of protocol' } : failureOf(seen.error ?? error))
}
