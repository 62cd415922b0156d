// What OpenVPN's management interface says: its lines are understood however they are cut, and anything else is left out.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toChunks } from '../../../src/scripting/openvpn/chunks.ts'
import { Connection } from '../../../src/scripting/openvpn/connection.ts'
import { Lines, type Notice, parseLine } from '../../../src/scripting/openvpn/lines.ts'

// As OpenVPN 2.6 said it, but for the chunks.
const CONVERSATION = [
  'ENTER PASSWORD:SUCCESS: password is correct',
  ">INFO:OpenVPN Management Interface Version 5 -- type 'help' for more info",
  '>HOLD:Waiting for hold release:10',
  'SUCCESS: pid=21267',
  'SUCCESS: real-time state notification set to ON',
  '1795955214,CONNECTING,,,,,,',
  'END',
  '>STATE:1795955217,WAIT,,,,,,',
  '>LOG:1795955217,I,[vpn.example.com] Peer Connection Initiated with [AF_INET]10.99.0.1:1194',
  ...toChunks('{"a": 1}').map((word) => `>ECHO:1795955217,${word}`),
  ">PASSWORD:Need 'Auth' username/password",
  '>PASSWORD:Auth-Token:secret',
  '>STATE:1795955217,CONNECTED,SUCCESS,10.8.0.2,10.99.0.1,1194,,',
].map((line) => `${line}\r\n`)

const whole = Buffer.from(CONVERSATION.join(''))
const parsed = (lines: readonly string[]) => lines.map(parseLine)

describe('lines', () => {
  test('are what they are', () => {
    expect(parsed(new Lines().push(whole)).map((line) => line?.kind)).toEqual([
      'prompt',
      'success',
      undefined,
      'hold',
      'success',
      'success',
      'entry',
      'end',
      'state',
      'log',
      'echo',
      'echo',
      'password',
      'password',
      'state',
    ])
    expect(parseLine('>HOLD:Waiting for hold release:10')).toEqual({ kind: 'hold', seconds: 10 })
    expect(parseLine('>STATE:7,RECONNECTING,ping-restart,,,,,')).toEqual({
      kind: 'state',
      at: 7,
      name: 'RECONNECTING',
      reason: 'ping-restart',
    })
  })

  test('are the same however they are cut', () => {
    const expected = new Lines().push(whole)
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), { maxLength: 40 }), (cuts) => {
        const lines = new Lines()
        const places = [0, ...cuts.sort((a, b) => a - b), whole.length]
        const found = places.slice(1).flatMap((end, i) => lines.push(whole.subarray(places[i], end)))
        expect(found).toEqual(expected)
      }),
    )
  })

  test('the prompt is seen without the end of a line', () => {
    const lines = new Lines()
    expect(lines.push(Buffer.from('ENTER PASS'))).toEqual([])
    expect(lines.push(Buffer.from('WORD:'))).toEqual(['ENTER PASSWORD:'])
    expect(lines.push(Buffer.from('SUCCESS: password is correct\r\n'))).toEqual(['SUCCESS: password is correct'])
  })

  test('a flood without an end is dropped, and what comes after it is heard', () => {
    const lines = new Lines()
    for (let i = 0; i < 200; i++) expect(lines.push(Buffer.alloc(100_000, 'x'))).toEqual([])
    expect(lines.push(Buffer.from('x\r\nEND\r\n'))).toEqual(['END'])
  })

  test('any bytes are taken without a throw, and no token stays in what is kept of them', () => {
    const piece = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...CONVERSATION.map((line) => Buffer.from(line))))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const [lines, connection] = [new Lines(), new Connection()]
        for (const line of pieces.flatMap((bytes) => parsed(lines.push(Buffer.from(bytes))))) {
          if (line?.kind === 'password') expect(JSON.stringify(line)).not.toContain('secret')
          if (line && 'at' in line) connection.take(line)
        }
        connection.pushed()
      }),
    )
  })
})

describe('a connection', () => {
  const state = (name: string, reason = '', at = 1): Notice => ({ kind: 'state', at, name, reason })
  const log = (text: string, at = 1): Notice => ({ kind: 'log', at, text })
  const verified = (name: string) => log(`[${name}] Peer Connection Initiated with [AF_INET]10.0.0.1:1194`)
  const echoes = (text: string, at = 1): readonly Notice[] => toChunks(text).map((word) => ({ kind: 'echo', at, text: word }))

  test.each([
    [state('CONNECTED', 'SUCCESS'), 'connected'],
    [state('RECONNECTING', 'ping-restart'), 'lost'],
    [state('RECONNECTING', 'SIGUSR1'), 'lost'],
    [state('EXITING', 'SIGTERM'), 'user-disconnected'],
    [state('EXITING', 'SIGINT'), 'user-disconnected'],
    [state('EXITING', 'exit-with-notification'), 'user-disconnected'],
    [state('EXITING', 'auth-failure'), 'lost'],
    [state('EXITING', 'server-pushed-halt'), 'lost'],
    [state('ASSIGN_IP'), undefined],
    [log('EXITING'), undefined],
  ])('that says %j is %s', (notice, happening) => {
    expect(new Connection().take(notice)).toBe(happening)
  })

  test('takes the certificate from the line that says it was verified, and from no other', () => {
    const of = (...notices: readonly Notice[]) => {
      const connection = new Connection()
      for (const notice of notices) connection.take(notice)
      return connection.certificate
    }
    expect(of(verified('vpn.example.com'))).toBe('vpn.example.com')
    expect(of(log('[vpn.example.com] Peer Connection Initiated with [AF_INET6]fe80::1%eth0:1194 (via ::%eth0)'))).toBe(
      'vpn.example.com',
    )
    expect(of(verified('vpn.example.com] Peer Connection Initiated with [AF_INET]1.2.3.4:1194'))).toBeUndefined()
    expect(of(log("PUSH: '[vpn.example.com] Peer Connection Initiated with [AF_INET]1.2.3.4:1194'"))).toBeUndefined()
    expect(of(verified('one'), state('RECONNECTING'))).toBeUndefined()
    expect(of(verified('one'), state('WAIT'), verified('two'))).toBe('two')
    expect(of({ kind: 'echo', at: 1, text: '[a] Peer Connection Initiated with [AF_INET]1.2.3.4:1194' })).toBeUndefined()
  })

  test('forgets at the next attempt what was pushed before', () => {
    const connection = new Connection()
    for (const notice of [...echoes('old'), state('RECONNECTING'), ...echoes('new')]) connection.take(notice)
    expect(connection.pushed()).toEqual({ text: 'new' })
  })

  test('learns from histories what belongs to it, and no more', () => {
    const connection = new Connection()
    const states = [
      state('WAIT', '', 10),
      state('CONNECTED', '', 12),
      state('RECONNECTING', '', 20),
      state('WAIT', '', 21),
      state('CONNECTED', '', 22),
    ]
    connection.catchUp(states, [log('[one] Peer Connection Initiated with [AF_INET]1.2.3.4:1', 11)], echoes('old', 11))
    expect(connection.certificate).toBeUndefined()
    expect(connection.pushed()).toBeUndefined()
    connection.catchUp(
      states,
      [log('[two] Peer Connection Initiated with [AF_INET]1.2.3.4:1', 22)],
      [...echoes('x', 21), ...echoes('new', 22)],
    )
    expect(connection.certificate).toBe('two')
    expect(connection.pushed()).toEqual({ text: 'new' })
  })

  test('of which the beginning was not seen has nothing whole', () => {
    const connection = new Connection()
    connection.catchUp([state('WAIT')], [], echoes('x'.repeat(500)).slice(1))
    expect(connection.pushed()).toMatchObject({ refused: { code: 'incomplete' } })
  })
})
