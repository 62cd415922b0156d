// The engine's parts that decide by data alone: session, variables, gates, secrets, digests.
import { execFileSync } from 'node:child_process'
import { chmodSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeEnvironment } from '../../src/scripting/environment/compose.ts'
import { isForbidden } from '../../src/scripting/environment/forbidden.ts'
import { fileName } from '../../src/scripting/files/data-folder.ts'
import { placesOf } from '../../src/scripting/files/places.ts'
import { digestOf } from '../../src/scripting/gates/digest.ts'
import { missingGate } from '../../src/scripting/gates/gates.ts'
import { MASK, Masker, masked } from '../../src/scripting/gates/secrets.ts'
import { readSettings } from '../../src/scripting/profile/read-settings.ts'
import { DEFAULT_SETTINGS } from '../../src/scripting/profile/settings-schema.ts'
import { type Happening, NO_SESSION, next } from '../../src/scripting/session.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'

const variables = (entries: Record<string, string>) =>
  new Map(Object.entries(entries).map(([name, value]) => [name, { value, secret: false, from: 'group g' }]))

test.each([
  [['connected'], ['connect 0 0']],
  [
    ['connected', 'lost', 'connected', 'lost', 'connected'],
    ['connect 0 0', 'disconnect 0 0', 'connect 1 0', 'disconnect 1 0', 'connect 2 0'],
  ],
  [
    ['connected', 'user-disconnected', 'connected'],
    ['connect 0 0', 'disconnect 0 1', 'connect 0 0'],
  ],
  [
    ['connected', 'slept', 'resumed', 'connected', 'user-disconnected'],
    ['connect 0 0', 'disconnect 0 0', 'connect 1 0', 'disconnect 1 1'],
  ],
  [
    ['connected', 'lost', 'user-disconnected', 'connected'],
    ['connect 0 0', 'disconnect 0 0', 'connect 0 0'],
  ],
  [
    ['connected', 'connected', 'resumed', 'lost', 'lost'],
    ['connect 0 0', 'disconnect 0 0'],
  ],
  [['lost', 'user-disconnected', 'slept', 'resumed'], []],
] as const)('session %j', (happenings, expected) => {
  let session = NO_SESSION
  const seen = (happenings as readonly Happening[]).flatMap((happening) => {
    const { session: after, event } = next(session, happening)
    session = after
    return event ? [`${event} ${after.reconnects} ${after.graceful ? 1 : 0}`] : []
  })
  expect(seen).toEqual(expected)
})

test('PREPATH stands in front of PATH, and the client has the last word on its own variables', () => {
  const pushed = variables({ PREPATH: '/a:/b', X: '1', N_RECONNECTS: '7' })
  const session = { reconnects: 2, graceful: true }
  expect(composeEnvironment({ PATH: '/bin', X: '0' }, pushed, session, 'linux')).toEqual({
    PATH: '/a:/b:/bin',
    PREPATH: '/a:/b',
    X: '1',
    N_RECONNECTS: '2',
    GRACEFUL_DISCONNECT: '1',
  })
  expect(composeEnvironment({ Path: 'c:\\w' }, variables({ PREPATH: 'c:\\a' }), session, 'windows')).toMatchObject({
    Path: 'c:\\a;c:\\w',
  })
})

test('names that change how programs load are known in any case, and can be allowed by name', () => {
  for (const name of [
    'LD_PRELOAD',
    'ld_x',
    'DYLD_INSERT_LIBRARIES',
    'NODE_OPTIONS',
    'PYTHONPATH',
    'PATH',
    'Path',
    'ComSpec',
    'BASH_ENV',
    'ENV',
    'IFS',
  ])
    expect(isForbidden(name, []), name).toBe(true)
  for (const name of ['LAUNCH_URL', 'MSI_OPT', 'PREPATH', 'PATHS', 'XLD_PRELOAD', 'BROWSER'])
    expect(isForbidden(name, []), name).toBe(false)
  expect(isForbidden('LD_PRELOAD', ['LD_LIBRARY_PATH'])).toBe(true)
  expect(isForbidden('LD_LIBRARY_PATH', ['LD_LIBRARY_PATH'])).toBe(false)
})

test('every gate must be open, and the first that is not is named', () => {
  const open = { ...DEFAULT_SETTINGS, trustedServers: ['VPN.example.com'], allowScripts: true, allowAdminScripts: true }
  const server = { connected: 'vpn.example.com.', named: 'vpn.example.com' }
  const gate = (settings: object, level: 'user' | 'admin' = 'user', who: object = {}) =>
    missingGate({ ...open, ...settings }, { ...server, ...who }, level)?.gate
  expect(gate({})).toBeUndefined()
  expect(gate({}, 'admin')).toBeUndefined()
  expect(gate({ trustedServers: [] })).toBe('trust')
  expect(gate({}, 'user', { named: 'other.example.com' })).toBe('trust')
  expect(gate({}, 'user', { connected: 'evil.example.com', named: 'evil.example.com' })).toBe('trust')
  expect(gate({ allowScripts: false, allowAdminScripts: true }, 'admin')).toBe('allowScripts')
  expect(gate({ allowAdminScripts: false }, 'admin')).toBe('allowAdminScripts')
  expect(gate({ allowAdminScripts: false })).toBeUndefined()
})

test('an approval is for one script, level, event, server and every value', () => {
  const script = { name: 'a', on: 'connect', platforms: ['linux' as const], body: 'x' } as const
  const digests = [
    digestOf({ ...script, platforms: ['linux'] }, variables({ A: '1', PREPATH: '/a' }), 's'),
    digestOf({ ...script, platforms: ['linux'], body: 'y' }, variables({ A: '1', PREPATH: '/a' }), 's'),
    digestOf({ ...script, platforms: ['linux'], level: 'admin' }, variables({ A: '1', PREPATH: '/a' }), 's'),
    digestOf({ ...script, platforms: ['linux'], on: 'disconnect' }, variables({ A: '1', PREPATH: '/a' }), 's'),
    digestOf({ ...script, platforms: ['linux'] }, variables({ A: '2', PREPATH: '/a' }), 's'),
    digestOf({ ...script, platforms: ['linux'] }, variables({ A: '1', PREPATH: '/b' }), 's'),
    digestOf({ ...script, platforms: ['linux'] }, variables({ A: '1' }), 's'),
    digestOf({ ...script, platforms: ['linux'] }, variables({ A: '1', PREPATH: '/a' }), 't'),
  ]
  expect(new Set(digests).size).toBe(digests.length)
  expect(digestOf({ ...script, platforms: ['mac'], name: 'b', level: 'user' }, variables({ PREPATH: '/a', A: '1' }), 's')).toBe(
    digests[0],
  )
})

test('a secret is masked wherever the pieces of an output are cut', () => {
  const secrets = fc.array(fc.string({ minLength: 4, maxLength: 8, unit: fc.constantFrom('a', 'b', 'é') }), {
    minLength: 1,
    maxLength: 3,
  })
  fc.assert(
    fc.property(
      secrets,
      fc.array(fc.oneof(fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\n') }), fc.nat(2))),
      (hidden, parts) => {
        const whole = Buffer.from(parts.map((part) => (typeof part === 'number' ? (hidden[part] ?? '') : part)).join(''))
        const cut = (sizes: number) => {
          const masker = new Masker(hidden)
          const out: Buffer[] = []
          for (let at = 0; at < whole.length; at += sizes) out.push(masker.push(whole.subarray(at, at + sizes)))
          return Buffer.concat([...out, masker.end()]).toString()
        }
        for (const sizes of [1, 3, 1000]) for (const secret of hidden) expect(cut(sizes)).not.toContain(secret)
      },
    ),
  )
  const masker = new Masker(['hunter2'])
  expect(`${masker.push(Buffer.from('say hun'))}|${masker.push(Buffer.from('ter2, hunt'))}|${masker.end()}`).toBe(
    `say |${MASK}, |hunt`,
  )
})

test.each([
  ['it\'s "quoted"\n\\ and long', 'JSON', (s: string) => JSON.stringify(s)],
  ['pass wörd/+&', 'a URL', (s: string) => `?t=${encodeURIComponent(s)}&`],
  ['pass wörd', 'a form', (s: string) => String(new URLSearchParams({ t: s }))],
  ['pass wörd', 'base64', (s: string) => Buffer.from(s).toString('base64')],
  ['pass wörd', 'json.dumps', (s: string) => `"${s.replace('ö', '\\u00f6')}"`],
  ["it's here", 'repr', (s: string) => `'${s.replace("'", "\\'")}'`],
  ['-----BEGIN\nabcdefgh\n-----END', 'lines', (s: string) => s.replaceAll('\n', '\n> ')],
])('of the secret %j nothing is left in %s', (secret, _, printed) => {
  const masker = new Masker([secret])
  const shown = `${masker.push(Buffer.from(`before ${printed(secret)} after`))}${masker.end()}`
  expect(shown).toMatch(/^before .*\*{6}[^]* after$/)
  for (const part of ['quoted', 'long', 'pass', 'here', 'abcdefgh']) expect(shown).not.toContain(part)
  expect(masked(`cannot open /x/${secret}/y`, [secret])).toBe(`cannot open /x/${MASK}/y`)
})

test('settings that cannot be looked at are not absent', () =>
  inFreshFolder(async (folder) => {
    const path = (name: string) => join(folder, name)
    symlinkSync('loop', path('loop'))
    symlinkSync('none', path('dangling'))
    const read = (systemSettings: string) => () => readSettings({ systemSettings, userSettings: path('absent') })
    expect(read(path('absent'))()).toEqual(DEFAULT_SETTINGS)
    expect(read(path('loop/settings.json'))).toThrow(/loop\/settings\.json cannot be looked at \(ELOOP\)/)
    expect(read(path('dangling'))).toThrow(/dangling cannot be read: there is no such file/)
    execFileSync('mkfifo', [path('fifo')])
    expect(read(path('fifo'))).toThrow(/fifo is no file/)
    expect(read(folder)).toThrow(/is no file/)
  }))

test('an administrator’s settings beat the user’s key by key, and only if nobody else could write them', () =>
  inFreshFolder(async (folder) => {
    const [systemSettings, userSettings] = [join(folder, 'system.json'), join(folder, 'user.json')]
    writeFileSync(userSettings, '{"allowScripts":true,"approval":"silent","trustedServers":["a.b"]}', { mode: 0o600 })
    writeFileSync(systemSettings, '{"allowScripts":false,"trustedServers":["c.d"]}', { mode: 0o644 })
    const read = () => readSettings({ systemSettings, userSettings })
    expect(read()).toEqual({ ...DEFAULT_SETTINGS, allowScripts: false, approval: 'silent', trustedServers: ['c.d'] })
    chmodSync(systemSettings, 0o664)
    expect(read).toThrow(/system\.json can be written by others \(mode 0664\)/)
    writeFileSync(systemSettings, '{"allowScripts":', { mode: 0o644 })
    chmodSync(systemSettings, 0o644)
    expect(read).toThrow(/system\.json: is no JSON/)
  }))

test('places are those of the system', () => {
  const places = (platform: 'windows' | 'mac' | 'linux', isAdmin: boolean, environment = {}) =>
    placesOf({ platform, isAdmin, environment, home: '/h' })
  expect(places('linux', false)).toEqual({
    systemSettings: '/etc/py-runner/settings.json',
    userSettings: '/h/.config/py-runner/settings.json',
    data: '/h/.local/share/py-runner',
  })
  expect(places('linux', true).data).toBe('/var/lib/py-runner')
  expect(places('linux', true, { XDG_DATA_HOME: '/d', XDG_CONFIG_HOME: '/c' })).toMatchObject({
    data: '/d/py-runner',
    userSettings: '/c/py-runner/settings.json',
  })
  expect(places('linux', false, { XDG_DATA_HOME: 'd', XDG_CONFIG_HOME: './c' })).toEqual(places('linux', false))
  expect(places('mac', false).data).toBe('/h/Library/Application Support/py-runner')
  expect(places('windows', false, { APPDATA: 'A', LOCALAPPDATA: 'L', ProgramData: 'P' })).toEqual({
    systemSettings: 'P\\py-runner\\settings.json',
    userSettings: 'A\\py-runner\\settings.json',
    data: 'L\\py-runner',
  })
})

test('a server never names a folder outside its own', () => {
  expect(['..', '.', 'a/b', 'fe80::1', 'VPN.example.com.'].map(fileName)).toEqual([
    '%2e',
    '%',
    'a%2fb',
    'fe80%3a%3a1',
    'vpn.example.com',
  ])
  const long = [1, 2].map((n) => fileName(`${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(50)}${n}.example`))
  expect(new Set(long).size).toBe(2)
  for (const name of long) expect(name).toMatch(/^a[a-z0-9.%]{100,179}$/)
})
