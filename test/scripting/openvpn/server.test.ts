// Which server a client is connected to: by its own connection profile and the certificate that was verified, or it is not known.
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { misfit } from '../../../src/scripting/gates/identity.ts'
import { acceptedIdentity } from '../../../src/scripting/openvpn/accepted-identity.ts'
import { type Directive, directivesIn, wordsOf } from '../../../src/scripting/openvpn/directives.ts'
import { serverName } from '../../../src/scripting/openvpn/server-name.ts'
import { type Client, onClient } from '../support.ts'

const PIN: Directive = ['verify-x509-name', 'vpn.example.com', 'name']
const CHECKS: Directive = ['remote-cert-tls', 'server']
const REMOTE: Directive = ['remote', 'VPN.example.com', '1194']
const ADDRESS: Directive = ['remote', '10.99.0.1', '1194']

describe('the server', () => {
  test.each<[string, readonly Directive[], string | undefined, string | RegExp]>([
    ['is what profile and certificate agree on', [REMOTE, CHECKS], 'vpn.example.com', 'vpn.example.com'],
    ['is what the profile asks of the certificate', [ADDRESS, PIN], 'vpn.example.com', 'vpn.example.com'],
    ['is not known where the profile checks nothing', [REMOTE], 'vpn.example.com', /remote-cert-tls server/],
    [
      'is not known where it only checks for clients',
      [REMOTE, ['remote-cert-tls', 'client']],
      'vpn.example.com',
      /remote-cert-tls server/,
    ],
    [
      'is not known where it checks for clients in the end',
      [REMOTE, CHECKS, ['remote-cert-tls', 'client']],
      'vpn.example.com',
      /remote-cert-tls server/,
    ],
    [
      'is not known where the usage of the key is another',
      [REMOTE, CHECKS, ['remote-cert-eku', 'TLS Web Client Authentication']],
      'vpn.example.com',
      /remote-cert-tls server/,
    ],
    ['is not known without a certificate', [REMOTE, CHECKS], undefined, /verb 1/],
    ['is not known by an address alone', [ADDRESS, CHECKS], 'vpn.example.com', /"verify-x509-name vpn\.example\.com name"/],
    ['is not known by another certificate of the same authority', [REMOTE, CHECKS], 'other.example.com', /other\.example\.com/],
    ['is not known where the profile asks for another', [REMOTE, PIN], 'other.example.com', /asks for vpn\.example\.com/],
    ['is not known among several', [REMOTE, ['remote', 'evil.example.com'], CHECKS], 'vpn.example.com', /evil\.example\.com/],
    [
      'is not known by a name that begins so',
      [ADDRESS, ['verify-x509-name', 'vpn', 'name-prefix']],
      'vpn.example.com',
      /connects to/,
    ],
    ['is not known where no remote is', [CHECKS], 'vpn.example.com', /no remote/],
  ])('%s', (_, directives, certificate, expected) => {
    const found = serverName(directives, certificate)
    if (typeof expected === 'string') expect(found).toEqual({ server: expected })
    else expect('unverified' in found && found.unverified).toMatch(expected)
  })
})

describe('a connection profile', () => {
  test.each([
    ['remote vpn.example.com 1194 # ours', ['remote', 'vpn.example.com', '1194']],
    ['verify-x509-name "C=DE, CN=a b" subject', ['verify-x509-name', 'C=DE, CN=a b', 'subject']],
    ["up '/bin/a b' ; comment", ['up', '/bin/a b']],
    ['a\\ b "c\\"d" e\\\\', ['a b', 'c"d', 'e\\']],
    ['  # nothing', []],
    [';nothing', []],
    ['a#b', ['a#b']],
    ['', []],
  ])('%j has the words %j', (line, words) => {
    expect(wordsOf(line)).toEqual(words)
  })

  test('any line is read without a throw, and soon', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (line) => void wordsOf(line)))
    wordsOf('a'.repeat(100_000))
    wordsOf('"'.repeat(50_001))
    wordsOf(`${'a\\'.repeat(50_000)}"`)
  })

  test('is read with what it takes in, and a certificate inside is no option of it', () =>
    onClient((client) => {
      client.write('more.ovpn', `${'remote-cert-tls server'}\r\n`)
      const profile = client.write(
        'client.ovpn',
        `client\n<ca>\nremote evil.example.com\n</ca>\n<connection>\nremote vpn.example.com 1194\n</connection>\nconfig ${client.path('more.ovpn')}\n`,
      )
      expect(directivesIn(profile)).toEqual([
        ['client'],
        ['<ca>', 'remote evil.example.com'],
        ['remote', 'vpn.example.com', '1194'],
        ['remote-cert-tls', 'server'],
      ])
    }))

  test('that others can write is refused, and one that takes itself in', () =>
    onClient((client) => {
      expect(() => directivesIn(client.write('client.ovpn', 'client\n', 0o666))).toThrow(/can be written by others/)
      const itself = client.path('self.ovpn')
      client.write('self.ovpn', `config ${itself}\n`)
      expect(() => directivesIn(itself)).toThrow(/taken in too often/)
    }))
})

describe('who vouches for the server', () => {
  const accepted = (client: Client, ...lines: readonly string[]) =>
    acceptedIdentity(directivesIn(client.write('client.ovpn', `${lines.join('\n')}\n`), () => client.folder))
  const make = (client: Client, name: string, issuer?: string): string => {
    const openssl = (...words: readonly string[]) =>
      execFileSync('openssl', words, { cwd: client.folder, stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' })
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', `${name}.key`]
    const signed = issuer === undefined ? [] : ['-CA', `${issuer}.crt`, '-CAkey', `${issuer}.key`]
    openssl('req', '-x509', ...key, '-subj', `/CN=${name}`, '-days', '2', ...signed, '-out', `${name}.crt`)
    return openssl('x509', '-in', `${name}.crt`, '-noout', '-fingerprint', '-sha256').trim().replace(/^.*=/, 'sha256:')
  }
  const pem = (client: Client, ...names: readonly string[]) =>
    names.map((name) => readFileSync(client.path(`${name}.crt`), 'utf8')).join('\n')

  test('is every authority that the connection profile accepts, or not known', () =>
    onClient((client) => {
      const [root, other, middle] = [make(client, 'root'), make(client, 'other'), make(client, 'middle', 'root')]
      const isTrusted = (ca: string | string[], ...lines: readonly string[]) =>
        misfit({ name: 'a', ca }, accepted(client, ...lines)) === undefined
      client.write('both.crt', pem(client, 'root', 'other'), 0o644)
      client.write('chain.crt', pem(client, 'middle', 'root'), 0o644)
      expect(isTrusted(root, 'ca root.crt')).toBe(true)
      expect(isTrusted(root.toLowerCase().replaceAll(':', '').replace('sha256', 'sha256:'), 'ca root.crt')).toBe(true)
      expect(isTrusted(root, '<ca>', pem(client, 'root'), '</ca>')).toBe(true)
      expect(isTrusted(root, 'ca [inline]', '<ca>', pem(client, 'root'), '</ca>')).toBe(true)
      expect(isTrusted(root, 'ca chain.crt')).toBe(true)
      expect(isTrusted([root, other], 'ca both.crt')).toBe(true)

      expect(isTrusted(root, 'ca other.crt')).toBe(false)
      expect(isTrusted(root, 'ca both.crt')).toBe(false)
      expect(isTrusted(middle, 'ca chain.crt')).toBe(false) // the root may have others
      expect(isTrusted(root, 'ca root.crt', 'ca other.crt')).toBe(false) // the last counts
      expect(isTrusted(root, 'ca root.crt', '<ca>', pem(client, 'other'), '</ca>')).toBe(false)
      expect(isTrusted(root, 'ca root.crt', 'capath .')).toBe(false)
      expect(isTrusted(root, 'ca root.crt', 'pkcs12 ada.p12')).toBe(false)
      expect(isTrusted(root, 'client')).toBe(false)
      expect(isTrusted(root, '<ca>', `${pem(client, 'root')}\n-----BEGIN TRUSTED CERTIFICATE-----`, '</ca>')).toBe(false)
      chmodSync(client.path('root.crt'), 0o666)
      expect(() => accepted(client, 'ca root.crt')).toThrow(/can be written by others/)
    }))

  test('is a certificate itself where the connection profile accepts no other', () =>
    onClient((client) => {
      const pins = [make(client, 'a'), make(client, 'b')].map((each) => each.slice('sha256:'.length))
      const certificate = `sha256:${pins[0]}`
      const isTrusted = (...lines: readonly string[]) =>
        misfit({ name: 'a', certificate }, accepted(client, ...lines)) === undefined
      expect(isTrusted(`peer-fingerprint ${pins[0]}`)).toBe(true)
      expect(isTrusted('<peer-fingerprint>', `${pins[0]}`, '</peer-fingerprint>')).toBe(true)
      expect(isTrusted('<peer-fingerprint>', ...pins, '</peer-fingerprint>')).toBe(false)
      expect(isTrusted(`peer-fingerprint ${pins[0]}`, `peer-fingerprint ${pins[1]}`)).toBe(false)
      expect(isTrusted('ca a.crt')).toBe(false)
    }))
})

describe('watch', () => {
  const withSocketAt = async (path: string, mode: number, use: () => void) => {
    const server = createServer().listen(path)
    await once(server, 'listening')
    chmodSync(path, mode)
    use()
    server.close()
  }

  test('does not attach to a socket that others can write, nor to what is none', () =>
    onClient(async (client) => {
      client.settings({})
      const watch = (socket: string) => client.run(['watch', '--management', socket, '--settings', 'settings.json', '--once'])
      const refused = (socket: string, why: RegExp) =>
        expect(watch(socket)).toMatchObject({ status: 125, stdout: '', stderr: expect.stringMatching(why) })
      refused('settings.json', /it is no socket/)
      await withSocketAt(client.path('open.sock'), 0o777, () =>
        refused('open.sock', /open\.sock is not used: .*can be written by others/),
      )
      mkdirSync(client.path('others'))
      chmodSync(client.path('others'), 0o777)
      await withSocketAt(client.path('others/a.sock'), 0o700, () => refused('others/a.sock', /others can be written by others/))
    }))
})

test('hook without OpenVPN says who calls it', () =>
  onClient((client) => {
    client.settings({})
    const { status, stderr } = client.run(['hook', 'connect', '--settings', 'settings.json', 'tun0', '1500', '0'])
    expect(status).toBe(2)
    expect(stderr).toContain('OpenVPN calls this')
  }))
