// What a client gets that imports py-runner/scripting: the built file, as it is installed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { underTest } from '../support/under-test.ts'
import { type Client, isResult, OPEN, onClient, SERVER, sh } from './support.ts'

type Library = typeof import('../../src/scripting/index.ts')
const { runEvent, approvals, next, NO_SESSION, parseProfile, UsageError } = (await import(
  join(underTest, 'scripting.mjs')
)) as Library // the same source, built

const place = (client: Client) => ({ data: client.path('data'), environment: client.environment })

test('one call an event: server, profile and settings go in, what became of each script comes out', () =>
  onClient(async (client) => {
    client.profile([
      { name: 'python', on: 'connect', platforms: ['linux'], body: '#!python\nimport os; print(os.environ["N_RECONNECTS"])' },
      sh('bye', 'echo "$N_RECONNECTS $GRACEFUL_DISCONNECT"', { on: 'disconnect' }),
    ])
    const profile = readFileSync(client.path('profile.json'), 'utf8')
    let session = NO_SESSION
    const seen: (string | undefined)[] = []
    for (const happening of ['connected', 'lost', 'connected', 'user-disconnected'] as const) {
      const { session: after, event } = next(session, happening)
      session = after
      if (!event) continue
      const result = await runEvent(
        { event, profile, server: SERVER, session: after },
        { ...place(client), settings: () => ({ ...OPEN, approval: 'silent' }) },
      )
      expect(isResult(JSON.parse(JSON.stringify(result))), JSON.stringify(isResult.errors)).toBe(true)
      expect(result.exitCode).toBe(0)
      seen.push(result.scripts[0]?.stdout)
    }
    expect(seen).toEqual(['0\n', '0 0\n', '1\n', '1 1\n'])
  }))

test('without settings nothing runs; the pushed name is never taken for the server', () =>
  onClient(async (client) => {
    client.profile([sh('a', 'echo a')])
    const profile = parseProfile(readFileSync(client.path('profile.json'), 'utf8'), 'p')
    const codes = async (server: string, settings: object) => {
      const { exitCode, scripts } = await runEvent(
        { event: 'connect', profile, server },
        { ...place(client), settings: () => settings },
      )
      return [exitCode, ...scripts.map(({ reason }) => reason?.code)]
    }
    expect(await codes(SERVER, {})).toEqual([125, 'trust'])
    expect(await codes('evil.example.com', { ...OPEN, trustedServers: ['evil.example.com', SERVER] })).toEqual([125, 'trust'])
    expect(await codes(SERVER, OPEN)).toEqual([0, undefined])
  }))

test('approvals are the client’s to show and to take back', () =>
  onClient(async (client) => {
    client.profile([sh('a', 'echo a')])
    const profile = readFileSync(client.path('profile.json'), 'utf8')
    const options = { ...place(client), settings: () => ({ ...OPEN, approval: 'ask' as const }) }
    const run = (approve?: () => Promise<boolean>) =>
      runEvent({ event: 'connect', profile, server: SERVER }, approve ? { ...options, approve } : options)
    expect((await run(async () => true)).exitCode).toBe(0)
    expect((await run()).exitCode).toBe(0)
    const store = approvals(options)
    expect(store.list()).toMatchObject([{ script: 'a', server: SERVER, level: 'user' }])
    expect(await store.revoke('a')).toHaveLength(1)
    expect((await run()).exitCode).toBe(125)
  }))

test('what a client in JavaScript gets wrong is said before anything runs', () =>
  onClient(async (client) => {
    client.profile([sh('a', 'echo a')])
    const profile = JSON.parse(readFileSync(client.path('profile.json'), 'utf8'))
    const good = { event: 'connect', profile, server: SERVER }
    for (const [wrong, words] of [
      [{ event: 'boot' }, 'event is "boot", and has to be connect or disconnect'],
      [{ server: undefined }, 'server is undefined'],
      [{ server: 'a b' }, '"a b" is no name of a server'],
      [{ platform: 'bsd' }, 'platform is "bsd"'],
      [{ platform: 'windows' }, 'cannot run on linux'],
      [{ session: { reconnects: -1, graceful: false } }, 'session.reconnects is -1'],
      [{ profile: { ...profile, extra: 1 } }, 'profile: extra is no key that is known here'],
      [{ profile: '{' }, 'profile: is no JSON'],
    ] as const) {
      const call = async () => runEvent({ ...good, ...wrong } as never, { ...place(client), settings: () => OPEN as never })
      await expect(call(), words).rejects.toThrow(words)
      await expect(call(), words).rejects.toThrow(UsageError)
    }
    const settings = () => ({ allowScript: true }) as never
    await expect(runEvent(good as never, { ...place(client), settings })).rejects.toThrow('settings: allowScript is no key')
  }))
