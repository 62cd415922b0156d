// Scripts that really run: interpreters, folders, variables, limits, output, what is left behind.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Client, cli, OPEN, onClient, SERVER, sh } from './support.ts'

const examples = join(import.meta.dirname, '../../examples')
const only = (client: Client, ...words: readonly string[]) => client.result('connect', ...words).scripts[0]

function alone(client: Client, body: string, env: object = {}, more: object = {}) {
  client.settings(OPEN)
  client.profile([{ name: 'a', on: 'connect', platforms: ['linux'], body, ...more }], env)
  return only(client)
}

describe('what a first line means on this machine', () => {
  test.each([
    ['no line: sh', 'echo "$0" | sed "s,.*/,,"; exit 3', { rule: 'no-shebang', status: 3, stdout: 'script.sh\n' }],
    ['the system reads it', '#!/bin/sh -e\nfalse\necho no', { rule: 'os', interpreter: '/bin/sh', status: 1, stdout: '' }],
    ['env of the system', '#!/usr/bin/env sh\necho hi', { rule: 'os', status: 0, stdout: 'hi\n' }],
    [
      '#!python is the built-in one',
      '#!python\nimport sys; print(sys.version_info[:2] >= (3, 14))',
      { interpreter: 'builtin', stdout: 'True\n' },
    ],
    ['CR LF is nothing to python', '#!python3 -u\r\nprint("a")\r\n', { rule: 'builtin-python', stdout: 'a\n' }],
    [
      'the system has no python of that name',
      '#!/usr/bin/env python2.5\nprint("a")',
      { rule: 'system-python', interpreter: 'builtin', stdout: 'a\n' },
    ],
    [
      'no such interpreter',
      '#!/no/such/thing\nx',
      { outcome: 'failed', status: 127, reason: { code: 'not-found', message: 'there is no /no/such/thing' } },
    ],
    ['an interpreter that is a folder', '#!/usr\nx', { outcome: 'failed', status: 126, reason: { code: 'not-executable' } }],
    ['CR LF before the system', '#!/bin/sh\r\necho', { outcome: 'failed', status: 126, reason: { code: 'carriage-return' } }],
    ['#EXT', '#EXT vbs\nx', { outcome: 'failed', status: 126, reason: { code: 'extension' } }],
    ['it dies of a signal', 'kill -9 $$', { outcome: 'ran', status: 137, signal: 'SIGKILL' }],
    ['127 of its own', 'no-such-command', { outcome: 'ran', status: 127 }],
  ])('%s', (_, body, expected) =>
    onClient((client) => {
      expect(alone(client, body)).toMatchObject(expected)
    }),
  )

  test('the python of the machine is its default one, found with PREPATH in front', () =>
    onClient((client) => {
      mkdirSync(client.path('bin'), { mode: 0o755 })
      writeFileSync(client.path('bin/python'), '#!/bin/sh\necho mine "$(basename "$1")"\n', { mode: 0o755 })
      const script = alone(client, '#!/usr/bin/env python\nprint(1)', { PREPATH: client.path('bin') })
      expect(script).toMatchObject({ rule: 'system-python', interpreter: client.path('bin/python'), stdout: 'mine script.py\n' })
      client.settings({ ...OPEN, pythonOnUnix: 'builtin' })
      expect(only(client)).toMatchObject({ interpreter: 'builtin', stdout: '1\n' })
    }))
})

test('a script lies in a folder that only its user can enter, and nothing of it stays', () =>
  onClient((client) => {
    const body = 'd=$(dirname "$0"); stat -c "%a %U" "$d" "$0"; pwd; id -un; echo "$N_RECONNECTS $GRACEFUL_DISCONNECT"'
    const script = alone(client, body)
    const user = String(script?.stdout).split('\n')[3]
    const folder = client.path(`data/py-runner/servers/${SERVER}`)
    expect(script?.stdout).toBe(`700 ${user}\n700 ${user}\n${folder}\n${user}\n0 0\n`)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(readdirSync(client.path('data/py-runner/run'))).toEqual([])
    alone(client, 'exit 1')
    alone(client, 'sleep 60', {}, { timeout: '200ms' })
    expect(readdirSync(client.path('data/py-runner/run'))).toEqual([])
  }))

test('what a script leaves in its folder is there at the next event', () =>
  onClient((client) => {
    const body = '[ -e marker ] && echo again || { : > marker; echo first; }'
    expect(alone(client, body)?.stdout).toBe('first\n')
    expect(only(client, '--reconnects', '1')?.stdout).toBe('again\n')
  }))

test('the second documented sample installs once', () =>
  onClient((client) => {
    mkdirSync(client.path('bin'))
    writeFileSync(client.path('bin/msiexec'), `#!/bin/sh\necho "$@" >> ${client.path('installed')}\n`, { mode: 0o755 })
    writeFileSync(client.path('viewer.msi'), '')
    const env = {
      MSI_URL: `file://${client.path('viewer.msi')}`,
      MSI_HASH: 'da39a3ee5e6b4b0d3255bfef95601890afd80709',
      PREPATH: client.path('bin'),
    }
    const body = readFileSync(join(examples, 'install_msi.py'), 'utf8')
    for (const _ of [1, 2]) expect(alone(client, body, env)).toMatchObject({ interpreter: 'builtin', status: 0, stderr: '' })
    expect(readFileSync(client.path('installed'), 'utf8')).toMatch(/^\/i viewer\.msi \/l.* msi\.log\n$/) // sh expands the star
  }))

test('both documented samples are in a profile that examples/ packs', () =>
  onClient((client) => {
    client.write('profile.json', client.run(['profile', 'pack', examples]).stdout)
    client.settings(OPEN)
    const windows = client.result('connect', '--user', 'ada', '--platform', 'windows', '--dry-run')
    expect(windows.scripts.map(({ script, rule }) => [script, rule])).toEqual([
      ['launch a page', 'builtin-python'],
      ['install the viewer', 'builtin-python'],
    ])
    const opened = client.run(client.words('connect', '--user', 'ada', '--json'), { BROWSER: 'echo' })
    expect(JSON.parse(opened.stdout)).toMatchObject({
      exitCode: 0,
      scripts: [{ stdout: 'https://intranet.example.com/\n', stderr: '' }],
    })
    const again = client.run(client.words('connect', '--user', 'ada', '--json', '--reconnects', '1'), { BROWSER: 'echo' })
    expect(JSON.parse(again.stdout)).toMatchObject({ exitCode: 0, scripts: [{ stdout: '' }] })
  }))

test('scripts run in their order, and each has its status; one that fails makes the command end with 1', () =>
  onClient((client) => {
    client.settings(OPEN)
    client.profile([sh('one', 'echo 1 >> log; exit 4'), sh('two', 'echo 2 >> log'), sh('three', 'cat log >&2; exit 0')])
    const { scripts, exit } = client.result('connect')
    expect(scripts.map(({ status }) => status)).toEqual([4, 0, 0])
    expect(scripts[2]?.stderr).toBe('1\n2\n')
    expect(exit).toBe(1)
    const { stdout, stderr, status } = client.event('connect')
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 })
    expect(stderr).toBe('py-runner: one: ended (4)\npy-runner: two: ended (0)\n1\n2\n1\n2\npy-runner: three: ended (0)\n')
  }))

test('--dry-run says everything and does nothing', () =>
  onClient((client) => {
    client.settings(OPEN)
    client.profile([sh('a', `: > ${client.path('ran')}`)], { TOKEN: { value: 'hunter2', secret: true }, PREPATH: '/x' })
    expect(client.result('connect', '--dry-run', '--reconnects', '2')).toMatchObject({
      exit: 0,
      scripts: [{ outcome: 'would-run', environment: { TOKEN: '******', N_RECONNECTS: '2', PATH: '/x' } }],
    })
    expect(readdirSync(client.folder).sort()).toEqual(['profile.json', 'settings.json'])
    client.settings({ ...OPEN, approval: 'ask' })
    expect(client.result('connect', '--dry-run')).toMatchObject({ exit: 125, scripts: [{ reason: { code: 'approval' } }] })
  }))

test('a script that takes too long is ended with all that it started', () =>
  onClient((client) => {
    const body = `setsid sh -c 'trap "" TERM; sleep 600 & echo $! > ${client.path('pid')}; wait' &\nwhile [ ! -s ${client.path('pid')} ]; do sleep 0.1; done\nsleep 600`
    expect(alone(client, body, {}, { timeout: '5s' })).toMatchObject({ outcome: 'ran', status: 124, timedOut: true })
    const pid = readFileSync(client.path('pid'), 'utf8').trim()
    const left = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : 'gone'
    expect(left).toMatch(/^gone|\) Z /)
  }))

test('a script that takes too long is ended with daemons that left its session and its environment', () =>
  onClient((client) => {
    const daemon = (name: string) => `trap "" TERM; echo $$ > ${client.path(name)}; exec sleep 600`
    const body = [
      `setsid --fork sh -c '${daemon('a')}' </dev/null >/dev/null 2>&1`,
      `env -i /usr/bin/setsid --fork /bin/sh -c '/usr/bin/setsid --fork /bin/sh -c "${daemon('b').replaceAll('"', '\\"').replace('$$', '\\$\\$')}"'`,
      `while [ ! -s ${client.path('a')} ] || [ ! -s ${client.path('b')} ]; do sleep 0.1; done`,
      'echo started; sleep 600',
    ].join('\n')
    expect(alone(client, body, {}, { timeout: '3s' })).toMatchObject({ status: 124, timedOut: true, stdout: 'started\n' })
    for (const name of ['a', 'b']) {
      const pid = readFileSync(client.path(name), 'utf8').trim()
      const left = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : 'gone'
      expect(left, name).toMatch(/^gone|\) Z /)
    }
  }))

test('a program that a script leaves behind keeps no event from ending, and goes on', () =>
  onClient((client) => {
    const script = alone(client, 'sleep 600 & echo $!')
    expect(script).toMatchObject({ status: 0 })
    process.kill(Number(script?.stdout)) // throws if it is gone
  }))

test('the last megabyte of what a script prints is kept', () =>
  onClient((client) => {
    const script = alone(client, 'head -c 3000000 /dev/zero | tr "\\0" x; echo end')
    expect(script).toMatchObject({ truncated: true, status: 0 })
    expect(String(script?.stdout)).toHaveLength(1024 * 1024)
    expect(String(script?.stdout)).toMatch(/^x+end\n$/)
    expect(alone(client, 'echo short')).toMatchObject({ truncated: false })
  }))

test('a script without a desktop opens no browser, and is told so', () =>
  onClient((client) => {
    const body = '#!python\nimport webbrowser\nprint(webbrowser.open("https://a/"), webbrowser.get().open("https://a/"))'
    client.settings(OPEN)
    client.write('browser', `#!/bin/sh\n: > ${client.path('opened')}\n`, 0o755)
    const open = (more: object) => {
      client.profile([{ name: 'a', on: 'connect', platforms: ['linux', 'windows'], body, ...more }])
      const { stdout } = client.run(client.words('connect', '--json'), { BROWSER: client.path('browser') })
      return JSON.parse(stdout).scripts[0]
    }
    const none = open({ desktop: false })
    expect(none).toMatchObject({ status: 0, stdout: expect.stringMatching(/^False /), environment: { PY_RUNNER_DESKTOP: '0' } })
    expect(none.stderr).toContain(
      'webbrowser: this script runs without a desktop (PY_RUNNER_DESKTOP is 0), so no browser was opened',
    )
    expect(open({})).toMatchObject({ stdout: 'True True\n' })
    expect(existsSync(client.path('opened'))).toBe(true)
    // By itself only an administrator's script on Windows has none.
    const isTold = (level: string, platform: string, more: object = {}) => {
      client.profile([{ name: 'a', on: 'connect', platforms: ['linux', 'windows', 'mac'], level, body, ...more }])
      const [script] = client.result('connect', '--dry-run', '--platform', platform).scripts
      return (script?.environment as Record<string, string> | undefined)?.PY_RUNNER_DESKTOP
    }
    expect(isTold('admin', 'windows')).toBe('0')
    expect(isTold('admin', 'windows', { desktop: true })).toBeUndefined()
    for (const [level, platform] of [
      ['user', 'windows'],
      ['admin', 'linux'],
      ['admin', 'mac'],
    ] as const)
      expect(isTold(level, platform)).toBeUndefined()
  }))

test('a secret is nowhere: output, result, log', () =>
  onClient((client) => {
    const env = { TOKEN: { value: 'hunter2hunter2', secret: true }, NAME: 'plain-value' }
    const body = '#!python\nimport os, sys\nprint(os.environ["TOKEN"])\nraise ValueError(os.environ["TOKEN"])'
    const script = alone(client, body, env)
    expect(script).toMatchObject({ status: 1, stdout: '******\n' })
    expect(script?.stderr).toContain('ValueError: ******')
    expect(JSON.stringify(script)).not.toContain('hunter2')
    const { stdout, stderr } = client.event('connect')
    expect(stdout + stderr).not.toContain('hunter2')
    const log = readFileSync(client.path('data/py-runner/audit.jsonl'), 'utf8')
    expect(log).not.toContain('hunter2')
    expect(log).not.toContain('plain-value')
    expect(JSON.parse(log.split('\n')[0] ?? '')).toMatchObject({
      script: 'a',
      status: 1,
      server: SERVER,
      environment: ['NAME', 'TOKEN', 'N_RECONNECTS', 'GRACEFUL_DISCONNECT'],
    })
    expect(statSync(client.path('data/py-runner/audit.jsonl')).mode & 0o777).toBe(0o600)
  }))

test('each run has a receipt from its start, and what it printed beside it', () =>
  onClient((client) => {
    const env = { TOKEN: { value: 'hunter2hunter2', secret: true }, NAME: 'plain-value' }
    const receipts = client.path('data/py-runner/receipts')
    const script = alone(client, `echo "$TOKEN"; cat ${receipts}/*.json; sleep 0.3; cat ${receipts}/*.log; exit 3`, env)
    const kept = (ending: string) => readFileSync(join(receipts, `${script?.receipt}.${ending}`), 'utf8')
    expect(JSON.parse(kept('json'))).toMatchObject({
      receipt: script?.receipt,
      script: 'a',
      status: 3,
      digest: script?.digest,
      server: SERVER,
      approval: 'silent',
      started: script?.started,
      ended: script?.ended,
      environment: ['NAME', 'TOKEN', 'N_RECONNECTS', 'GRACEFUL_DISCONNECT'],
    })
    expect(script?.stdout).toMatch(/^\*{6}\n\{\n {2}"receipt": .*\}\n\*{6}\n\{/s) // both were there while it ran
    expect(kept('log')).toBe(script?.stdout)
    for (const name of readdirSync(receipts)) {
      expect(readFileSync(join(receipts, name), 'utf8')).not.toMatch(/hunter2|plain-value/)
      expect(statSync(join(receipts, name)).mode & 0o777).toBe(0o600)
    }
    for (let n = 0; n < 120; n++) writeFileSync(join(receipts, `2020-${String(n).padStart(3, '0')}.json`), '{}')
    only(client)
    const all = readdirSync(receipts).filter((name) => name.endsWith('.json'))
    expect(all).toHaveLength(100)
    expect(all).toContain(`${script?.receipt}.json`)
  }))

test('what cannot be recorded does not run', () =>
  onClient((client) => {
    client.settings(OPEN)
    client.profile([sh('a', `: > ${client.path('ran')}`)])
    mkdirSync(client.path('data/py-runner'), { recursive: true, mode: 0o700 })
    writeFileSync(client.path('data/py-runner/receipts'), '')
    expect(client.event('connect')).toMatchObject({ status: 125, stdout: '' })
    expect(existsSync(client.path('ran'))).toBe(false)
  }))

test('more variables than the system takes are an outcome, not a fault', () =>
  onClient((client) => {
    const env = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`V${n}`, 'x'.repeat(32_767)]))
    expect(alone(client, 'true', env)).toMatchObject({
      outcome: 'failed',
      status: 126,
      reason: { message: expect.stringContaining('E2BIG') },
    })
  }))

test('whoever pushes much has not much room in the log', () =>
  onClient((client) => {
    client.settings({ ...OPEN, trustedServers: [] })
    const env = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`${'N'.repeat(240)}_${i}`, 'x']))
    client.profile(
      Array.from({ length: 100 }, (_, i) => sh(`s${i}`, ':')),
      env,
    )
    expect(client.event('connect').status).toBe(125)
    const lines = readFileSync(client.path('data/py-runner/audit.jsonl'), 'utf8').trim().split('\n')
    expect(lines).toHaveLength(100)
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(3000)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ reason: { code: 'trust' }, moreNames: expect.any(Number) })
    client.profile(Array.from({ length: 101 }, (_, i) => sh(`s${i}`, ':')))
    expect(client.event('connect')).toMatchObject({ status: 2, stderr: expect.stringContaining('more than 100 scripts') })
  }))

test('the log is bounded, the oldest going first', () =>
  onClient((client) => {
    alone(client, 'true')
    const log = client.path('data/py-runner/audit.jsonl')
    for (const n of [1, 2, 3, 4, 5]) {
      writeFileSync(log, `${n}${'x'.repeat(1024 * 1024)}\n`)
      only(client)
    }
    const kept = readdirSync(client.path('data/py-runner')).filter((name) => name.startsWith('audit'))
    expect(kept.sort()).toEqual(['audit.jsonl', 'audit.jsonl.1', 'audit.jsonl.2', 'audit.jsonl.3'])
    expect(readFileSync(`${log}.3`, 'utf8')[0]).toBe('3')
  }))

/** Starts an event whose first script says on standard output that it runs. */
async function begin(client: Client, event: string) {
  const child = spawn(process.execPath, [cli, ...client.words(event)], {
    cwd: client.folder,
    env: client.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  let stderr = ''
  child.stderr.on('data', (chunk) => (stderr += chunk))
  await once(child.stdout, 'data')
  return { child, ended, said: () => stderr }
}

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s ends what runs, and begins nothing more', (signal) =>
  onClient(async (client) => {
    client.settings(OPEN)
    client.profile([sh('long', 'echo begun; sleep 600'), sh('next', `: > ${client.path('ran')}`)])
    const { child, ended, said } = await begin(client, 'connect')
    child.kill(signal)
    expect(await ended).toEqual([1, null])
    expect(said()).toContain('py-runner: long: was cancelled')
    expect(said()).toContain('py-runner: next: not run: cancelled')
    expect(existsSync(client.path('ran'))).toBe(false)
    expect(readdirSync(client.path('data/py-runner/run'))).toEqual([])
  }),
)

test('a disconnect ends scripts of the connect, or waits for them', () =>
  onClient(async (client) => {
    const bye = sh('bye', 'echo bye', { on: 'disconnect' })
    client.settings(OPEN)
    client.profile([sh('long', 'echo begun; sleep 600'), bye])
    const first = await begin(client, 'connect')
    expect(client.event('disconnect')).toMatchObject({ status: 0, stdout: 'bye\n' })
    expect(await first.ended).toEqual([1, null])
    client.settings({ ...OPEN, onDisconnect: 'wait' })
    client.profile([sh('long', `echo begun; while [ ! -e ${client.path('go')} ]; do sleep 0.1; done`), bye])
    const second = await begin(client, 'connect')
    const last = spawn(process.execPath, [cli, ...client.words('disconnect')], {
      cwd: client.folder,
      env: client.environment,
      stdio: 'ignore',
    })
    writeFileSync(client.path('go'), '')
    expect(await second.ended).toEqual([0, null])
    expect(await once(last, 'exit')).toEqual([0, null])
  }))

test('a long name of a server is one as any other', () =>
  onClient((client) => {
    const server = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(61)}`
    client.settings({ ...OPEN, trustedServers: [server] })
    client.write('profile.json', { version: 1, server, groups: { __DEFAULT__: { scripts: [sh('a', 'echo a')] } } })
    expect(client.event('connect')).toMatchObject({ status: 0, stdout: 'a\n' })
  }))

test('what a script that did not run says of itself is nothing that a terminal obeys', () =>
  onClient((client) => {
    client.settings({ ...OPEN, approval: 'ask' })
    client.profile([{ name: 'a', on: 'connect', platforms: ['linux'], body: '#!/no/\u001b[2J\u202e\nx' }], { A: '\u001b[2J' })
    for (const words of [[], ['--dry-run']]) {
      const { stderr } = client.event('connect', ...words)
      expect(stderr).toContain('there is no /no/\\u{1b}[2J\\u{202e}')
      for (const obeyed of ['\u001b', '\u202e']) expect(stderr).not.toContain(obeyed)
    }
    expect(client.run(['profile', 'explain', 'profile.json']).stdout).toContain('A=\\u{1b}[2J')
  }))

test('bad input ends with 2 and runs nothing', () =>
  onClient((client) => {
    client.settings(OPEN)
    client.profile([sh('a', 'echo a')], { 'A=B': 'x' })
    expect(client.event('connect')).toMatchObject({ status: 2, stdout: '' })
    client.profile([sh('a', 'echo a')], { A: 'x\0y' })
    expect(client.event('connect').stderr).toContain('groups.__DEFAULT__.env.A has a NUL')
    client.profile([sh('a', 'echo a')])
    for (const words of [
      ['--reconnects', '-1'],
      ['--platform', 'windows'],
      ['--profile', 'none.json'],
      ['--as-user', 'no such user'],
    ])
      expect(client.event('connect', ...words), words.join(' ')).toMatchObject({ status: 2, stdout: '' })
    client.write('settings.json', '{"allowScripts":"yes"}')
    expect(client.event('connect')).toMatchObject({ status: 2, stdout: '' })
    chmodSync(client.path('settings.json'), 0o600)
  }))
