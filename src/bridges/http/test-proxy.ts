// A proxy for the tests: it answers plain requests by showing them, and opens tunnels, except to names that it refuses.
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { listenOnLoopback, withConnections } from '../../../test/support/loopback.ts'
import type { TestServer } from './test-server.ts'

export async function startProxy(): Promise<TestServer> {
  const heads: string[] = []
  const server = createServer((request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/plain' })
    response.end(`${request.method} ${request.url}\n${request.rawHeaders.join('\n')}\n`)
  })
  server.on('connect', (request, client) => {
    heads.push(`CONNECT ${request.url} ${request.headers['proxy-authorization'] ?? ''}`)
    const [host = '', port] = (request.url ?? '').split(':')
    client.on('error', () => {}) // either side may go first
    if (host.endsWith('.invalid')) return client.end('HTTP/1.1 403 Not For You\r\n\r\n')
    const far = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      far.pipe(client).pipe(far)
    })
    far.on('error', () => client.destroy())
    return undefined
  })
  const close = withConnections(server)
  const port = await listenOnLoopback(server)
  return {
    address: `127.0.0.1:${port}`,
    heads,
    close,
  }
}
