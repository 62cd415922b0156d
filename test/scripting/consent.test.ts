// The end user at a real terminal: what is shown, what counts as yes, and what does not.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Client, OPEN, onClient, sh } from './support.ts'

const terminal = join(import.meta.dirname, '../support/terminal.py')
const ASKS = '[y/N] '

/** Types each text once what stands before it has been shown; answers what the terminal showed. */
function converse(client: Client, steps: readonly (readonly [shown: string, typed: string])[], event = 'connect') {
  const plan = JSON.stringify({ steps, rows: 50, columns: 200 })
  const { stdout, status, stderr } = spawnSync(
    '/usr/bin/python3',
    ['-IS', terminal, plan, process.execPath, ...client.command(event)],
    { cwd: client.folder, env: client.environment, encoding: 'utf8' },
  )
  return { shown: stdout, status, stderr }
}

function asking(
  client: Client,
  body = `: > ${client.path('ran')}`,
  env: object = { URL: 'https://a/', TOKEN: { value: 'hunter2hunter2', secret: true } },
) {
  client.settings({ ...OPEN, approval: 'ask' })
  client.profile([sh('portal', body)], env)
}

test('the script and what it is given are shown whole, yes runs it, and it is not asked about again', () =>
  onClient((client) => {
    asking(client, `echo one\n: > ${client.path('ran')}`)
    const { shown, status } = converse(client, [[ASKS, 'yes\r']])
    for (const part of [
      'The server vpn.example.com wants to run the script "portal" at connect, with your own rights:',
      '  | #!/bin/sh\n  | echo one\n  | : > ',
      'URL=https://a/',
      'TOKEN=******',
      'N_RECONNECTS=0',
      'py-runner: portal: ended (0)',
      '[settings as before]',
    ])
      expect(shown).toContain(part)
    expect(shown).not.toContain('hunter2')
    expect([status, existsSync(client.path('ran'))]).toEqual([0, true])
    const again = converse(client, [])
    expect(again.shown).not.toContain(ASKS)
    expect(again.status).toBe(0)
    expect(client.run(['approvals', 'revoke', 'portal']).status).toBe(0)
    expect(converse(client, [[ASKS, 'n\r']]).status).toBe(125)
  }))

test.each([
  ['no', 'n\r'],
  ['nothing', '\r'],
  ['another word', 'yep\r'],
  ['the end of input', '\x04'],
])('%s is no', (_, typed) =>
  onClient((client) => {
    asking(client)
    const { shown, status } = converse(client, [[ASKS, typed]])
    expect(shown).toContain('portal: refused: approval: the end user did not approve it')
    expect([status, existsSync(client.path('ran'))]).toEqual([125, false])
  }),
)

test('what was typed before the script was shown is no answer', () =>
  onClient((client) => {
    asking(client)
    const { status } = converse(client, [
      ['', 'y\ry\ryes\r'],
      [ASKS, 'n\r'],
    ])
    expect([status, existsSync(client.path('ran'))]).toEqual([125, false])
  }))

test('Ctrl-C is for the whole event: nothing more is asked, and nothing runs', () =>
  onClient((client) => {
    client.settings({ ...OPEN, approval: 'ask' })
    client.profile(['a', 'b', 'c'].map((name) => sh(name, `: > ${client.path('ran')}`)))
    const { shown, status } = converse(client, [[ASKS, '\x03']])
    expect(shown.split(ASKS)).toHaveLength(2)
    expect([status, existsSync(client.path('ran'))]).toEqual([125, false])
  }))

test('what a terminal would obey, hide or turn round is shown as its number', () =>
  onClient((client) => {
    asking(client, 'echo \u001b[2J\u202e\u200b\u3164\ufe0f\u0007 end', { A: '\u001b]0;title\u0007', B: 'a\nb' })
    const { shown } = converse(client, [[ASKS, 'n\r']])
    expect(shown).toContain('  | echo \\u{1b}[2J\\u{202e}\\u{200b}\\u{3164}\\u{fe0f}\\u{7} end')
    expect(shown).toContain('  A=\\u{1b}]0;title\\u{7}')
    expect(shown).toContain('  B=a\\u{a}b')
  }))
