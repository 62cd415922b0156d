// A proxy for the tests: it answers plain requests by showing them, and opens tunnels, except to names that it refuses.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { TestServer } from './test-server.ts'

export async function startProxy(): Promise<TestServer> {
  const heads: string[] = []
  const sockets = new Set<Socket>()
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
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  return {
    address: `127.0.0.1:${address.port}`,
    heads,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
