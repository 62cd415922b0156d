// CONNECT through a proxy: CPython Lib/http/client.py, HTTPConnection._tunnel.
import http from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { HttpRequest, Tunnel } from './request.ts'

/** The proxy answered, and not with 200. */
export class TunnelError extends Error {
  override readonly name = 'TunnelError'
}

/** The connection to the tunnel's far end, which the proxy of `request` holds open. */
export function openTunnel(request: HttpRequest, { host, port, headers }: Tunnel): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const target = `${host.includes(':') ? `[${host}]` : host}:${port}`
    const lines = headers.flat()
    const connect = http.request({
      host: request.host,
      port: request.port,
      method: 'CONNECT',
      path: target,
      headers: lines,
      agent: false,
    })
    connect.on('connect', ({ statusCode, statusMessage }, socket: Duplex, head) => {
      if (statusCode === 200) {
        if (head.length > 0) socket.unshift(head)
        resolve(socket as Socket) // a plain connection of ours: Node's types allow for others
      } else {
        socket.destroy()
        reject(new TunnelError(`Tunnel connection failed: ${statusCode} ${(statusMessage ?? '').trim()}`))
      }
    })
    connect.on('error', reject)
    connect.end()
  })
}
