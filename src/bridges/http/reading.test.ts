// Reading TLS makes no memory that waits for the collector, however fast it comes; the server is openssl's.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { truncate, writeFile } from 'node:fs/promises'
import net from 'node:net'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import tls from 'node:tls'
import { expect, it } from 'vitest'
import { inFreshFolder } from '../../../test/support/fresh-folder.ts'
import { readTls } from './reading.ts'
import { makeAuthority } from './test-authority.ts'

const MEGABYTES = 100

it('a hundred megabytes, read by one who has room now and then', () =>
  inFreshFolder(async (folder) => {
    await makeAuthority(folder)
    await writeFile(join(folder, 'page'), '')
    await truncate(join(folder, 'page'), MEGABYTES << 20)
    const keys = ['-cert', 'server.pem', '-key', 'server.key']
    const server = spawn('openssl', ['s_server', '-accept', '127.0.0.1:0', ...keys, '-WWW'], { cwd: folder })
    try {
      const socket = tls.connect({ socket: net.connect(await portOf(server.stdout), '127.0.0.1'), rejectUnauthorized: false })
      socket.write('GET /page HTTP/1.0\r\n\r\n')
      let bytes = 0
      let most = 0
      const before = process.memoryUsage().arrayBuffers
      readTls(socket, async (part) => {
        bytes += part.length
        most = Math.max(most, process.memoryUsage().arrayBuffers - before)
        if (bytes % 7 === 0) await turn() // so that it comes whole, in parts, and while nobody takes any
      })
      await once(socket, 'end')
      expect(bytes).toBeGreaterThan(MEGABYTES << 20) // and a head
      expect(most).toBeLessThan(4e6)
    } finally {
      server.kill()
    }
  }))

async function portOf(output: AsyncIterable<Buffer>): Promise<number> {
  let said = ''
  for await (const part of output) {
    said += part
    const port = /ACCEPT \S*:(\d+)\n/.exec(said)?.[1]
    if (port) return Number(port)
  }
  throw new Error(`openssl s_server said: ${said}`)
}
