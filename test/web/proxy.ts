// A proxy that forwards for whoever says u:p, plain requests and tunnels.
import { createServer, request as send } from 'node:http'
import { connect, type Socket } from 'node:net'
import { listenOnLoopback, withConnections } from '../support/loopback.ts'

export interface ForwardingProxy {
  readonly url: string
  /** METHOD and target of all that it forwarded. */
  readonly forwarded: readonly string[]
  close(): Promise<void>
}

const KNOWN = 'Basic dTpw'
const WHO = { 'Proxy-Authenticate': 'Basic realm="proxy"', 'Content-Length': 4, Connection: 'close' }

export async function startProxy(): Promise<ForwardingProxy> {
  const forwarded: string[] = []
  const server = createServer((request, response) => {
    response.sendDate = false
    if (request.headers['proxy-authorization'] !== KNOWN) return void response.writeHead(407, 'Who Asks', WHO).end('who?')
    forwarded.push(`${request.method} ${request.url}`)
    const { 'proxy-authorization': _, ...headers } = request.headers
    const far = send(request.url ?? '', { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.statusMessage, answer.rawHeaders)
      answer.pipe(response)
    })
    far.on('error', () => response.writeHead(502, 'Not There', { Connection: 'close', 'Content-Length': 0 }).end())
    return void request.pipe(far)
  })
  server.on('connect', (request, client: Socket) => {
    client.on('error', () => {}) // either side may go first
    const refuse = (status: string) => client.end(`HTTP/1.1 ${status}\r\n\r\n`)
    if (request.headers['proxy-authorization'] !== KNOWN) return void refuse('407 Who Asks')
    forwarded.push(`CONNECT ${request.url}`)
    const [host = '', port] = (request.url ?? '').split(':')
    if (host === 'refused.invalid') return void refuse('403 Not For You')
    const far = connect(Number(port), host === 'localhost' ? '127.0.0.1' : host, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      far.pipe(client).pipe(far)
    })
    far.on('error', () => refuse('502 Not There'))
    return undefined
  })
  const close = withConnections(server)
  const port = await listenOnLoopback(server)
  return {
    url: `http://127.0.0.1:${port}`,
    forwarded,
    close,
  }
}
