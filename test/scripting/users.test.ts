// Two users of the machine: root runs scripts for each, and nothing of root or of the other is theirs.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OPEN, onClient, SERVER, sh } from './support.ts'

const isRoot = process.getuid?.() === 0 && existsSync('/usr/sbin/useradd')
const names = ['pyra', 'pyrb'].map((name) => `${name}${process.pid % 10_000}`)
const [first = '', second = ''] = names
const group = `pyrg${process.pid % 10_000}`

describe.skipIf(!isRoot)('root runs scripts for', () => {
  beforeAll(() => {
    execFileSync('/usr/sbin/groupadd', [group])
    for (const name of names) execFileSync('/usr/sbin/useradd', ['--create-home', '--groups', group, name])
  })
  afterAll(() => {
    for (const name of names) {
      spawnSync('pkill', ['-KILL', '-u', name]) // what makes snapshots after a first start
      spawnSync('/usr/sbin/userdel', ['--force', '--remove', name])
    }
    execFileSync('/usr/sbin/groupdel', [group])
  })

  test('no user’s daemon outlives the limit, wherever it goes', () =>
    onClient((client) => {
      client.settings(OPEN)
      const pid = `/home/${first}/pid`
      const daemon = `trap "" TERM; echo $$ > ${pid}; exec sleep 600`
      const body = `env -i /usr/bin/setsid --fork /bin/sh -c '${daemon}' </dev/null >/dev/null 2>&1\nsleep 600`
      client.profile([sh('daemon', body, { timeout: '3s' })])
      const { stdout } = client.run(client.words('connect', '--json', '--as-user', first))
      expect(JSON.parse(stdout).scripts).toMatchObject([{ status: 124, timedOut: true }])
      const stat = `/proc/${readFileSync(pid, 'utf8').trim()}/stat`
      expect(existsSync(stat) ? readFileSync(stat, 'utf8') : 'gone').toMatch(/^gone|\) Z /)
    }))

  test('each user, whatever the umask of whoever calls it is', () =>
    onClient((client) => {
      client.settings(OPEN)
      client.profile([sh('who', 'id -un')])
      const words = [process.execPath, ...client.command('connect', '--json', '--as-user', first)]
      const env = { XDG_DATA_HOME: client.path('not/there') }
      const { stdout } = client.spawn('/bin/sh', ['-c', 'umask 077; exec "$@"', 'sh', ...words], env)
      expect(JSON.parse(stdout).scripts).toMatchObject([{ outcome: 'ran', status: 0, stdout: `${first}\n` }])
    }))

  test('each user, with the user’s groups, home, environment and folder', () =>
    onClient((client) => {
      client.settings(OPEN)
      const body = `id -un; id -Gn; echo "$HOME $USER"; pwd; echo "\${SECRET_OF_ROOT-none} $X"; id -ru; cat /etc/shadow > /dev/null || echo no; stat -c %U "$0"`
      client.profile([sh('who', body)], { X: 'pushed' })
      for (const name of names) {
        const { stdout } = client.run(client.words('connect', '--json', '--as-user', name), { SECRET_OF_ROOT: 'x' })
        const { scripts } = JSON.parse(stdout)
        const home = `/home/${name}`
        const folder = `${home}/.local/share/py-runner/servers/${SERVER}`
        const { uid } = statSync(home)
        expect(scripts[0].stdout.split('\n')).toEqual([
          name,
          `${name} ${group}`,
          `${home} ${name}`,
          folder,
          'none pushed',
          String(uid),
          'no',
          name,
          '',
        ])
        expect(statSync(folder)).toMatchObject({ uid })
        expect(statSync(folder).mode & 0o777).toBe(0o700)
      }
    }))

  test('a user cannot read the script of another while it runs', () =>
    onClient((client) => {
      client.settings(OPEN)
      const peek = `setpriv --reuid=${second} --regid=${second} --clear-groups cat "$0" "$(dirname "$0")"/* 2>&1; echo`
      client.profile([sh('root’s', peek, { level: 'admin' })])
      const { scripts } = client.result('connect', '--as-user', first)
      expect(scripts[0]?.stdout).toMatch(/^cat: .*: Permission denied\ncat: .*: Permission denied\n\n$/)
    }))

  test('what a user’s script leaves in its folder goes, with the user’s rights', () =>
    onClient((client) => {
      client.settings(OPEN)
      const run = client.path('data/py-runner/run')
      const body =
        'd=$(dirname "$0"); mkdir -p "$d/locked/in"; : > "$d/locked/in/file"; chmod 000 "$d/locked"; ln -s /etc "$d/etc"'
      client.profile([sh('a', body)])
      expect(client.result('connect', '--as-user', first).scripts).toMatchObject([{ status: 0 }])
      expect(readdirSync(run)).toEqual([])
      // What a program writes there goes on being the user's affair; the next event finds what is left.
      const writes =
        'd=$(dirname "$0"); exec > /dev/null 2>&1; (cd "$d"; while [ -e go ] || :; do : > "f$((n=n+1))"; done) & echo $! > pid'
      client.profile([sh('a', writes)])
      expect(client.result('connect', '--as-user', first).scripts).toMatchObject([{ status: 0 }])
      const pid = readFileSync(`/home/${first}/.local/share/py-runner/servers/${SERVER}/pid`, 'utf8').trim()
      execFileSync('kill', ['-9', pid])
      client.profile([sh('a', 'true')])
      expect(client.result('connect', '--as-user', first).exit).toBe(0)
      expect(readdirSync(run)).toEqual([])
    }))

  test('variables that a C library heeds are none of root’s while it becomes the user', () =>
    onClient((client) => {
      const names = ['LD_DEBUG', 'LD_DEBUG_OUTPUT']
      client.settings({ ...OPEN, allowEnvironment: names })
      mkdirSync(client.path('out'))
      chmodSync(client.path('out'), 0o1777)
      client.profile([sh('a', 'true')], { LD_DEBUG: 'libs', LD_DEBUG_OUTPUT: client.path('out/ld') })
      expect(client.result('connect', '--as-user', first).scripts).toMatchObject([{ status: 0 }])
      const { uid } = statSync(`/home/${first}`)
      const written = readdirSync(client.path('out')).map((name) => statSync(client.path(`out/${name}`)).uid)
      expect(new Set(written)).toEqual(new Set([uid]))
      client.profile([sh('a', 'true')], { LD_DEBUG: { value: 'libs', secret: true } })
      expect(client.result('connect', '--as-user', first).scripts).toMatchObject([{ reason: { code: 'environment' } }])
    }))

  test('a script of level admin stays root’s, with an environment of its own', () =>
    onClient((client) => {
      client.settings(OPEN)
      client.profile([
        sh('admin', 'id -un; echo "${NODE_OPTIONS-none} ${PYTHONPATH-none} ${LD_LIBRARY_PATH-none}"', { level: 'admin' }),
        {
          name: 'python',
          on: 'connect',
          platforms: ['linux'],
          level: 'admin',
          body: '#!python\nimport sys; print(sys.flags.isolated, sys.flags.no_user_site)',
        },
        {
          name: 'system',
          on: 'connect',
          platforms: ['linux'],
          level: 'admin',
          body: '#!/usr/bin/env python3\nimport sys; print(sys.flags.isolated)',
        },
      ])
      const env = { PYTHONPATH: '/tmp', LD_LIBRARY_PATH: '/tmp' }
      const { stdout } = client.run(client.words('connect', '--json', '--as-user', first), env)
      const { scripts } = JSON.parse(stdout)
      expect(scripts.map((script: { stdout: string }) => script.stdout)).toEqual(['root\nnone none none\n', '1 1\n', '1\n'])
    }))

  test('a python of the machine is isolated at level admin, and loads no module that others could write', () =>
    onClient((client) => {
      client.settings(OPEN)
      const flags = '#!python\nimport sys; print(sys.flags.isolated, sys.flags.dont_write_bytecode)'
      const admin = (line: string, body: string) => ({
        name: line.slice(2),
        on: 'connect',
        platforms: ['linux'],
        level: 'admin',
        body: body.replace('#!python', line),
      })
      client.profile(['#!/usr/bin/env python3', '#!/usr/bin/python3', '#!/usr/bin/python3 -B'].map((line) => admin(line, flags)))
      expect(client.result('connect').scripts.map(({ stdout }) => stdout)).toEqual(['1 0\n', '1 0\n', '1 1\n'])
      // A python of its own prefix, whose folder of packages the group can write.
      execFileSync('/usr/bin/python3', ['-m', 'venv', '--without-pip', client.path('venv')])
      const packages = client.path(`venv/lib/${readdirSync(client.path('venv/lib'))[0]}/site-packages`)
      copyFileSync(join(import.meta.dirname, 'files/evil.pth'), join(packages, 'evil.pth'))
      chmodSync(packages, 0o775)
      const venv = admin(`#!${client.path('venv/bin/python')}`, '#!python\nprint("ran")')
      client.profile([venv])
      const [script] = client.result('connect').scripts
      expect(script).toMatchObject({ outcome: 'refused', reason: { code: 'interpreter' } })
      expect(script?.reason?.message).toContain('site-packages can be written by others (mode 0775)')
      expect(existsSync(join(packages, 'ran'))).toBe(false)
      chmodSync(packages, 0o755)
      expect(client.result('connect').exit).toBe(0)
      expect(existsSync(join(packages, 'ran'))).toBe(true) // it is what python runs
      writeFileSync(join(packages, 'evil.pth'), `${client.path('shared')}\n`)
      mkdirSync(client.path('shared'))
      chmodSync(client.path('shared'), 0o777)
      expect(client.result('connect').scripts).toMatchObject([{ reason: { code: 'interpreter' } }])
      rmdirSync(client.path('shared'))
      client.write('tool', '#!/bin/sh\necho tool', 0o775)
      client.profile([venv, sh('tool', '', { level: 'admin', body: `#!${client.path('tool')}\n` })])
      expect(client.result('connect').scripts).toMatchObject([{ stdout: 'ran\n' }, { reason: { code: 'interpreter' } }])
      chmodSync(client.path('tool'), 0o755)
      expect(client.result('connect').scripts).toMatchObject([{ stdout: 'ran\n' }, { stdout: 'tool\n' }])
    }))

  test('a script that became another user’s keeps no client from quitting', () =>
    onClient((client) => {
      client.settings(OPEN)
      execFileSync('chown', ['-R', first, client.folder])
      copyFileSync('/usr/bin/setpriv', client.path('become'))
      execFileSync('/bin/sh', ['-c', `chown root ${client.path('become')} && chmod 4755 ${client.path('become')}`])
      client.profile([
        sh(
          'a',
          `exec ${client.path('become')} --reuid=0 --regid=0 --clear-groups /bin/sh -c 'echo $$ > ${client.path('pid')}; exec sleep 600'`,
          {
            timeout: '1s',
          },
        ),
      ])
      execFileSync('chown', [first, client.path('profile.json')])
      const line = [
        '--reuid',
        first,
        '--regid',
        first,
        '--clear-groups',
        process.execPath,
        ...client.command('connect', '--json'),
      ]
      const { stdout, status } = client.spawn('setpriv', line)
      const [script] = JSON.parse(stdout).scripts
      const pid = existsSync(client.path('pid')) ? readFileSync(client.path('pid'), 'utf8').trim() : undefined
      if (pid) execFileSync('kill', ['-9', pid]) // throws if it is gone: we did end it
      expect(script).toMatchObject(pid ? { status: 124, timedOut: true } : { outcome: 'ran' }) // a file system may allow no such program
      expect(status).toBe(1)
    }))

  test('the built-in interpreter runs for a user too', () =>
    onClient((client) => {
      client.settings(OPEN)
      const body =
        '#!python\nimport os, pathlib\nprint(os.getuid() == os.stat(pathlib.Path.home()).st_uid, os.getcwd() == str(pathlib.Path.cwd()))'
      client.profile([{ name: 'a', on: 'connect', platforms: ['linux'], body }])
      expect(client.result('connect', '--as-user', second).scripts).toMatchObject([{ status: 0, stdout: 'True True\n' }])
    }))

  test('a user whose folder is not the user’s own gets no script run in it', () =>
    onClient((client) => {
      client.settings(OPEN)
      client.profile([sh('a', 'echo a')])
      const servers = `/home/${first}/.local/share/py-runner/servers`
      execFileSync('/bin/sh', ['-c', `rm -rf ${servers} && mkdir ${servers} && chmod 777 ${servers}`])
      expect(client.result('connect', '--as-user', first).scripts).toMatchObject([
        { outcome: 'failed', status: 126, reason: { code: 'installation' } },
      ])
      execFileSync('/bin/sh', ['-c', `rm -rf ${servers}`])
    }))

  test('who is not root becomes nobody else, and runs nothing of level admin', () =>
    onClient((client) => {
      client.settings(OPEN)
      client.profile([sh('a', 'echo a', { level: 'admin' })])
      execFileSync('chown', ['-R', first, client.folder])
      const as = (event: string, ...words: readonly string[]) => {
        const line = ['--reuid', first, '--regid', first, '--clear-groups', process.execPath, ...client.command(event, ...words)]
        return client.spawn('setpriv', line)
      }
      expect(as('connect', '--as-user', second)).toMatchObject({ status: 2, stdout: '' })
      const { stdout, status } = as('connect', '--json')
      expect(status).toBe(125)
      expect(JSON.parse(stdout).scripts).toMatchObject([{ reason: { code: 'rights' } }])
    }))
})
