// A signal while a request waits: it ends the request and its connection, or, with a handler, leaves it alone.
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import type { Readable, Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { productCommand } from '../../../test/support/commands.ts'
import { startServer } from './test-server.ts'

test('an interrupt ends a request that waits, and its connection', { timeout: 0 }, () =>
  whileWaiting([], async ({ child, connection, said }) => {
    const closed = once(connection, 'close')
    child.kill('SIGINT')
    await closed
    child.stdin.end()
    await once(child, 'close')
    expect(said()).toBe('interrupted\n')
  }),
)

test('a signal that a handler takes leaves the request alone: it is sent once and answered', { timeout: 0 }, () =>
  whileWaiting(['handles'], async ({ child, connection, said, heads }) => {
    const handled = once(child.stdout, 'data')
    child.kill('SIGINT')
    await handled
    connection.end('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nlate')
    child.stdin.end()
    await once(child, 'close')
    expect(said()).toBe("handled\nb'late'\n")
    expect(heads).toHaveLength(1)
  }),
)

interface Waiting {
  readonly child: ChildProcessByStdio<Writable, Readable, null>
  readonly connection: Socket
  readonly heads: readonly string[]
  said(): string
}

/** Starts the program in the worker seat, which takes signals, and goes on when its request has arrived. */
async function whileWaiting(args: readonly string[], use: (waiting: Waiting) => Promise<void>): Promise<void> {
  let arrived: (socket: Socket) => void = () => {}
  const connected = new Promise<Socket>((resolve) => (arrived = resolve))
  const server = await startServer(() => (socket) => {
    socket.resume()
    arrived(socket)
  })
  const program = new URL('programs/test_interrupt.py', import.meta.url).pathname
  const [node = '', ...words] = [...productCommand(), '--seat', 'worker', program, `http://${server.address}/`, ...args]
  const child = spawn(node, words, { stdio: ['pipe', 'pipe', 'inherit'] })
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  try {
    await use({ child, connection: await connected, heads: server.heads, said: () => Buffer.concat(parts).toString() })
  } finally {
    child.kill('SIGKILL')
    await server.close()
  }
}
