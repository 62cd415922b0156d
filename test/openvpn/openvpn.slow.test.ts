// From end to end with a stock OpenVPN: its server pushes, its client receives, `watch` and `hook` run what was pushed.
import type { ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { productCommand } from '../support/commands.ts'
import { type Desk, type EventLine, PINNED, SOCKET, withDesk } from './desk.ts'
import { INSIDE, SERVER_NAME } from './network.ts'

const example = (name: string) => readFileSync(fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)), 'utf8')
const script = (name: string, on: string, body: string, more: object = {}) => ({ name, on, platforms: ['linux'], body, ...more })
const TELL = '#!/bin/sh\necho "$N_RECONNECTS $GRACEFUL_DISCONNECT"\n'
const TOLD = [script('tell', 'connect', TELL), script('tell', 'disconnect', TELL)]
const profileOf = (scripts: readonly object[], env: object = {}) => ({ groups: { __DEFAULT__: { env, scripts } } })

/** What the scripts called `tell` printed: N_RECONNECTS and GRACEFUL_DISCONNECT. */
const told = ({ event, scripts }: EventLine) => `${event} ${scripts.find((each) => each.script === 'tell')?.stdout?.trim()}`
/** What the log says was refused. */
const refusals = ({ network }: Desk) =>
  network
    .read('data/py-runner/audit.jsonl')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as { outcome: string }])) // the engine's own lines
    .filter(({ outcome }) => outcome === 'refused')
const outcomes = ({ scripts }: EventLine) => scripts.map(({ script: name, outcome, status }) => [name, outcome, status])

test('both samples are pushed and run: the page at each first connect, the installer once for good', () =>
  withDesk(async (desk) => {
    const { network } = desk
    const installer = randomBytes(100_000)
    mkdirSync(network.path('web'))
    writeFileSync(network.path('web/setup.msi'), installer)
    const [LAUNCH_URL, MSI_HASH] = ['https://intranet.example.com/?a=b&c=d', createHash('sha1').update(installer).digest('hex')]
    const env = { LAUNCH_URL, MSI_URL: `http://${INSIDE}:8000/setup.msi`, MSI_HASH, MSI_OPT: '/q' }
    const samples = [
      script('page', 'connect', example('launch_url.py')),
      script('installer', 'connect', example('install_msi.py')),
    ]
    desk.push(profileOf([...samples, ...TOLD], env))
    network.spawn('server', ['/usr/bin/python3', '-m', 'http.server', '8000', '--directory', 'web'], 'web.log')
    let server = await network.startServer()
    const client = desk.startClient()
    const watch = desk.watch('--once')
    const all = [
      ['page', 'ran', 0],
      ['installer', 'ran', 0],
      ['tell', 'ran', 0],
    ]

    const first = await watch.next()
    expect(outcomes(first), JSON.stringify(first)).toEqual(all)
    expect(told(first)).toBe('connect 0 0')
    const [page, install = [], ...more] = await desk.programs.calls()
    expect(page).toEqual([LAUNCH_URL])
    expect(install.slice(0, 3)).toEqual(['/i', 'setup.msi', '/q'])
    expect(more).toEqual([])

    await network.end(server, 'SIGKILL')
    expect(told(await watch.next())).toBe('disconnect 0 0')
    server = await network.startServer()
    const second = await watch.next()
    expect(outcomes(second)).toEqual(all)
    expect(told(second)).toBe('connect 1 0')

    client.kill('SIGTERM')
    expect(told(await watch.next())).toBe('disconnect 1 1')
    expect(await watch.status()).toBe(0)
    expect(await desk.programs.calls()).toHaveLength(2)

    // A new session of another client and another watch: the page again, the installer no more.
    const again = desk.startClient()
    const anew = desk.watch('--once')
    expect(told(await anew.next())).toBe('connect 0 0')
    again.kill('SIGINT')
    expect(told(await anew.next())).toBe('disconnect 0 1')
    expect(await anew.status()).toBe(0)
    expect((await desk.programs.calls()).slice(2)).toEqual([[LAUNCH_URL]])
    expect(network.read('web.log').match(/GET /g)).toHaveLength(1)
  }))

test('a pushed name that differs from the server’s own is refused as trust, be it trusted or not', () =>
  withDesk(async (desk) => {
    desk.settings({ trustedServers: [SERVER_NAME, 'other.example.com'] })
    desk.push({ ...profileOf(TOLD), server: 'other.example.com' })
    await desk.network.startServer()
    const client = desk.startClient()
    const watch = desk.watch('--once')
    const { scripts, exitCode } = await watch.next()
    expect(exitCode).toBe(125)
    expect(scripts).toMatchObject([{ outcome: 'refused', reason: { code: 'trust' } }])
    expect(scripts[0]?.reason?.message).toContain(`the connection is to ${SERVER_NAME}`)
    client.kill('SIGTERM')
    expect((await watch.next()).scripts).toMatchObject([{ reason: { code: 'trust' } }])
    expect(await watch.status()).toBe(125)
  }))

test('a server whose certificate the connection profile does not ask for is not believed', () =>
  withDesk(async (desk) => {
    desk.push(profileOf(TOLD))
    await desk.network.startServer()
    desk.network.startClient(`management ${SOCKET} unix`, 'management-hold')
    const { scripts } = await desk.watch().next()
    expect(scripts).toMatchObject([{ outcome: 'refused', reason: { code: 'trust' } }])
    expect(scripts[0]?.reason?.message).toContain(PINNED)
  }))

test('a trusted server has the authority that the settings name, and another’s of the same name is refused', () =>
  withDesk(async (desk) => {
    const { network } = desk
    const ca = `sha256:${network.fingerprint('ca.crt')}`
    desk.settings({ trustedServers: [{ name: SERVER_NAME, ca }] })
    desk.push(profileOf(TOLD))
    let server = await network.startServer()
    let client = desk.startClient()
    const watch = desk.watch()
    expect(told(await watch.next())).toBe('connect 0 0')
    client.kill('SIGTERM')
    expect(told(await watch.next())).toBe('disconnect 0 1')

    await network.end(server, 'SIGKILL')
    network.exchangeAuthority()
    server = await network.startServer()
    client = desk.startClient()
    const { scripts } = await watch.next()
    expect(scripts).toMatchObject([{ outcome: 'refused', reason: { code: 'trust' } }])
    expect(scripts[0]?.reason?.message).toContain(network.fingerprint('ca.crt').replaceAll(':', '').toLowerCase())
    client.kill('SIGTERM')
    expect((await watch.next()).scripts).toMatchObject([{ reason: { code: 'trust' } }])
  }))

test('gates are looked at again when a client is killed, which is a disconnect that nobody asked for', () =>
  withDesk(async (desk) => {
    desk.push(profileOf(TOLD))
    await desk.network.startServer()
    const client = desk.startClient()
    const watch = desk.watch()
    expect(told(await watch.next())).toBe('connect 0 0')
    await desk.network.end(client, 'SIGKILL')
    expect(told(await watch.next())).toBe('disconnect 0 0')

    const second = desk.startClient()
    expect(told(await watch.next())).toBe('connect 0 0')
    desk.settings({ allowScripts: false })
    second.kill('SIGTERM')
    const { scripts, graceful } = await watch.next()
    expect(graceful).toBe(true)
    expect(scripts).toMatchObject([{ outcome: 'refused', reason: { code: 'allowScripts' } }])
  }))

test('a client that sleeps is lost and comes back, be it that its watch sleeps too', () =>
  withDesk(async (desk) => {
    const { network } = desk
    desk.push(profileOf(TOLD))
    await network.startServer()
    const client = desk.startClient()
    const watch = desk.watch('--once')
    expect(told(await watch.next())).toBe('connect 0 0')
    // As long as it takes the server to give it up; its own time limit is half of that.
    const sleep = async (...processes: readonly ChildProcess[]) => {
      const givenUp = () => network.read('server-0.log').split('Inactivity timeout (--ping-restart)').length
      const before = givenUp()
      for (const each of processes) each.kill('SIGSTOP')
      await network.until(() => givenUp() > before, 'server-0.log')
      for (const each of processes) each.kill('SIGCONT')
    }
    await sleep(client)
    expect(told(await watch.next())).toBe('disconnect 0 0')
    expect(told(await watch.next())).toBe('connect 1 0')
    await sleep(client, watch.process)
    expect(told(await watch.next())).toBe('disconnect 1 0')
    expect(told(await watch.next())).toBe('connect 2 0')
    // What tools for a sleeping machine send, such as a systemd unit.
    client.kill('SIGUSR1')
    expect(told(await watch.next())).toBe('disconnect 2 0')
    expect(told(await watch.next())).toBe('connect 3 0')
    client.kill('SIGSTOP')
    client.kill('SIGTERM')
    client.kill('SIGCONT')
    expect(told(await watch.next())).toBe('disconnect 3 1')
    expect(await watch.status()).toBe(0)
  }))

test('with exit notification, giving up is no disconnect that somebody asked for', () =>
  withDesk(async (desk) => {
    const { network } = desk
    desk.push(profileOf(TOLD))
    await network.startServer('--push', 'explicit-exit-notify 1')
    const ends: readonly [string, string][] = [
      ['inactive 3 100000', 'disconnect 0 0'],
      ['# as long as it takes', 'disconnect 0 1'],
    ]
    for (const [line, expected] of ends) {
      const client = desk.startClient(line)
      const watch = desk.watch('--once')
      expect(told(await watch.next())).toBe('connect 0 0')
      if (expected.endsWith('1')) client.kill('SIGTERM')
      expect(told(await watch.next())).toBe(expected)
      expect(watch.text).toContain('EXITING: exit-with-notification')
      expect(await watch.status()).toBe(0)
    }
  }))

test('what does not arrive whole runs nothing', () =>
  withDesk(async (desk) => {
    desk.push(profileOf([...TOLD, script('long', 'connect', `#!/bin/sh\n#${'x'.repeat(2000)}\n`)]))
    const file = desk.network.path(`ccd/DEFAULT`)
    const lines = readFileSync(file, 'utf8').split('\n')
    await desk.network.startServer()
    for (const [code, changed] of [
      ['out-of-order', lines.filter((_, i) => i !== 3)],
      ['incomplete', lines.slice(0, 5)],
      ['repeated', lines.flatMap((line, i) => (i === 3 ? [line, line] : [line]))],
      ['version', lines.map((line) => line.replace('py-runner:1:', 'py-runner:2:'))],
    ] as const) {
      writeFileSync(file, `${changed.join('\n')}\n`)
      const client = desk.startClient()
      const watch = desk.watch('--once')
      expect(await watch.next()).toMatchObject({ event: 'connect', exitCode: 125, reason: { code } })
      client.kill('SIGTERM')
      expect(await watch.status()).toBe(125)
      const by = { event: 'connect', server: SERVER_NAME, outcome: 'refused' }
      expect(refusals(desk).slice(-2)).toMatchObject([
        { ...by, reason: { code } },
        { ...by, event: 'disconnect', reason: { code } },
      ])
    }
  }))

test('250 KB arrive; who attaches late gets a short script, and of a long one hears that it is incomplete', () =>
  withDesk(async (desk) => {
    const { network } = desk
    const long = script('long', 'connect', `#!/bin/sh\n#${'x'.repeat(250_000)}\necho whole\n`)
    desk.push(profileOf([long, ...TOLD]))
    await network.startServer()
    const client = desk.startClient()
    const watch = desk.watch()
    const { scripts } = await watch.next()
    expect(scripts).toMatchObject([{ script: 'long', stdout: 'whole\n' }, { script: 'tell' }])

    // A watch that is started anew knows this connection; it was told too little to run its disconnect.
    await network.end(watch.process, 'SIGTERM')
    const late = desk.watch('--once')
    await late.says('CONNECTED')
    client.kill('SIGTERM')
    expect(await late.next()).toMatchObject({ event: 'disconnect', reason: { code: 'incomplete' } })
    await late.status()

    desk.push(profileOf(TOLD))
    const second = desk.network.startClient(PINNED, `management ${SOCKET} unix`)
    await network.until(() => network.read('client.log').split('Initialization Sequence Completed').length > 2, 'client.log')
    const short = desk.watch()
    expect(told(await short.next())).toBe('connect 0 0')
    await network.end(short.process, 'SIGTERM')
    const again = desk.watch('--once')
    await again.says('CONNECTED')
    second.kill('SIGTERM')
    expect(told(await again.next())).toBe('disconnect 0 1')
  }))

test('the management interface’s password is given, and stands in no log', () =>
  withDesk(async (desk) => {
    const { network } = desk
    const password = `word-${randomBytes(8).toString('hex')}`
    desk.push(profileOf(TOLD))
    for (const [name, content] of Object.entries({ right: password, wrong: `no-${password}` }))
      writeFileSync(network.path(name), `${content}\n`, { mode: 0o600 })
    await network.startServer()
    network.startClient(PINNED, `management ${SOCKET} unix right`, 'management-hold')
    await network.until(() => existsSync(network.path(SOCKET)), 'client.log')
    const wrong = desk.watch('--password-file', 'wrong')
    expect(await wrong.status()).toBe(2)
    expect(wrong.text).toContain('refuses the password')
    const none = desk.watch()
    expect(await none.status()).toBe(2)
    expect(none.text).toContain('--password-file')
    const right = desk.watch('--password-file', 'right')
    expect(told(await right.next())).toBe('connect 0 0')
    const logs = readdirSync(network.folder).filter((name) => name.endsWith('.log'))
    expect(logs.length).toBeGreaterThan(4)
    for (const name of logs) expect(network.read(name)).not.toContain(password)
  }))

test('holds are released only when that is asked for', () =>
  withDesk(async (desk) => {
    desk.push(profileOf(TOLD))
    await desk.network.startServer()
    desk.startClient()
    const watch = desk.watchHolding()
    await watch.says('--release-hold does')
    await desk.network.end(watch.process, 'SIGTERM')
    expect(desk.network.read('client.log')).not.toContain('link remote')
    expect(told(await desk.watch().next())).toBe('connect 0 0')
  }))

test('a hook of OpenVPN’s runs the same, with what the server sets besides', () =>
  withDesk(async (desk) => {
    const { network } = desk
    const body = '#!/bin/sh\necho "$EVENT $N_RECONNECTS $GRACEFUL_DISCONNECT $A $B" >> told\n'
    const scripts = ['connect', 'disconnect'].map((on) => script('tell', on, body.replace('$EVENT', on)))
    desk.push(profileOf(scripts, { A: 'of all', B: 'of all' }), '--for', 'hook')
    let server = await network.startServer('--push', 'setenv-safe B of-this-server')
    const command = (event: string) =>
      `"${[...productCommand(), 'hook', event, '--settings', network.path('settings.json')].join(' ')}"`
    const hooks = [`route-up ${command('connect')}`, `down ${command('disconnect')}`]
    const client = network.startClient(PINNED, `setenv XDG_DATA_HOME ${network.path('data')}`, ...hooks)
    const certificates = { ca: network.fingerprint('ca.crt'), certificate: network.fingerprint('server.crt') }
    const pins = Object.fromEntries(Object.entries(certificates).map(([name, of]) => [name, `sha256:${of}`]))
    desk.settings({ trustedServers: [{ name: SERVER_NAME, ...pins }] })
    const lines = () => network.read(`data/py-runner/servers/${SERVER_NAME}/told`).trim().split('\n')
    const toldSoFar = async (count: number) => {
      await network.until(() => lines().length >= count && lines()[0] !== '', 'client.log')
      return lines().at(-1)
    }
    expect(await toldSoFar(1)).toBe('connect 0 0 of all of-this-server')
    await network.end(server, 'SIGKILL')
    expect(await toldSoFar(2)).toBe('disconnect 0 0 of all of-this-server')
    server = await network.startServer()
    expect(await toldSoFar(3)).toBe('connect 1 0 of all of all')
    client.kill('SIGTERM')
    expect(await toldSoFar(4)).toBe('disconnect 1 1 of all of all')

    await network.end(server, 'SIGKILL')
    network.exchangeAuthority()
    await network.startServer()
    const again = network.startClient(PINNED, `setenv XDG_DATA_HOME ${network.path('data')}`, ...hooks)
    await network.until(() => refusals(desk).length > 0, 'client.log')
    again.kill('SIGTERM')
    await network.until(() => refusals(desk).length > 1, 'client.log')
    expect(refusals(desk)).toMatchObject([
      { event: 'connect', reason: { code: 'trust' } },
      { event: 'disconnect', reason: { code: 'trust' } },
    ])
    expect(lines()).toHaveLength(4)
  }))

test('a hook keeps OpenVPN from nothing: neither what is refused nor what hangs', () =>
  withDesk(async (desk) => {
    const { network } = desk
    const body = (event: string) => `#!/bin/sh\necho "${event} $N_RECONNECTS $$" >> told\n`
    const hangs = script('tell', 'disconnect', `${body('disconnect')}exec sleep 600\n`, { timeout: '1h' })
    desk.push(profileOf([script('tell', 'connect', body('connect')), hangs]), '--for', 'hook')
    const command = (event: string) =>
      `"${[...productCommand(), 'hook', event, '--settings', network.path('settings.json')].join(' ')}"`
    const server = await network.startServer()
    const hooks = [`up ${command('connect')}`, `down ${command('disconnect')}`]
    const client = network.startClient(PINNED, `setenv XDG_DATA_HOME ${network.path('data')}`, ...hooks)
    const lines = () => network.read(`data/py-runner/servers/${SERVER_NAME}/told`).split('\n').slice(0, -1)
    await network.until(() => lines().length === 1, 'client.log', client)
    desk.settings({ allowScripts: false })
    await network.end(server, 'SIGKILL')
    await network.until(() => refusals(desk).length === 1, 'client.log', client)
    desk.settings()
    await network.startServer()
    await network.until(() => lines().length === 2, 'client.log', client)
    client.kill('SIGTERM')
    await network.until(() => client.exitCode !== null, 'client.log')
    expect(client.exitCode).toBe(0)
    await network.until(() => lines().length === 3, 'client.log')
    const [first, second, third = ''] = lines()
    expect([first, second, third].map((line) => line?.replace(/ \d+$/, ''))).toEqual(['connect 0', 'connect 1', 'disconnect 1'])
    process.kill(Number(third.split(' ')[2]), 'SIGKILL')
  }))
