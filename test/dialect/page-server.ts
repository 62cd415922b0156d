// A web server for the programs in layer/: every status, redirections, a page cut short, and an echo of the request.
// It runs in the test's own process, on 127.0.0.1.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Pages = { readonly url: string; readonly close: () => Promise<void> }

export async function startPages(): Promise<Pages> {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port, not on a pipe
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? ''
  const [, route, rest] = path.split('/')
  response.shouldKeepAlive = false
  response.setHeader('Content-Type', 'text/plain; charset=x')
  if (route === 'status') send(response, Number.parseInt(rest ?? '', 10), `page of ${rest}`)
  else if (route === 'login') send(response.setHeader('WWW-Authenticate', rest ?? ''), 401, 'who are you')
  else if (route === 'redirect') send(response.setHeader('Location', decodeURIComponent(rest ?? '')), 302, 'over there')
  else if (route === 'circle') send(response.setHeader('Location', path), 302, 'round and round')
  else if (route === 'short') cutShort(response)
  else if (route === 'echo') send(response, 200, await echo(request))
  else send(response, 200, `page of ${path}`)
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'Content-Length': Buffer.byteLength(body) }).end(body)
}

function cutShort(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Length': 20 })
  response.write('0123456789', () => response.destroy())
}

async function echo(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const { authorization, accept } = request.headers
  const agent = request.headers['user-agent']
  return [request.method, request.url, agent, accept, authorization, Buffer.concat(chunks).toString('latin1')].join('|')
}
