// A server for the tests that answers byte by byte what a test wants to see, right or wrong: each route writes to the bare
// connection. Routes that wait end with the client.
import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createSecureServer, type TlsOptions } from 'node:tls'
import { listenOnLoopback } from '../../../test/support/loopback.ts'

export interface TestServer {
  /** 127.0.0.1:PORT. */
  readonly address: string
  /** The heads of all requests, in order. */
  readonly heads: readonly string[]
  close(): Promise<void>
}

export interface TestRequest {
  readonly path: string
  readonly head: string
  /** The body as it came, chunks and all. */
  readonly body: string
}
export type Route = (socket: Socket, request: TestRequest) => void

export async function startServer(route: (path: string) => Route | undefined, tls?: TlsOptions): Promise<TestServer> {
  const heads: string[] = []
  const sockets = new Set<Socket>()
  const accept = (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {}) // the client may go at any moment: that is what many tests are about
    readRequest(socket, (request) => {
      heads.push(request.head)
      const answer = route(request.path)
      if (answer) answer(socket, request)
      else socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\nnot here\n')
    })
  }
  const server: Server = tls ? createSecureServer(tls, accept) : createServer(accept)
  server.on('tlsClientError', () => {}) // a client that does not like the certificate
  const port = await listenOnLoopback(server)
  return {
    address: `127.0.0.1:${port}`,
    heads,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

const HEAD_END = '\r\n\r\n'

function readRequest(socket: Socket, done: (request: TestRequest) => void): void {
  let text = ''
  const look = (part: Buffer) => {
    text += part.toString('latin1')
    const end = text.indexOf(HEAD_END)
    if (end < 0) return
    const head = text.slice(0, end + HEAD_END.length)
    const body = text.slice(head.length)
    if (!isWhole(head, body)) return
    socket.off('data', look)
    done({ path: head.split(' ')[1] ?? '', head, body })
  }
  socket.on('data', look)
}

function isWhole(head: string, body: string): boolean {
  if (/^transfer-encoding: chunked\r$/im.test(head)) return body.endsWith(`0${HEAD_END}`)
  return body.length >= Number(/^content-length: (\d+)\r$/im.exec(head)?.[1] ?? 0)
}
