// What the programs of `waits` wait for, all of which never comes: a server that neither reads nor answers, a lock that
// another process keeps, a desktop's launcher that does not end.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Peers {
  readonly port: number
  /** PATH with the launcher first, and a display that there is none of. */
  readonly env: Readonly<Record<string, string>>
  /** Puts the lock into a folder. */
  lock(folder: string): Promise<void>
  close(): void
}

export async function startPeers(folder: string): Promise<Peers> {
  const sockets = new Set<Socket>()
  const server: Server = createServer({ pauseOnConnect: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined) // who gave up may reset it
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bin = join(folder, 'bin')
  await mkdir(bin)
  await writeFile(join(bin, 'xdg-open'), '#!/bin/sh\nexec sleep 20\n')
  await chmod(join(bin, 'xdg-open'), 0o755)
  const holders: ChildProcess[] = []
  return {
    port: (server.address() as AddressInfo).port, // it listens to a port
    env: { PATH: `${bin}:/usr/bin:/bin`, DISPLAY: ':0' },
    async lock(place) {
      await writeFile(join(place, 'locked'), '')
      const holder = spawn('/usr/bin/python3', [fileURLToPath(new URL('hold.py', import.meta.url))], {
        cwd: place,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      holders.push(holder)
      await once(holder.stdout, 'data')
    },
    close() {
      for (const holder of holders) holder.kill('SIGKILL')
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
