// A real web server on 127.0.0.1 that serves the given bytes by path and counts what it was asked for.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { listenOnLoopback } from './loopback.ts'

export interface FileServer {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string
  /** `METHOD /path` of every request, in order. */
  readonly requests: readonly string[]
}

/** Serves for as long as `use` runs; a path that is not there is a 404 with a page, as servers do. */
export async function withFileServer(
  files: ReadonlyMap<string, Buffer>,
  use: (server: FileServer) => Promise<void>,
): Promise<void> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    requests.push(`${request.method} ${path}`)
    const body = files.get(path)
    response.writeHead(body ? 200 : 404, { 'content-type': body ? 'application/octet-stream' : 'text/html' })
    response.end(body ?? '<h1>Not Found</h1>')
  })
  const port = await listenOnLoopback(server)
  try {
    await use({ origin: `http://127.0.0.1:${port}`, requests })
  } finally {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
}
