// The engine as a client calls it, in the client's own process: several events in one, a callback for the end user's word.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runEvent } from '../../src/scripting/engine.ts'
import type { EngineOptions, EventRequest } from '../../src/scripting/event.ts'
import { parseProfile } from '../../src/scripting/profile/parse.ts'
import { readSettings } from '../../src/scripting/profile/read-settings.ts'
import { type Client, cli, OPEN, onClient, sh } from './support.ts'

function call(client: Client, event: EventRequest['event'], more: Partial<EngineOptions> = {}) {
  const profile = parseProfile(readFileSync(client.path('profile.json'), 'utf8'), 'profile.json')
  const options: EngineOptions = {
    settings: () => readSettings({ systemSettings: '/none', userSettings: '/none' }, client.path('settings.json')),
    data: client.path('data/py-runner'),
    isAdmin: process.getuid?.() === 0,
    builtin: [process.execPath, cli, 'run'],
    environment: client.environment,
    ...more,
  }
  return runEvent({ event, profile, session: { reconnects: 0, graceful: false }, platform: 'linux' }, options, 'linux')
}

/** Resolves when the first script has printed something. */
function begun(): { readonly output: NonNullable<EngineOptions['output']>; readonly first: Promise<void> } {
  let tell = () => {}
  const first = new Promise<void>((resolve) => {
    tell = resolve
  })
  return { output: () => tell(), first }
}

test('a disconnect in the same process ends scripts of the connect, and nothing of the process', () =>
  onClient(async (client) => {
    client.settings(OPEN)
    client.profile([sh('long', 'echo begun; sleep 600'), sh('next', 'echo no'), sh('bye', 'echo bye', { on: 'disconnect' })])
    const { output, first } = begun()
    const connect = call(client, 'connect', { output })
    await first
    const disconnect = await call(client, 'disconnect')
    expect(disconnect).toMatchObject({ exitCode: 0, scripts: [{ script: 'bye', stdout: 'bye\n' }] })
    expect(await connect).toMatchObject({ exitCode: 1, scripts: [{ cancelled: true }, { reason: { code: 'cancelled' } }] })
  }))

test('two connects do not run side by side', () =>
  onClient(async (client) => {
    client.settings(OPEN)
    client.profile([sh('alone', 'mkdir busy || exit 9; sleep 0.3; rmdir busy')])
    const results = await Promise.all([1, 2, 3].map(() => call(client, 'connect')))
    expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0])
  }))

test('yes is true and nothing else; one question per script, with what it is given', () =>
  onClient(async (client) => {
    client.settings({ ...OPEN, approval: 'ask' })
    client.profile([sh('a', 'echo a')], { TOKEN: { value: 'hunter2hunter2', secret: true }, URL: 'https://a/?t=hunter2hunter2' })
    const asked: unknown[] = []
    const answer = (word: unknown) => ({
      approve: async (question: unknown) => {
        asked.push(question)
        return word as boolean // as a client in JavaScript may answer
      },
    })
    for (const word of [false, 'no', 'yes', 1, {}, undefined])
      expect(await call(client, 'connect', answer(word))).toMatchObject({
        exitCode: 125,
        scripts: [{ reason: { code: 'approval' } }],
      })
    expect(asked[0]).toMatchObject({
      script: 'a',
      level: 'user',
      event: 'connect',
      environment: { TOKEN: '******', URL: 'https://a/?t=******' },
    })
    expect(JSON.stringify(asked)).not.toContain('hunter2')
    expect(await call(client, 'connect', answer(true))).toMatchObject({ exitCode: 0 })
    expect(await call(client, 'connect')).toMatchObject({ exitCode: 0 })
    expect(asked).toHaveLength(7)
  }))

test('a question that nobody answers keeps no client from quitting', () =>
  onClient(async (client) => {
    client.settings({ ...OPEN, approval: 'ask' })
    client.profile([sh('a', 'echo a'), sh('b', 'echo b')])
    const ending = new AbortController()
    const never = () => {
      setImmediate(() => ending.abort())
      return new Promise<boolean>(() => {})
    }
    const result = await call(client, 'connect', { approve: never, signal: ending.signal })
    expect(result).toMatchObject({ exitCode: 125, scripts: [{ reason: { code: 'approval' } }, { reason: { code: 'approval' } }] })
    client.settings(OPEN)
    expect(await call(client, 'connect')).toMatchObject({ exitCode: 0 }) // the lock is free
  }))

test('what the client itself started meanwhile is not the script’s, whoever is its parent by then', () =>
  onClient(async (client) => {
    client.settings(OPEN)
    client.profile([sh('long', 'echo begun; sleep 600', { timeout: '3s' })])
    const { output, first } = begun()
    const event = call(client, 'connect', { output })
    await first
    const { stdout } = spawnSync('/bin/sh', ['-c', 'sleep 600 > /dev/null 2>&1 & echo $!'], { encoding: 'utf8' })
    expect(await event).toMatchObject({ scripts: [{ timedOut: true }] })
    process.kill(Number(stdout), 'SIGKILL') // throws if it is gone
  }))

test('a client’s output function that throws ends the script, and the client sees its error', () =>
  onClient(async (client) => {
    client.settings(OPEN)
    client.profile([sh('a', `echo a; sleep 600; : > ${client.path('ran')}`)])
    const output = () => {
      throw new Error('of the client')
    }
    await expect(call(client, 'connect', { output })).rejects.toThrow('of the client')
  }))

test('what fails in a client’s own function is the client’s to see, after everything has ended', () =>
  onClient(async (client) => {
    client.settings(OPEN)
    client.profile([sh('a', 'echo a'), sh('b', 'echo b; sleep 600', { level: 'admin' })])
    const failing = {
      report: () => {
        throw new Error('of the client')
      },
    }
    await expect(call(client, 'connect', failing)).rejects.toThrow('of the client')
    client.profile([sh('a', 'echo a')])
    expect(await call(client, 'connect')).toMatchObject({ exitCode: 0 })
  }))
