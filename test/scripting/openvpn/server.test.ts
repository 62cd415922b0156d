// Which server a client is connected to: by its own connection profile and the certificate that was verified, or it is not known.
import { once } from 'node:events'
import { chmodSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Directive, directivesIn, wordsOf } from '../../../src/scripting/openvpn/directives.ts'
import { serverName } from '../../../src/scripting/openvpn/server-name.ts'
import { onClient } from '../support.ts'

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

  test('is read with what it takes in, and without certificates inside', () =>
    onClient((client) => {
      client.write('more.ovpn', `${'remote-cert-tls server'}\r\n`)
      const profile = client.write(
        'client.ovpn',
        `client\n<ca>\nremote evil.example.com\n</ca>\n<connection>\nremote vpn.example.com 1194\n</connection>\nconfig ${client.path('more.ovpn')}\n`,
      )
      expect(directivesIn(profile)).toEqual([['client'], ['remote', 'vpn.example.com', '1194'], ['remote-cert-tls', 'server']])
    }))

  test('that others can write is refused, and one that takes itself in', () =>
    onClient((client) => {
      expect(() => directivesIn(client.write('client.ovpn', 'client\n', 0o666))).toThrow(/can be written by others/)
      const itself = client.path('self.ovpn')
      client.write('self.ovpn', `config ${itself}\n`)
      expect(() => directivesIn(itself)).toThrow(/taken in too often/)
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
