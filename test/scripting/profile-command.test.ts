// py-runner profile, as an administrator uses it.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { cli } from '../support/under-test.ts'

function profile(cwd: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'profile', ...words], { cwd, encoding: 'utf8' })
  return { status, stdout, stderr }
}

const TOML = `
server = "vpn.example.com"
[users.ada]
group = "sales"
[groups.__DEFAULT__.env]
A = "1"
[groups.sales.env]
TOKEN = { value = "hunter2", secret = true }
[[groups.sales.scripts]]
name = "portal"
on = "connect"
platforms = ["linux", "mac"]
file = "portal.py"
`

test('a folder becomes a profile, which is checked, explained and compared', () =>
  inFreshFolder(async (folder) => {
    mkdirSync(join(folder, 's'))
    writeFileSync(join(folder, 's/profile.toml'), TOML)
    writeFileSync(join(folder, 's/portal.py'), '#!python\r\n"é"\n')
    const packed = profile(folder, 'pack', 's')
    expect(packed).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(packed.stdout)).toMatchObject({
      version: 1,
      groups: { sales: { scripts: [{ name: 'portal', body: '#!python\r\n"é"\n' }] } },
    })
    writeFileSync(join(folder, 'p.json'), packed.stdout)
    expect(profile(folder, 'check', 'p.json')).toEqual({
      status: 0,
      stderr: '',
      stdout: 'p.json: all is well: vpn.example.com, 1 users, 2 groups, 1 scripts\n',
    })
    const explained = profile(folder, 'explain', 'p.json', '--user', 'ada', '--platform', 'mac')
    expect(explained.stdout).toBe(
      'for ada on mac\n  A=1    (group __DEFAULT__)\n  TOKEN=******    (group sales)\n  connect: portal    (group sales; user, at most 5m)\n',
    )
    expect(profile(folder, 'explain', 'p.json', '--user', 'ada', '--platform', 'mac', '--json').stdout).not.toContain('hunter2')
    writeFileSync(join(folder, 'q.json'), packed.stdout.replace('"1"', '"2"'))
    expect(profile(folder, 'diff', 'p.json', 'p.json')).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(profile(folder, 'diff', 'p.json', 'q.json')).toEqual({
      status: 1,
      stdout: 'others: variable A: changed\nuser ada: variable A: changed\n',
      stderr: '',
    })
  }))

test('what cannot be packed is said with its place', () =>
  inFreshFolder(async (folder) => {
    writeFileSync(join(folder, 'secret'), 'x')
    mkdirSync(join(folder, 's'))
    symlinkSync('../secret', join(folder, 's/link'))
    writeFileSync(join(folder, 's/bad'), Buffer.from([0xff]))
    const pack = (file: string) => {
      writeFileSync(join(folder, 's/profile.toml'), TOML.replace('portal.py', file))
      const { status, stderr } = profile(folder, 'pack', 's')
      expect(status).toBe(2)
      return stderr
    }
    const at = 'py-runner: s/profile.toml: groups.sales.scripts[0].file'
    expect(pack('../secret')).toBe(`${at} leads out of the folder: ../secret\n`)
    expect(pack('link')).toBe(`${at} leads out of the folder: link\n`)
    expect(pack('bad')).toBe(`${at} bad is not UTF-8\n`)
    expect(pack('none')).toBe(`${at} none cannot be read: ENOENT\n`)
    writeFileSync(join(folder, 's/profile.toml'), 'server = \n')
    expect(profile(folder, 'pack', 's').stderr).toMatch(/^py-runner: s\/profile\.toml: is no TOML: line 1, column \d+: /)
  }))

test('what is wrong with the words or the file is said in a line, and ends with 2', () =>
  inFreshFolder(async (folder) => {
    writeFileSync(join(folder, 'p.json'), '{"version":1,"server":"a.b","groups":{"g":{"environment":{},"scripts":{}}}}')
    chmodSync(join(folder, 'p.json'), 0o644)
    expect(profile(folder, 'check', 'p.json')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'py-runner: p.json: groups.g.scripts is wrong: expected array, received object\np.json: groups.g.environment is no key that is known here\n',
    })
    expect(profile(folder, 'check', 'none.json').stderr).toBe('py-runner: none.json cannot be read: there is no such file\n')
    expect(profile(folder, 'check', 'p.json', 'q.json').stderr).toBe('py-runner: profile: check takes one file\n')
    expect(profile(folder, 'chek', 'p.json')).toMatchObject({ status: 2, stdout: '' })
  }))
