// The document that the scripting engine is made from, line by line: each row quotes it, and tries what it says.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Client, OPEN, onClient, SERVER, sh } from './support.ts'

const examples = join(import.meta.dirname, '../../examples')
const isRoot = process.getuid?.() === 0
const ALL = ['windows', 'mac', 'linux'] as const
const python = (body: string, more: object = {}) => ({
  name: 'a',
  on: 'connect',
  platforms: ALL,
  body,
  ...more,
})

/** One script, run for real. */
function run(client: Client, script: object, env: object = {}, words: readonly string[] = [], event = 'connect') {
  client.settings(OPEN)
  client.profile([{ name: 'a', on: event, platforms: ALL, ...script }], env)
  return client.result(event, ...words).scripts[0]
}

/** The rule, the interpreter and the outcome of one body on one platform. */
function preview(client: Client, body: string, platform: string, more: object = {}) {
  client.settings(OPEN)
  client.profile([{ name: 'a', on: 'connect', platforms: ALL, body, ...more }])
  return client.result('connect', '--dry-run', '--platform', platform).scripts[0]
}

type Row = readonly [line: string, check: (client: Client) => void, needs?: boolean]

const groups: readonly Row[] = [
  [
    'scripts that are associated with a given group will only be pushed to clients that are members of that group',
    (client) => {
      const users = { ada: { group: 'sales' }, bob: { group: 'other' } }
      const sales = { scripts: [sh('of sales', 'echo sales')] }
      client.settings(OPEN)
      client.write('profile.json', { version: 1, server: SERVER, users, groups: { sales, other: {} } })
      expect(client.result('connect', '--user', 'ada').scripts).toMatchObject([{ script: 'of sales', stdout: 'sales\n' }])
      for (const user of ['bob', 'eve', 'sales', '__DEFAULT__'])
        expect(client.result('connect', '--user', user).scripts).toEqual([])
    },
  ],
  [
    'If you would like to push scripts to all clients, it is possible to configure a default',
    (client) => {
      client.settings(OPEN)
      const groups = { __DEFAULT__: { scripts: [sh('all', 'echo all')] }, sales: {} }
      client.write('profile.json', { version: 1, server: SERVER, users: { ada: { group: 'sales' } }, groups })
      for (const words of [['--user', 'ada'], ['--user', 'nobody'], []])
        expect(client.result('connect', ...words).scripts).toMatchObject([{ stdout: 'all\n' }])
    },
  ],
  [
    '(a) scripts can be defined for each of the platforms supported by the Access Server client: Windows, Mac OS X, and Linux',
    (client) => {
      client.settings(OPEN)
      client.profile(ALL.map((name) => ({ name, on: 'connect', platforms: [name], body: '#!python\n' })))
      for (const platform of ALL) {
        const { scripts } = client.result('connect', '--dry-run', '--platform', platform)
        expect(scripts).toMatchObject([{ script: platform, outcome: 'would-run', interpreter: 'builtin' }])
      }
    },
  ],
  [
    '(b) scripts can be designated as requiring user or admin-level',
    (client) => {
      client.settings(OPEN)
      client.profile(['user', 'admin'].map((level) => sh(level, 'id -u', { level })))
      const [user, admin] = client.result('connect').scripts
      expect(user).toMatchObject({ level: 'user', stdout: `${process.getuid?.()}\n` })
      expect(admin).toMatchObject(isRoot ? { level: 'admin', stdout: '0\n' } : { reason: { code: 'rights' } })
    },
  ],
  [
    '(c) environmental variables may be defined that will be pushed to scripts',
    (client) =>
      expect(run(client, sh('a', 'echo "$A $B"'), { A: 'one  two', B: '$(id) `id` "\'é' })?.stdout).toBe(
        'one  two $(id) `id` "\'é\n',
      ),
  ],
]

const security: readonly Row[] = [
  [
    'Scripts may be designated on the Access Server as requiring user or administrative privileges. Admin-level script execution requires that an additional global setting be configured',
    (client) => {
      client.settings({ ...OPEN, allowAdminScripts: false })
      client.profile([sh('admin', `: > ${client.path('ran')}`, { level: 'admin' }), sh('user', 'echo user')])
      const { scripts, exit } = client.result('connect')
      expect(scripts).toMatchObject([{ reason: { code: 'allowAdminScripts' } }, { stdout: 'user\n' }])
      expect([exit, existsSync(client.path('ran'))]).toEqual([125, false])
    },
  ],
  ...(
    [
      ['The server is trusted', 'trust', { trustedServers: [] }],
      ["The client's global settings allow script execution", 'allowScripts', { allowScripts: false }],
      [
        'The end user approves the script, or an administrator configured the client to run scripts silently',
        'approval',
        { approval: 'ask' },
      ],
    ] as const
  ).map(
    ([line, code, settings]): Row => [
      line,
      (client) => {
        client.settings({ ...OPEN, ...settings })
        client.profile(['connect', 'disconnect'].map((on) => sh(on, `: > ${client.path('ran')}`, { on })))
        for (const words of [['connect'], ['connect', '--reconnects', '1'], ['disconnect'], ['disconnect', '--graceful']])
          expect(client.result(words[0] ?? '', ...words.slice(1))).toMatchObject({ exit: 125, scripts: [{ reason: { code } }] })
        expect(existsSync(client.path('ran'))).toBe(false)
      },
    ],
  ),
]

const languages: readonly Row[] = [
  [
    'The Access Server client supports script execution using locally installed script interpreters such as cmd.exe on Windows and sh/bash on unix/linux',
    (client) => {
      expect(preview(client, 'echo %PATH%', 'windows')).toMatchObject({ rule: 'no-shebang', interpreter: 'cmd.exe' })
      expect(run(client, { body: 'echo "by $0"' })).toMatchObject({ rule: 'no-shebang', interpreter: '/bin/sh', status: 0 })
      expect(run(client, { body: '#!/bin/bash\necho "${BASH_VERSION:+bash}"' })?.stdout).toBe('bash\n')
    },
  ],
  [
    'The client also supports execution of Python scripts on all platforms, using an integrated python',
    (client) => {
      for (const platform of ALL) expect(preview(client, '#!python\n', platform)).toMatchObject({ interpreter: 'builtin' })
      expect(
        run(client, python('#!python\nimport sys; print(sys.implementation.name, sys.version_info >= (3, 14))'))?.stdout,
      ).toBe('cpython True\n')
    },
  ],
  [
    'the integrated Python interpreter does not include 100% of the standard Python library that would be present with a stock Python install',
    (client) => {
      const left = run(client, python('#!python\nimport tkinter'))
      expect(left).toMatchObject({ status: 1, stderr: expect.stringMatching(/ModuleNotFoundError: .*tkinter.*/) })
      expect(
        run(client, python('#!python\nimport json, subprocess, urllib.request, hashlib, zipfile; print("here")'))?.stdout,
      ).toBe('here\n')
    },
  ],
]

const samples: readonly Row[] = [
  [
    "On VPN connection initiation, launch a URL in the default browser. … if os.environ['N_RECONNECTS'] == '0':",
    (client) => {
      client.write('browser', `#!/bin/sh\necho "$1" >> ${client.path('opened')}\n`, 0o755)
      client.settings({ ...OPEN, pythonOnUnix: 'builtin' })
      const body = readFileSync(join(examples, 'launch_url.py'), 'utf8')
      client.profile([{ name: 'a', on: 'connect', platforms: ALL, body }], { LAUNCH_URL: 'https://a.example/?b=c&d' })
      for (const reconnects of ['0', '1', '2'])
        expect(client.run(client.words('connect', '--reconnects', reconnects), { BROWSER: client.path('browser') }).status).toBe(
          0,
        )
      expect(readFileSync(client.path('opened'), 'utf8')).toBe('https://a.example/?b=c&d\n')
    },
  ],
  [
    'Works on all client platforms (Windows, Mac, Linux)',
    (client) => {
      const body = readFileSync(join(examples, 'launch_url.py'), 'utf8')
      const rules = ALL.map((platform) => preview(client, body, platform)?.rule)
      expect(rules).toEqual(['builtin-python', 'system-python', 'system-python'])
    },
  ],
  [
    'Leave a marker file behind, so that we only install the application once per local user. … raise ValueError("downloaded file has incorrect hash")',
    (client) => {
      mkdirSync(client.path('bin'))
      client.write('bin/msiexec', `#!/bin/sh\necho "$1 $2" >> ${client.path('installed')}\n`, 0o755)
      writeFileSync(client.path('viewer.msi'), 'not what was hashed')
      const script = { body: readFileSync(join(examples, 'install_msi.py'), 'utf8') }
      const hash = 'da39a3ee5e6b4b0d3255bfef95601890afd80709' // of nothing
      const env = { MSI_URL: `file://${client.path('viewer.msi')}`, MSI_HASH: hash, PREPATH: client.path('bin') }
      expect(run(client, script, env)).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('ValueError: downloaded file has incorrect hash'),
      })
      expect(existsSync(client.path('installed'))).toBe(false)
      writeFileSync(client.path('viewer.msi'), '')
      for (const words of [[], ['--reconnects', '1']]) expect(run(client, script, env, words)).toMatchObject({ status: 0 })
      expect(readFileSync(client.path('installed'), 'utf8')).toBe('/i viewer.msi\n')
      expect(existsSync(client.path(`data/py-runner/servers/${SERVER}/${hash}`))).toBe(true)
    },
  ],
]

const notes: readonly Row[] = [
  [
    'On Windows, scripts that run with admin privileges may not be able to interact with the desktop',
    (client) => {
      const told = (level: string) => preview(client, '#!python\n', 'windows', { level })?.environment
      expect(told('admin')).toMatchObject({ PY_RUNNER_DESKTOP: '0' })
      expect(told('user')).not.toHaveProperty('PY_RUNNER_DESKTOP')
    },
  ],
  [
    'Admin-level scripts (if allowed) will be executed by the client even if the end-user who is currently operating the client does not possess admin privileges',
    (client) => {
      client.settings(OPEN)
      client.profile([sh('admin', 'id -un', { level: 'admin' }), sh('user', 'id -un')])
      const { scripts, exit } = client.result('connect', '--as-user', 'nobody')
      expect(scripts[0]).toMatchObject({ level: 'admin', stdout: 'root\n' })
      expect(scripts[1]?.stdout).not.toBe('root\n')
      expect(exit).toBe(1) // nobody has no home to run in
    },
    isRoot,
  ],
  [
    "PREPATH -- if defined, will be prepended to client's PATH before the script is executed",
    (client) => {
      for (const name of ['one', 'two']) mkdirSync(client.path(name), { mode: 0o755 })
      client.write('two/tool', '#!/bin/sh\necho mine\n', 0o755)
      copyFileSync('/bin/echo', client.path('two/ls'))
      const PREPATH = `${client.path('one')}:${client.path('two')}`
      expect(run(client, sh('a', 'echo "$PATH"; tool; ls before'), { PREPATH })?.stdout).toBe(
        `${PREPATH}:/usr/bin:/bin\nmine\nbefore\n`,
      )
      expect(run(client, sh('a', 'echo "$PATH"'))?.stdout).toBe('/usr/bin:/bin\n')
      expect(run(client, { body: '#!/usr/bin/env tool\n' }, { PREPATH })?.stdout).toBe('mine\n')
    },
  ],
  [
    'N_RECONNECTS (integer rendered as string) -- the number of reconnects that have occurred thus far in this session',
    (client) => {
      for (const [words, shown] of [
        [[], "'0'"],
        [['--reconnects', '12'], "'12'"],
      ] as const)
        expect(
          run(client, python('#!python\nimport os; print(repr(os.environ["N_RECONNECTS"]))'), { N_RECONNECTS: '99' }, words)
            ?.stdout,
        ).toBe(`${shown}\n`)
    },
  ],
  [
    'GRACEFUL_DISCONNECT ("0" or "1") -- set to "1" if this disconnect was requested by the user, and "0" if the disconnect was unexpected',
    (client) => {
      const body = sh('a', 'echo "$GRACEFUL_DISCONNECT"', { on: 'disconnect' })
      expect(run(client, body, {}, ['--graceful'], 'disconnect')?.stdout).toBe('1\n')
      expect(run(client, body, { GRACEFUL_DISCONNECT: '1' }, [], 'disconnect')?.stdout).toBe('0\n')
    },
  ],
]

const shebangs: readonly Row[] = [
  [
    'on unix, shebangs are processed by the OS',
    (client) => {
      for (const platform of ['mac', 'linux'])
        expect(preview(client, '#!/bin/cat\n', platform)).toMatchObject({ rule: 'os', interpreter: '/bin/cat' })
      expect(run(client, { body: '#!/bin/cat\nwhat it prints\n' })?.stdout).toBe('#!/bin/cat\nwhat it prints\n')
      expect(run(client, { body: '#!/bin/echo one argument\n' })?.stdout).toMatch(/^one argument \/.*\n$/)
    },
  ],
  ['[script content] -- defaults to cmd.exe processing', windows('dir\r\n', { rule: 'no-shebang', interpreter: 'cmd.exe' })],
  ['#!foo.exe [script content... -- find foo.exe in path]', windows('#!foo.exe\n', { rule: 'program', interpreter: 'foo.exe' })],
  [
    '#!foo.exe -a somearg [script content... -- pass options (the last option is the implicit script filename)]',
    windows('#!foo.exe -a somearg\r\n', { rule: 'program', interpreter: 'foo.exe' }),
  ],
  [
    '#!"c:\\Program Files\\Foo Corp\\foo.exe" -a somearg [script content... -- quote the program exe]',
    windows('#!"c:\\Program Files\\Foo Corp\\foo.exe" -a somearg\n', {
      rule: 'program',
      interpreter: 'c:\\Program Files\\Foo Corp\\foo.exe',
    }),
  ],
  [
    '#EXT foo [script content... -- script will be written to a .foo file before execution]',
    windows('#EXT foo\n', { rule: 'extension', interpreter: 'the program for its extension' }),
  ],
  [
    '[python code -- execute python script using OpenVPN Client built-in python interpreter]',
    windows('#!python\n', { rule: 'builtin-python', interpreter: 'builtin' }),
  ],
  [
    '#!/usr/bin/env python [… built-in python interpreter on Windows, and using default python install on unix.]',
    (client) => {
      const body =
        '#!/usr/bin/env python\nimport sys; print("builtin" if sys.executable.endswith("py-runner") else "system", file=sys.stderr)\n'
      expect(preview(client, body, 'windows')).toMatchObject({ rule: 'builtin-python', interpreter: 'builtin' })
      mkdirSync(client.path('bin'), { mode: 0o755 })
      client.write('bin/python', '#!/bin/sh\nexec /usr/bin/python3 "$@"\n', 0o755)
      const system = run(
        client,
        { body: '#!/usr/bin/env python\nimport sys; print(sys.executable)\n' },
        { PREPATH: client.path('bin') },
      )
      expect(system).toMatchObject({
        rule: 'system-python',
        interpreter: client.path('bin/python'),
        stdout: '/usr/bin/python3\n',
      })
      rmSync(client.path('bin/python'))
    },
  ],
]

// Windows' own rules, as data: what would run there.
function windows(body: string, expected: object): (client: Client) => void {
  return (client) => expect(preview(client, `${body}content\n`, 'windows')).toMatchObject({ outcome: 'would-run', ...expected })
}

describe.each([
  ['scripts are properties of groups', groups],
  ['Script Security', security],
  ['Scripting languages', languages],
  ['Sample Python Scripts', samples],
  ['notes and variables', notes],
  ['Script shebang usage', shebangs],
] as const)('%s:', (_, rows) => {
  for (const [line, check, needs = true] of rows) test.skipIf(!needs)(line, () => onClient(check))
})
