// scripthelper under plain CPython and inside py-runner: the same suites (unittest) in both, and what needs a process that
// is ended, a terminal or a small file system.
import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtCommand, nativePython, productCommand } from '../support/commands.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { baseEnvironment, runCommand } from '../support/run-command.ts'
import { type MisbehavingServer, startMisbehavingServer } from './misbehaving-server.ts'

const root = join(import.meta.dirname, '..', '..')
const PYTHONS = { python3: nativePython, 'py-runner': productCommand() }
const KINDS = Object.keys(PYTHONS) as (keyof typeof PYTHONS)[]
const environment = { PYTHONPATH: root, PYTHONDONTWRITEBYTECODE: '1' }
const environmentOf = (kind: keyof typeof PYTHONS) => (kind === 'python3' ? environment : {}) // py-runner has its own copy

let server: MisbehavingServer
beforeAll(async () => {
  server = await startMisbehavingServer()
})
afterAll(() => server.close())

test.for(KINDS.flatMap((kind) => ['package', 'files', 'client', 'desktop'].map((suite) => [suite, kind] as const)))(
  'the suite %s passes under %s',
  { timeout: 0 },
  ([suite, kind]) => inFreshFolder((folder) => runSuite(suite, kind, folder, {})),
)

test.for(KINDS)('the suite of download passes under %s', { timeout: 0 }, (kind) =>
  inFreshFolder((folder) =>
    withSecureServer(folder, (secure) =>
      withSmallFileSystem(folder, async (small) => {
        const place = join(folder, 'work')
        await mkdir(place)
        await runSuite('download', kind, place, { SERVER: server.url, SECURE: secure, ...(small ? { SMALL: small } : {}) })
      }),
    ),
  ),
)

const ENDINGS = KINDS.flatMap((kind) => [['SIGKILL', kind] as const, ['SIGINT', kind] as const])
test.for(ENDINGS)('a stalled download that %s ended goes on where it was, under %s', { timeout: 0 }, ([signal, kind]) =>
  inFreshFolder(async (folder) => {
    const path = `/stalls/${signal}-${kind}`
    const sha256 = createHash('sha256').update(contentOf()).digest('hex')
    const program = `import scripthelper as sh; print(sh.download("${server.url}${path}", "file", "${sha256}", pause=0.01))`
    const [command = '', ...words] = PYTHONS[kind]
    const base = Object.fromEntries(Object.entries(baseEnvironment()).map(([name, value]) => [name, String(value)]))
    const answered = server.answered(path)
    const child = spawn(command, [...words, '-c', program], { cwd: folder, env: { ...base, ...environmentOf(kind) } })
    const ended = once(child, 'exit')
    await answered
    const part = join(folder, '.file.part')
    while (!existsSync(part) || (await stat(part)).size === 0) await new Promise((again) => setTimeout(again, 20))
    child.kill(signal)
    expect(await ended).toEqual([null, signal])
    const kept = (await stat(part)).size
    const argv = [...PYTHONS[kind], '-c', program]
    const outcome = await runCommand({ argv, cwd: folder, env: environmentOf(kind) })
    expect(`${outcome.stdout}${outcome.stderr}`).toBe('file\n')
    expect(server.asked(path)[1]).toEqual(['GET', `bytes=${kept}-`, '"one"', 'identity'])
    expect(await readdir(folder)).toEqual(['file'])
    expect((await readFile(join(folder, 'file'))).equals(contentOf())).toBe(true)
  }),
)

test.for(KINDS)('a terminal sees how far a download is, and %s leaves no trace of it there', { timeout: 0 }, (kind) =>
  inFreshFolder(async (folder) => {
    const program = `import scripthelper as sh; sh.download("${server.url}/whole/terminal", "fi\\x1ble")`
    const command = [...PYTHONS[kind], '-c', `'${program}'`].join(' ')
    const argv = ['/usr/bin/script', '-qec', command, '/dev/null'] // script(1) gives it a terminal
    const { stdout } = await runCommand({ argv, cwd: folder, env: environmentOf(kind) })
    expect(stdout.toString()).toMatch(/^\rfi\?le: \d+% of 512\.0 KB(\rfi\?le: \d+% of 512\.0 KB)*\r +\r$/)
    const plain = await runCommand({ argv: [...PYTHONS[kind], '-c', program], cwd: folder, env: environmentOf(kind) })
    expect(`${plain.stdout}${plain.stderr}`).toBe('')
  }),
)

test.for(KINDS)('the line stays within the width of the terminal, under %s', { timeout: 0 }, (kind) =>
  inFreshFolder(async (folder) => {
    for (const name of ['a name that is longer than this terminal is wide', '日本語の名前です'.repeat(4)]) {
      const program = `import scripthelper as sh; sh.download("${server.url}/whole/narrow", "${name}")`
      const command = `stty cols 40; ${[...PYTHONS[kind], '-c', `'${program}'`].join(' ')}`
      const argv = ['/usr/bin/script', '-qec', command, '/dev/null']
      const { stdout } = await runCommand({ argv, cwd: folder, env: environmentOf(kind) })
      const lines = stdout.toString().split('\r')
      expect(lines[1]).toMatch(/^(a name that|日本語の名).*: \d+% of 512\.0 KB$/)
      for (const line of lines) expect(line.replaceAll(/[^ -~]/g, 'xx').length).toBeLessThan(40)
    }
  }),
)

async function runSuite(suite: string, kind: keyof typeof PYTHONS, cwd: string, env: Readonly<Record<string, string>>) {
  const command = suite === 'package' && kind === 'py-runner' ? builtCommand : PYTHONS[kind] // a bundle's has no docstrings
  const argv = [...command, join(import.meta.dirname, 'suites', `${suite}.py`)]
  const { rc, stdout, stderr } = await runCommand({ argv, cwd, env: { ...environmentOf(kind), ...env } })
  const said = `${stdout}${stderr}`
  expect(rc, said).toBe(0)
  expect(said).toMatch(/\nRan [1-9]\d* tests? in .*\n\nOK( \(skipped=\d+\))?\n$/)
}

function contentOf(): Buffer {
  return Buffer.alloc(256 * 2000, Buffer.from(Array.from({ length: 256 }, (_, i) => i)))
}

/** A server with a certificate that nobody has signed. */
async function withSecureServer(folder: string, use: (url: string) => Promise<void>): Promise<void> {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const made = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1']
  await promisify(execFile)('openssl', ['req', ...made, '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert])
  const secure = createSecureServer({ key: await readFile(key), cert: await readFile(cert) }, (_, response) => response.end('x'))
  secure.on('tlsClientError', () => {}) // that is what it is for
  secure.listen(0, '127.0.0.1')
  await once(secure, 'listening')
  try {
    await use(`https://127.0.0.1:${(secure.address() as AddressInfo).port}/`)
  } finally {
    secure.closeAllConnections()
    secure.close()
  }
}

/** A file system of 200 KB, for root; undefined where none can be mounted. */
async function withSmallFileSystem(folder: string, use: (place: string | undefined) => Promise<void>): Promise<void> {
  const place = join(folder, 'small')
  await mkdir(place)
  const mounted = await promisify(execFile)('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', place]).then(
    () => true,
    () => false,
  )
  try {
    await use(mounted ? place : undefined)
  } finally {
    if (mounted) await promisify(execFile)('umount', [place])
  }
}
