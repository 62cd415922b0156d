// watch at a management interface that misbehaves as OpenVPN does not: noise, floods, and a link that is cut. What OpenVPN really says
// is in test/openvpn.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toChunks } from '../../../src/scripting/openvpn/chunks.ts'
import { type Client, cli, OPEN, onClient, SERVER, sh } from '../support.ts'

const TELL = 'echo "$N_RECONNECTS $GRACEFUL_DISCONNECT"'
const PUSHED = JSON.stringify({
  version: 1,
  server: SERVER,
  groups: { __DEFAULT__: { scripts: [sh('tell', TELL), sh('tell', TELL, { on: 'disconnect' })] } },
})
const AT = 1_700_000_000
const state = (name: string, reason = '') => `${AT},${name},${reason},,,,,`
const VERIFIED = `${AT},I,[${SERVER}] Peer Connection Initiated with [AF_INET]10.0.0.1:1194`
const echoed = toChunks(PUSHED).map((word) => `${AT},${word}`)

/** Answers what watch asks, with these histories. */
async function listen(path: string, histories: Readonly<Record<string, readonly string[]>>): Promise<[Server, Promise<Socket>]> {
  const server = createServer()
  const attached = new Promise<Socket>((resolve) => {
    server.on('connection', (link) => {
      const say = (...lines: readonly string[]) => link.write(lines.map((line) => `${line}\r\n`).join(''))
      link.on('error', () => {}) // it may be gone while we still talk
      say('>INFO:OpenVPN Management Interface Version 5')
      let asked = ''
      link.on('data', (bytes: Buffer) => {
        asked += bytes.toString()
        for (let end = asked.indexOf('\n'); end >= 0; end = asked.indexOf('\n')) {
          const [word = ''] = asked.slice(0, end).split(' ')
          asked = asked.slice(end + 1)
          if (word === 'pid') say('SUCCESS: pid=4711')
          else say(`SUCCESS: real-time ${word} notification set to ON`, ...(histories[word] ?? []), 'END')
          if (word === 'state') resolve(link)
        }
      })
    })
  })
  server.listen(path)
  await once(server, 'listening')
  return [server, attached]
}

function watch(client: Client, ...more: readonly string[]) {
  const words = [
    'watch',
    '--management',
    'a.sock',
    '--config',
    'client.ovpn',
    '--settings',
    'settings.json',
    '--json',
    '--once',
    ...more,
  ]
  const child = spawn(process.execPath, [cli, ...words], { cwd: client.folder, env: client.environment })
  const printed = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (bytes: Buffer) => void (printed[name] += bytes.toString()))
  const next = async () => {
    while (!printed.stdout.includes('\n')) await once(child.stdout, 'data')
    const end = printed.stdout.indexOf('\n')
    const line = printed.stdout.slice(0, end)
    printed.stdout = printed.stdout.slice(end + 1)
    return JSON.parse(line) as { event: string; scripts: readonly { stdout: string }[] } // the command's own words
  }
  const closed = once(child, 'close')
  const end = (signal: NodeJS.Signals) => void child.kill(signal)
  return { printed, next, end, status: async () => (await closed)[0] as number | null }
}

const onMachine = (use: (client: Client) => Promise<void>) =>
  onClient(async (client) => {
    client.settings(OPEN)
    client.write('client.ovpn', `remote ${SERVER}\nremote-cert-tls server\n`)
    await use(client)
  })

test('noise and floods are survived, and a cut link is found again without a second event', () =>
  onMachine(async (client) => {
    const [server, attached] = await listen(client.path('a.sock'), { state: [state('CONNECTING')] })
    const watching = watch(client)
    const link = await attached
    const say = async (...lines: readonly (string | Buffer)[]) => {
      for (const line of lines)
        if (!link.write(Buffer.concat([Buffer.from(line), Buffer.from('\r\n')]))) await once(link, 'drain')
    }
    await say(`>STATE:${state('WAIT')}`)
    await say(
      randomBytes(100_000),
      Buffer.alloc(3_000_000, '>'),
      '>STATE:',
      '>ECHO:',
      '>LOG:x',
      '>HOLD',
      'END',
      'SUCCESS: pid=1',
      'ERROR: no',
    )
    for (let i = 0; i < 20_000; i++)
      await say(`>ECHO:${AT},py-runner:1:${i}:${'x'.repeat(200)}`, `>LOG:${AT},I,${'y'.repeat(200)}`)
    await say('>PASSWORD:Auth-Token:very-secret-token', `>STATE:${state('WAIT')}`, `>LOG:${VERIFIED}`)
    await say(...echoed.map((line) => `>ECHO:${line}`), `>STATE:${state('CONNECTED', 'SUCCESS')}`)
    expect(await watching.next()).toMatchObject({ event: 'connect', scripts: [{ stdout: '0 0\n' }] })

    // Another link to the same process, which is connected as before.
    unlinkSync(client.path('a.sock'))
    server.close()
    const histories = { state: [state('WAIT'), state('CONNECTED', 'SUCCESS')], log: [VERIFIED], echo: echoed }
    const [again, anew] = await listen(client.path('a.sock'), histories)
    link.destroy()
    const second = await anew
    second.write(`>STATE:${state('EXITING', 'SIGTERM')}\r\n`)
    expect(await watching.next()).toMatchObject({ event: 'disconnect', scripts: [{ stdout: '0 1\n' }] })
    again.close()
    second.destroy()
    expect(await watching.status()).toBe(0)
    expect(watching.printed.stdout).toBe('')
    expect(watching.printed.stderr).not.toContain('secret')
  }))

test('a client that is gone without a word was lost', () =>
  onMachine(async (client) => {
    const histories = { state: [state('WAIT'), state('CONNECTED', 'SUCCESS')], log: [VERIFIED], echo: echoed }
    const [server, attached] = await listen(client.path('a.sock'), histories)
    const watching = watch(client)
    const link = await attached
    expect(await watching.next()).toMatchObject({ event: 'connect', scripts: [{ stdout: '0 0\n' }] })
    server.close()
    link.destroy()
    expect(await watching.next()).toMatchObject({ event: 'disconnect', scripts: [{ stdout: '0 0\n' }] })
    expect(await watching.status()).toBe(0)
  }))

test('a process of the same number, after the machine was started again, has a session of its own', () =>
  onMachine(async (client) => {
    const histories = { state: [state('WAIT'), state('CONNECTED', 'SUCCESS')], log: [VERIFIED], echo: echoed }
    const [server, attached] = await listen(client.path('a.sock'), histories)
    const watching = watch(client)
    await attached
    expect(await watching.next()).toMatchObject({ event: 'connect', scripts: [{ stdout: '0 0\n' }] })
    watching.end('SIGKILL')
    await watching.status()
    const folder = client.path('data/py-runner')
    const [file = ''] = readdirSync(folder).filter((name) => name.startsWith('session-'))
    const kept = readFileSync(join(folder, file), 'utf8')
    const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    expect(kept).toContain(bootId)
    writeFileSync(join(folder, file), kept.replace(bootId, 'another'), { mode: 0o600 })
    const again = watch(client)
    expect(await again.next()).toMatchObject({ event: 'connect', scripts: [{ stdout: '0 0\n' }] })
    again.end('SIGKILL')
    await again.status()
    server.close()
  }))
