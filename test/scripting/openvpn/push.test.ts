// py-runner push: lines that a client assembles again into what exactly this user has, and a folder that is replaced whole.
import { spawn } from 'node:child_process'
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Assembly } from '../../../src/scripting/openvpn/chunks.ts'
import { parseProfile } from '../../../src/scripting/profile/parse.ts'
import { resolve } from '../../../src/scripting/profile/resolve.ts'
import type { Profile } from '../../../src/scripting/profile/schema.ts'
import { CLIENT_PLATFORMS, EVENTS } from '../../../src/scripting/profile/words.ts'
import { type Client, cli, onClient, SERVER } from '../support.ts'

const script = (name: string, platforms: readonly string[], more: object = {}) => ({
  name,
  on: 'connect',
  platforms,
  body: `echo ${name}\n`,
  ...more,
})

const PROFILE = {
  version: 1,
  server: SERVER,
  users: {
    ada: {
      group: 'sales',
      env: { A: 'of ada', TOKEN: { value: 'very secret', secret: true } },
      scripts: [script('own', ['linux'])],
    },
    bob: { group: 'sales' },
    'Zoë Müller': {},
  },
  groups: {
    __DEFAULT__: { env: { A: 'of all', B: 'of all' }, scripts: [script('bye', [...CLIENT_PLATFORMS], { on: 'disconnect' })] },
    sales: {
      env: { B: 'of sales' },
      scripts: [script('z', ['linux', 'mac']), script('a', ['mac', 'windows'], { level: 'admin' }), script('z', ['windows'])],
    },
  },
}

/** What a client makes of a file's lines. */
function received(lines: string, pattern = /^push "echo (\S+)"$/): Profile {
  const assembly = new Assembly()
  for (const line of lines.trimEnd().split('\n').slice(1)) assembly.take(pattern.exec(line)?.[1] ?? `not a line: ${line}`)
  const end = assembly.end()
  if (!end || !('text' in end)) throw new Error(`nothing whole: ${JSON.stringify(end)}`)
  return parseProfile(end.text, 'pushed')
}

function expectSame(pushed: Profile, user: string | undefined): void {
  const profile = parseProfile(JSON.stringify(PROFILE), 'profile')
  for (const platform of CLIENT_PLATFORMS) {
    for (const event of EVENTS) {
      const [wanted, found] = [resolve(profile, { user, platform, event }), resolve(pushed, { platform, event })]
      const words = ({ name, body, level }: (typeof found.scripts)[number]) => [name, body, level]
      expect(found.scripts.map(words)).toEqual(wanted.scripts.map(words))
      const values = (of: typeof found) => [...of.environment].map(([name, { value, secret }]) => [name, value, secret])
      expect(values(found)).toEqual(values(wanted))
    }
  }
}

const onServer = (use: (server: Client) => Promise<void> | void) =>
  onClient(async (server) => {
    server.write('profile.json', PROFILE)
    await use(server)
  })

describe('push', () => {
  test.each(['ada', 'bob', 'Zoë Müller', 'somebody', undefined])(
    'prints what %s has on each platform and event, and nothing of others',
    (user) =>
      onServer((server) => {
        const { status, stdout, stderr } = server.run(['push', 'profile.json', ...(user === undefined ? [] : ['--user', user])])
        expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
        const pushed = received(stdout)
        expectSame(pushed, user)
        if (user !== 'ada') expect(JSON.stringify(pushed)).not.toContain('very secret')
      }),
  )

  test('prints only what one platform gets, and variables for the hook', () =>
    onServer((server) => {
      const { stdout } = server.run(['push', 'profile.json', '--user', 'bob', '--platform', 'mac', '--for', 'hook'])
      const pushed = received(stdout, /^push "setenv-safe PYRUNNER_\d+ (\S+)"$/)
      expect(pushed.groups.__DEFAULT__?.scripts?.map(({ name, platforms }) => [name, platforms])).toEqual([
        ['bye', ['mac']],
        ['z', ['mac']],
        ['a', ['mac']],
      ])
    }))

  test.each([
    [['push', 'profile.json', '--all', 'x', '--user', 'ada'], /--all is for every user, --user for one/],
    [['push', 'none.json'], /none\.json cannot be read: there is no such file/],
    [['push', 'profile.json', '--all', 'none/ccd'], /none\/ccd cannot be written: ENOENT/],
  ])('%j is refused', (words, message) =>
    onServer((server) => {
      const { status, stdout, stderr } = server.run(words)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toMatch(message)
      expect(readdirSync(server.folder)).toEqual(['profile.json'])
    }),
  )

  test('refuses more than can be pushed', () =>
    onServer((server) => {
      const body = 'x'.repeat(300_000)
      server.write('profile.json', {
        ...PROFILE,
        groups: { __DEFAULT__: { scripts: [script('a', ['linux'], { body })] } },
        users: {},
      })
      expect(server.run(['push', 'profile.json', '--for', 'hook'])).toMatchObject({ status: 2, stderr: /262144 can be pushed/ })
      expect(server.run(['push', 'profile.json']).stdout.split('\n').length).toBeGreaterThan(2000)
    }))
})

describe('push --all', () => {
  test('writes a file for every user and one for the others, and replaces them whole', () =>
    onServer((server) => {
      expect(server.run(['push', 'profile.json', '--all', 'ccd'])).toMatchObject({ status: 0, stdout: 'ccd: 4 files\n' })
      const files = () => readdirSync(server.path('ccd')).sort()
      const read = (name: string) => readFileSync(server.path(`ccd/${name}`), 'utf8')
      expect(files()).toEqual(['DEFAULT', 'Zoë Müller', 'ada', 'bob'])
      for (const name of files()) expectSame(received(read(name)), name === 'DEFAULT' ? undefined : name)

      chmodSync(server.path('ccd'), 0o750)
      const { ino } = statSync(server.path('ccd'))
      server.write('profile.json', { ...PROFILE, users: { bob: PROFILE.users.bob } })
      expect(server.run(['push', 'profile.json', '--all', 'ccd'])).toMatchObject({ status: 0 })
      expect(files()).toEqual(['DEFAULT', 'bob'])
      expect(statSync(server.path('ccd')).ino).toBe(ino) // at no moment was there none
      expect(statSync(server.path('ccd')).mode & 0o777).toBe(0o750)
      expect(statSync(server.path('ccd/bob')).mode & 0o777).toBe(0o640)
      expect(readdirSync(server.folder).sort()).toEqual(['ccd', 'profile.json'])
    }))

  test('keeps every file there is, and whole, while it is replaced', () =>
    onServer(async (server) => {
      server.run(['push', 'profile.json', '--all', 'ccd'])
      for (let n = 0; n < 5; n++) {
        const pushing = spawn(process.execPath, [cli, 'push', 'profile.json', '--all', 'ccd'], { cwd: server.folder })
        while (pushing.exitCode === null) {
          for (const name of ['DEFAULT', 'ada', 'bob']) received(readFileSync(server.path(`ccd/${name}`), 'utf8'))
          await new Promise(setImmediate)
        }
        expect(pushing.exitCode).toBe(0)
      }
    }))

  test('follows a link to the folder, and takes an empty one', () =>
    onServer((server) => {
      mkdirSync(server.path('real'))
      symlinkSync('real', server.path('ccd'))
      expect(server.run(['push', 'profile.json', '--all', 'ccd'])).toMatchObject({ status: 0 })
      expect(lstatSync(server.path('ccd')).isSymbolicLink()).toBe(true)
      expect(readdirSync(server.path('real'))).toHaveLength(4)
    }))

  test('leaves a folder alone that others write to', () =>
    onServer((server) => {
      mkdirSync(server.path('ccd'))
      writeFileSync(server.path('ccd/ada'), 'ifconfig-push 10.8.0.9 255.255.255.0\n')
      const { status, stderr } = server.run(['push', 'profile.json', '--all', 'ccd'])
      expect(status).toBe(2)
      expect(stderr).toMatch(/ccd\/ada was not written by push/)
      expect(readFileSync(server.path('ccd/ada'), 'utf8')).toBe('ifconfig-push 10.8.0.9 255.255.255.0\n')
      expect(readdirSync(server.folder).sort()).toEqual(['ccd', 'profile.json'])
    }))

  test.each(['a/b', '..', 'DEFAULT', 'a:b'])('writes nothing where a user is called %s', (name) =>
    onServer((server) => {
      server.write('profile.json', { ...PROFILE, users: { ada: {}, [name]: {} } })
      const { status, stderr } = server.run(['push', 'profile.json', '--all', 'ccd'])
      expect(status).toBe(2)
      expect(stderr).toContain(JSON.stringify(name))
      expect(readdirSync(server.folder)).toEqual(['profile.json'])
    }),
  )
})
