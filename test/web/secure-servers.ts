// One https server for each certificate, and some that are none.
import { readFile } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import type { TLSSocket, TlsOptions } from 'node:tls'
import { type Route, startServer } from '../../src/bridges/http/test-server.ts'
import { listenOnLoopback, portOf } from '../support/loopback.ts'
import { OK, whole } from './wire.ts'

export interface SecureServers {
  /** Ports by name. */
  readonly ports: Readonly<Record<string, number>>
  close(): Promise<void>
}

const CERTIFICATES = [
  'good',
  'addressed',
  'self-signed',
  'expired',
  'early',
  'other-host',
  'subject-only',
  'wildcard',
  'client-only',
  'by-leaf',
]

/** `folder` is that of makeCertificates. */
export async function startSecureServers(folder: string, route: (path: string) => Route | undefined): Promise<SecureServers> {
  const read = (name: string) => readFile(join(folder, name))
  const own = async (certificate: string, key = certificate) => ({
    cert: await read(`${certificate}.pem`),
    key: await read(`${key}.key`),
  })
  const good = await own('good')
  const options: Record<string, TlsOptions> = {
    chain: await own('chain', 'leaf'),
    'no-chain': await own('leaf'),
    old: { ...good, maxVersion: 'TLSv1.2' },
    new: { ...good, minVersion: 'TLSv1.3' },
    client: { ...good, ca: await read('ca.pem'), requestCert: true, rejectUnauthorized: true },
  }
  for (const name of CERTIFICATES) options[name] = await own(name)
  const secure = await Promise.all(
    Object.entries(options).map(
      async ([name, tls]) => [name, await startServer((path) => (path === '/whoami' ? whoami : route(path)), tls)] as const,
    ),
  )
  const plain = await Promise.all(
    Object.entries(RUDE).map(async ([name, answer]) => [name, await startListener(answer)] as const),
  )
  return {
    ports: Object.fromEntries([
      ...secure.map(([name, { address }]) => [name, Number(address.split(':')[1])]),
      ...plain.map(([name, server]) => [name, portOf(server)]),
    ]),
    async close() {
      for (const [, server] of secure) await server.close()
      for (const [, server] of plain) server.close()
    },
  }
}

const whoami: Route = (socket) => socket.end(whole([OK], (socket as TLSSocket).getPeerCertificate().subject.CN))

const RUDE: Readonly<Record<string, (socket: Socket) => void>> = {
  rude: (socket) => void socket.end(),
  ruder: (socket) => void socket.once('data', () => socket.destroy()),
  plain: (socket) => void socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
}

/** Answers every client, before it has said anything. */
export async function startListener(answer: (socket: Socket) => void): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => {}) // the client may be gone already
    answer(socket)
  })
  await listenOnLoopback(server)
  return server
}
