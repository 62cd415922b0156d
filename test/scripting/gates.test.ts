// Attempts to get past each gate, on each event, through the command: what is refused leaves no trace of having run.
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Approvals } from '../../src/scripting/gates/approvals.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { type Client, OPEN, onClient, SERVER, sh } from './support.ts'

const isRoot = process.getuid?.() === 0

describe.each(['connect', 'disconnect'] as const)('at %s', (event) => {
  const more = event === 'disconnect' ? [['--graceful'], []] : [[], ['--reconnects', '3']]
  /** Leaves a file when it runs. */
  const marks = (client: Client, level: string, body = '') => sh('mark', `: > ${client.path('ran')}${body}`, { on: event, level })

  test.each([
    ['trust', 'user', { trustedServers: [] }],
    ['trust', 'user', { trustedServers: ['vpn.example.com.evil.com', 'example.com'] }],
    ['allowScripts', 'user', { allowScripts: false }],
    ['allowScripts', 'admin', { allowScripts: false }],
    ['allowAdminScripts', 'admin', { allowAdminScripts: false }],
    ['approval', 'user', { approval: 'ask' }],
    ['approval', 'admin', { approval: 'ask' }],
  ])('%s stops a script of level %s (%j)', (gate, level, settings) =>
    onClient((client) => {
      client.settings({ ...OPEN, ...settings })
      client.profile([marks(client, level)])
      for (const words of more) {
        const result = client.result(event, ...words)
        const expected = level === 'admin' && !isRoot && gate === 'approval' ? 'rights' : gate
        expect(result.scripts).toMatchObject([{ outcome: 'refused', reason: { code: expected } }])
        expect([result.exit, result.exitCode]).toEqual([125, 125])
      }
      expect(existsSync(client.path('ran'))).toBe(false)
    }),
  )

  test('every key that is missing is a gate that is shut', () =>
    onClient((client) => {
      client.profile([marks(client, 'user')])
      for (const key of ['trustedServers', 'allowScripts', 'approval'] as const) {
        const { [key]: _, ...rest } = OPEN
        client.settings(rest)
        expect(client.result(event).exit, key).toBe(125)
      }
      client.settings({})
      expect(client.result(event).exit).toBe(125)
      expect(existsSync(client.path('ran'))).toBe(false)
    }))

  test('a profile that names a trusted server, pushed by another, is refused', () =>
    onClient((client) => {
      client.settings({ ...OPEN, trustedServers: [SERVER, 'other.example.com'] })
      client.profile([marks(client, 'user')])
      for (const server of ['evil.example.com', 'other.example.com'])
        expect(client.result(event, '--server', server).scripts).toMatchObject([{ reason: { code: 'trust' } }])
      expect(existsSync(client.path('ran'))).toBe(false)
      expect(client.result(event, '--server', 'VPN.Example.Com').exit).toBe(0)
    }))

  test('a server that is trusted with an authority is that one, and not one of the same name', () =>
    onClient((client) => {
      const [ca, other] = [`sha256:${'ab'.repeat(32)}`, `sha256:${'cd'.repeat(32)}`]
      client.profile([marks(client, 'user')])
      client.settings({ ...OPEN, trustedServers: [{ name: SERVER, ca }, 'other.example.com'] })
      for (const words of [[], ['--ca', other], ['--certificate', ca], ['--ca', other, '--certificate', ca]])
        expect(client.result(event, ...words).scripts).toMatchObject([{ outcome: 'refused', reason: { code: 'trust' } }])
      client.settings({ ...OPEN, trustedServers: [{ name: SERVER, ca, certificate: other }] })
      expect(client.result(event, '--ca', ca).scripts).toMatchObject([{ reason: { code: 'trust' } }])
      expect(existsSync(client.path('ran'))).toBe(false)
      expect(client.result(event, '--ca', ca.toUpperCase().replace('SHA', 'sha'), '--certificate', other).exit).toBe(0)
      for (const wrong of [
        { name: SERVER },
        { name: SERVER, ca: 'ab' },
        { name: SERVER, ca: [] },
        { name: SERVER, ca, key: 1 },
      ]) {
        client.settings({ ...OPEN, trustedServers: [wrong] })
        expect(client.event(event, '--ca', ca), JSON.stringify(wrong)).toMatchObject({ status: 2, stdout: '' })
      }
    }))

  test('the settings are read again: what was allowed before is not for ever', () =>
    onClient((client) => {
      client.settings(OPEN)
      client.profile([marks(client, 'user')])
      expect(client.result(event).exit).toBe(0)
      client.settings({ ...OPEN, allowScripts: false })
      renameSync(client.path('ran'), client.path('ran.before'))
      expect(client.result(event).exit).toBe(125)
      expect(existsSync(client.path('ran'))).toBe(false)
    }))

  test('the gates are looked at again when a script’s turn comes', () =>
    onClient((client) => {
      const next = marks(client, 'user', '\necho next')
      const first = (body: string) => sh('first', body, { on: event })
      const shut: readonly [what: string, code: string, body: string][] = [
        ['allowScripts', 'allowScripts', `sed -i 's/"allowScripts":true/"allowScripts":false/' ${client.path('settings.json')}`],
        ['trust', 'trust', `sed -i 's/"trustedServers":\\[[^]]*\\]/"trustedServers":[]/' ${client.path('settings.json')}`],
        ['silent', 'approval', `sed -i 's/"silent"/"ask"/' ${client.path('settings.json')}`],
        ['damaged', 'settings', `echo '{' > ${client.path('settings.json')}`],
        ['writable', 'settings', `chmod 666 ${client.path('settings.json')}`],
        ['gone', 'settings', `rm ${client.path('settings.json')}`],
      ]
      for (const [what, code, body] of shut) {
        client.settings(OPEN)
        client.profile([first(body), next])
        const { scripts, exit } = client.result(event)
        expect(scripts, what).toMatchObject([{ status: 0 }, { outcome: 'refused', reason: { code } }])
        expect(exit).toBe(125)
      }
      expect(existsSync(client.path('ran'))).toBe(false)
    }))

  test('a server is known by ASCII letters only', () =>
    onClient((client) => {
      client.settings({ ...OPEN, trustedServers: ['k.example.com'] })
      client.write('profile.json', {
        version: 1,
        server: 'k.example.com',
        groups: { __DEFAULT__: { scripts: [marks(client, 'user')] } },
      })
      for (const server of ['\u212A.example.com', 'k.example.com:443', 'k.example.com/..', '', 'k..example.com'])
        expect(client.event(event, '--server', server), server).toMatchObject({ status: 2, stdout: '' })
      expect(existsSync(client.path('ran'))).toBe(false)
    }))

  test('one that is refused keeps no other from running', () =>
    onClient((client) => {
      client.settings({ ...OPEN, allowAdminScripts: false })
      client.profile([marks(client, 'admin'), sh('other', 'echo other', { on: event })])
      const { scripts, exit } = client.result(event)
      expect(scripts).toMatchObject([{ outcome: 'refused' }, { outcome: 'ran', status: 0, stdout: 'other\n' }])
      expect(exit).toBe(125)
    }))

  test.each([
    ['LD_PRELOAD', '/tmp/x.so'],
    ['PATH', '/tmp'],
    ['pythonpath', '/tmp'],
    ['NODE_OPTIONS', '--require=/tmp/x.js'],
    ['BASH_ENV', '/tmp/x'],
  ])('a pushed %s stops what it would change', (name, value) =>
    onClient((client) => {
      client.settings(OPEN)
      client.profile([marks(client, 'user')], { [name]: value })
      const [script] = client.result(event).scripts
      expect(script).toMatchObject({ outcome: 'refused', reason: { code: 'environment' } })
      expect(script?.reason?.message).toContain(name)
      expect(existsSync(client.path('ran'))).toBe(false)
      client.settings({ ...OPEN, allowEnvironment: [name] })
      expect(client.result(event, '--dry-run').exit).toBe(0)
    }),
  )

  test.skipIf(!isRoot)('admin level takes no PREPATH that others can write', () =>
    onClient((client) => {
      client.settings(OPEN)
      mkdirSync(client.path('shared'))
      chmodSync(client.path('shared'), 0o777)
      mkdirSync(client.path('shared/inner'), { mode: 0o755 })
      mkdirSync(client.path('fine'), { mode: 0o755 })
      for (const folder of [
        client.path('shared'),
        client.path('shared/inner'),
        client.path('none'),
        'relative',
        `${client.path('fine')}:.`,
      ]) {
        client.profile([marks(client, 'admin')], { PREPATH: folder })
        expect(client.result(event).scripts, folder).toMatchObject([{ reason: { code: 'prepath' } }])
      }
      expect(existsSync(client.path('ran'))).toBe(false)
      client.profile([marks(client, 'admin')], { PREPATH: client.path('fine') })
      expect(client.result(event).exit).toBe(0)
    }),
  )
})

test('files that others can write are refused by name', () =>
  onClient((client) => {
    client.profile([sh('a', 'echo a')])
    client.settings(OPEN)
    const refused = () => {
      const { status, stdout, stderr } = client.event('connect')
      expect({ status, stdout }).toEqual({ status: 125, stdout: '' })
      return stderr
    }
    for (const name of ['settings.json', 'profile.json']) {
      chmodSync(client.path(name), 0o666)
      expect(refused()).toContain(`${name} can be written by others (mode 0666)`)
      chmodSync(client.path(name), 0o620)
      expect(refused()).toContain(`${name} can be written by others (mode 0620)`)
      chmodSync(client.path(name), 0o600)
    }
    mkdirSync(client.path('open'))
    renameSync(client.path('profile.json'), client.path('open/profile.json'))
    symlinkSync('open/profile.json', client.path('profile.json'))
    expect(client.event('connect').status).toBe(0)
    chmodSync(client.path('open'), 0o777)
    expect(refused()).toContain('open can be written by others (mode 0777)')
    chmodSync(client.path('open'), 0o1777) // sticky: only the owner of a file can put another in its place
    expect(client.event('connect').status).toBe(0)
    mkdirSync(client.path('data/py-runner'), { recursive: true })
    chmodSync(client.path('data/py-runner'), 0o777)
    expect(refused()).toContain('data/py-runner can be written by others')
  }))

test('an approval lasts until something changes, and can be listed and revoked', () =>
  onClient((client) => {
    client.settings({ ...OPEN, approval: 'ask' })
    client.profile([sh('a', 'echo a')], { X: '1' })
    const { scripts } = client.result('connect')
    expect(scripts).toMatchObject([{ reason: { code: 'approval' } }])
    const digest = scripts[0]?.digest
    const approval = {
      digest,
      script: 'a',
      server: SERVER,
      event: 'connect',
      level: 'user',
      user: userInfo().username,
      when: '2026-01-01T00:00:00Z',
    }
    const store = client.path('data/py-runner/approvals.json')
    const approve = (more: object = {}) =>
      writeFileSync(store, JSON.stringify({ version: 1, approvals: [{ ...approval, ...more }] }), { mode: 0o600 })
    approve()
    expect(client.result('connect').exit).toBe(0)
    expect(client.run(['approvals', 'list']).stdout).toMatch(
      new RegExp(`^${String(digest).slice(0, 16)} .*vpn\\.example\\.com  connect  user .* a\n$`),
    )
    // Another value, level, body, event or user of the machine is another question.
    client.profile([sh('a', 'echo a')], { X: '2' })
    expect(client.result('connect').exit).toBe(125)
    client.profile([sh('a', 'echo b')], { X: '1' })
    expect(client.result('connect').exit).toBe(125)
    client.profile([sh('a', 'echo a', { on: 'disconnect' })], { X: '1' })
    expect(client.result('disconnect').exit).toBe(125)
    client.profile([sh('a', 'echo a')], { X: '1' })
    expect(client.result('connect').exit).toBe(0)
    approve({ user: 'somebody' })
    expect(client.result('connect').exit).toBe(125)
    approve()
    chmodSync(store, 0o666)
    expect(client.event('connect')).toMatchObject({ status: 125, stdout: '' })
    chmodSync(store, 0o600)
    expect(client.run(['approvals', 'revoke', String(digest).slice(0, 7)]).status).toBe(2)
    expect(client.run(['approvals', 'revoke', '0123456789']).status).toBe(1)
    expect(client.run(['approvals', 'revoke', String(digest).slice(0, 12)]).status).toBe(0)
    expect(client.result('connect').exit).toBe(125)
    expect(client.run(['approvals', 'list'])).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(readFileSync(store, 'utf8')).not.toContain('"X"')
    approve()
    expect(client.run(['approvals', 'revoke', 'b'])).toMatchObject({ status: 2, stdout: '' })
    expect(client.run(['approvals', 'revoke', 'a']).stdout).toContain(String(digest).slice(0, 16))
    expect(client.result('connect').exit).toBe(125)
  }))

test('what is revoked while another engine approves does not come back', () =>
  inFreshFolder(async (folder) => {
    chmodSync(folder, 0o700)
    const digest = (n: number) => n.toString(16).padStart(64, '0')
    const approval = (n: number) => ({
      digest: digest(n),
      script: 's',
      server: SERVER,
      event: 'connect',
      level: 'user',
      user: 'u',
      when: '',
    })
    const stores = [1, 2].map(() => new Approvals(join(folder, 'approvals.json')))
    const numbers = Array.from({ length: 20 }, (_, n) => n)
    await Promise.all(numbers.map((n) => stores[n % 2]?.add(approval(n))))
    expect(stores[0]?.list()).toHaveLength(20)
    await Promise.all(numbers.flatMap((n) => [stores[0]?.revoke(digest(n)), stores[1]?.add(approval(100 + n))]))
    expect(
      stores[0]
        ?.list()
        .map((each) => each.digest)
        .sort(),
    ).toEqual(numbers.map((n) => digest(100 + n)))
  }))

test('a damaged file of approvals approves nothing', () =>
  onClient((client) => {
    client.settings({ ...OPEN, approval: 'ask' })
    client.profile([sh('a', `: > ${client.path('ran')}`)])
    client.result('connect')
    for (const text of ['', '{', '[]', '{"version":2,"approvals":[]}']) {
      writeFileSync(client.path('data/py-runner/approvals.json'), text, { mode: 0o600 })
      expect(client.event('connect')).toMatchObject({ status: 2, stdout: '' })
    }
    expect(existsSync(client.path('ran'))).toBe(false)
  }))
