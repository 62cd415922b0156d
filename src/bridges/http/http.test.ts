// urllib.request over the host, in both seats, against python3 over its own sockets: the same program prints the same facts.
import { createServer, type Server, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { nativePython, productCommand } from '../../../test/support/commands.ts'
import { inFreshFolder } from '../../../test/support/fresh-folder.ts'
import { listenOnLoopback, portOf } from '../../../test/support/loopback.ts'
import { runCommand } from '../../../test/support/run-command.ts'
import { makeAuthority } from './test-authority.ts'
import { startProxy } from './test-proxy.ts'
import { routes } from './test-routes.ts'
import { startServer, type TestServer } from './test-server.ts'

const SEATS = ['inline', 'worker'] as const

test.for(SEATS)('responses are read as from a socket in the %s seat', { timeout: 0 }, (seat) =>
  withServer((server) => compare('responses', seat, [server])),
)

test.for(SEATS)('requests are sent byte for byte as CPython does in the %s seat', { timeout: 0 }, (seat) =>
  withServer((server) => compare('requests', seat, [server])),
)

test.for(SEATS)('what a server does wrong is the error that CPython makes of it in the %s seat', { timeout: 0 }, (seat) =>
  withServer(async (server) => compare('refusals', seat, [server, `${await closedPort()}/`])),
)

test.for(SEATS)('a timeout ends every step in the %s seat', { timeout: 0 }, (seat) =>
  withServer((server) => compare('timeouts', seat, [server])),
)

test.for(SEATS)('https trusts and refuses as the context says in the %s seat', { timeout: 0 }, (seat) =>
  inFreshFolder(async (folder) => {
    const authority = await makeAuthority(folder)
    const secure = await startServer(routes(), authority.server)
    const rude = await startListener((socket) => socket.end())
    const plain = await startListener((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    try {
      const port = secure.address.split(':')[1]
      const urls = [`localhost:${port}`, secure.address, addressOf(plain), addressOf(rude)].map((address) => `https://${address}`)
      await compare('https', seat, [...urls, authority.file])
    } finally {
      rude.close()
      plain.close()
      await secure.close()
    }
  }),
)

test.for(SEATS)('a context that asks for lists of revoked certificates is refused in the %s seat', (seat) =>
  inFreshFolder(async (cwd) => {
    const authority = await makeAuthority(cwd)
    const secure = await startServer(routes(), authority.server)
    try {
      const program = new URL('programs/revoked.py', import.meta.url).pathname
      const url = `https://localhost:${secure.address.split(':')[1]}/lines`
      const { stdout } = await runCommand({ argv: [...productCommand(), '--seat', seat, program, url, authority.file], cwd })
      const refused = 'SSLError lists of revoked certificates are not looked at .*'
      expect(stdout.toString()).toMatch(new RegExp(`^${refused}\n${refused}\n200\n$`))
    } finally {
      await secure.close()
    }
  }),
)

test.for(SEATS)('proxies are asked, and tunnelled through, as CPython does in the %s seat', { timeout: 0 }, (seat) =>
  inFreshFolder(async (folder) => {
    const authority = await makeAuthority(folder)
    const secure = await startServer(routes(), authority.server)
    const proxy = await startProxy()
    try {
      const port = secure.address.split(':')[1]
      await compare('proxies', seat, [`http://${proxy.address}`, `https://localhost:${port}`, authority.file])
      const half = proxy.heads.length / 2
      expect(proxy.heads.slice(half)).toEqual(proxy.heads.slice(0, half))
    } finally {
      await proxy.close()
      await secure.close()
    }
  }),
)

/** Answers the first bytes of every client, whatever they are. */
async function startListener(answer: (socket: Socket) => void): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => {}) // the client may be gone already
    socket.once('data', () => answer(socket))
  })
  await listenOnLoopback(server)
  return server
}

function addressOf(server: Server): string {
  return `localhost:${portOf(server)}`
}

async function withServer(use: (url: string) => Promise<void>): Promise<void> {
  const server: TestServer = await startServer(routes())
  try {
    await use(`http://${server.address}`)
  } finally {
    await server.close()
  }
}

async function closedPort(): Promise<string> {
  const server = await startServer(routes())
  await server.close()
  return `http://${server.address}`
}

async function compare(name: string, seat: (typeof SEATS)[number], args: readonly string[]): Promise<void> {
  const program = new URL(`programs/test_${name}.py`, import.meta.url).pathname
  const run = (command: readonly string[]) =>
    inFreshFolder(async (cwd) => {
      const { rc, stdout, stderr } = await runCommand({ argv: [...command, program, ...args], cwd })
      return { rc, lines: comparable(stdout.toString('latin1')).split('\n'), stderr: stderr.toString() }
    })
  const native = await run(nativePython)
  expect(native).toMatchObject({ rc: 0, stderr: '' })
  expect(await run([...productCommand(), '--seat', seat])).toEqual(native)
}

/** Without what belongs to the version of Python. */
function comparable(text: string): string {
  return text.replace(/Python-urllib\/3\.\d+/gi, 'Python-urllib/3')
}
