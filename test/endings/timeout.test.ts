// --timeout ends whatever a script does in the same way: 124, one line, all that was printed before, and no process left.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { nativePython, productCommand } from '../support/commands.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'

const programs = fileURLToPath(new URL('programs.py', import.meta.url))
const others = fileURLToPath(new URL('others.py', import.meta.url))
const names = [...readFileSync(programs, 'utf8').matchAll(/^def (\w+)/gm)].map(([, name = '']) => name)
const LIMIT_MS = 1500
/** 124 comes within a second of the limit; the rest is the start of the command on a machine that does other things too. */
const AT_MOST_MS = LIMIT_MS + 2000

/** For what the command failed to end: the programs of these tests go on for ten minutes and more. */
const LONGEST_MS = 60_000

/** Every process of the test has this in its environment, and so can be found. */
const MARK = 'PY_RUNNER_TEST_TREE'

interface Ended {
  readonly rc: number | null
  readonly stdout: string
  readonly stderr: string
  readonly tookMs: number
  /** What still ran when the command had ended. */
  readonly left: readonly Process[]
}

async function limited(
  folder: string,
  words: readonly string[],
  options: readonly string[] = ['--timeout', `${LIMIT_MS}ms`],
): Promise<Ended> {
  const [command = '', ...rest] = [...productCommand(), ...options, ...words]
  const began = performance.now()
  const child = spawn(command, rest, { cwd: folder, env: { ...process.env, [MARK]: folder }, stdio: ['pipe', 'pipe', 'pipe'] })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (part) => (output.stdout += part))
  child.stderr.on('data', (part) => (output.stderr += part))
  const closed = once(child, 'close')
  await once(child, 'exit')
  const tookMs = performance.now() - began
  const left = treeOf(folder)
  for (const { pid } of left) process.kill(pid, 'SIGKILL') // it may hold the output open
  await closed
  return { rc: child.exitCode, ...output, tookMs, left }
}

test.each(names)('%s', { timeout: LONGEST_MS }, (name) =>
  inFreshFolder(async (folder) => {
    const { tookMs, ...ended } = await limited(folder, [programs, name, ...nativePython])
    expect(ended).toEqual({
      rc: 124,
      left: [],
      stdout: 'before\n',
      stderr: `py-runner: ${programs} was ended: it took longer than 1.5 s\n`,
    })
    expect(tookMs).toBeLessThan(AT_MOST_MS)
    if (name === 'file') expect(await readFile(join(folder, 'log'), 'utf8')).toBe('logged')
  }),
)

test('a download that stalls', { timeout: LONGEST_MS }, () =>
  inFreshFolder(async (folder) => {
    const server = createServer((_, response) => void response.writeHead(200, { 'content-length': 1000 }).write('abc'))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo // it listens to a port
    try {
      const { rc, stdout } = await limited(folder, [others, 'download', `http://127.0.0.1:${port}/`])
      expect({ rc, stdout }).toEqual({ rc: 124, stdout: "b'abc'\n" })
    } finally {
      server.closeAllConnections()
      server.close()
    }
  }),
)

test('output that nobody takes', { timeout: LONGEST_MS }, () =>
  inFreshFolder(async (folder) => {
    const [command = '', ...rest] = [...productCommand(), '--timeout', `${LIMIT_MS}ms`, others, 'flood']
    const script = '{ "$@" 2>&1; echo $? >status; } | sleep 6'
    const began = performance.now()
    const child = spawn('sh', ['-c', script, 'sh', command, ...rest], { cwd: folder, stdio: 'ignore' })
    await waitForFile(child, join(folder, 'status'))
    expect(await readFile(join(folder, 'status'), 'utf8')).toBe('124\n')
    expect(performance.now() - began).toBeLessThan(AT_MOST_MS)
    child.kill()
  }),
)

test('a terminal that nobody types at', { timeout: LONGEST_MS }, () =>
  inFreshFolder(async (folder) => {
    const line = [...productCommand(), '--timeout', `${LIMIT_MS}ms`, others, 'ask'].join(' ')
    const child = spawn('script', ['-qec', line, '/dev/null'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] })
    await once(child, 'exit')
    expect(child.exitCode).toBe(124)
  }),
)

test('a script that ends leaves its children, as python does', { timeout: LONGEST_MS }, () =>
  inFreshFolder(async (folder) => {
    const { rc, left } = await limited(folder, [others, 'leave_a_child'], ['--timeout', '1h'])
    expect({ rc, left: left.map(({ words }) => words) }).toEqual({ rc: 0, left: ['sleep 600'] })
  }),
)

test.each(['', 'x', '-1', '0', '1d', '1e3', 'Infinity', '30 s', '1000h'])(
  '--timeout %j is refused in one line',
  { timeout: LONGEST_MS },
  (text) =>
    inFreshFolder(async (folder) => {
      const { rc, stdout, stderr } = await limited(folder, [others, 'end'], ['--timeout', text])
      expect({ rc, stdout }).toEqual({ rc: 2, stdout: '' })
      expect(stderr).toMatch(/^py-runner: --timeout takes [^\n]+\n$/)
    }),
)

test('the inline seat keeps no limit, and says so', { timeout: LONGEST_MS }, () =>
  inFreshFolder(async (folder) => {
    const { rc, stderr } = await limited(folder, [others, 'end'], ['--seat', 'inline', '--timeout', '1s'])
    expect(rc).toBe(2)
    expect(stderr).toMatch(/^py-runner: [^\n]+\n$/)
  }),
)

test.each(['900', '15m', '.5h', '900s', '900000ms', '1.5h'])('--timeout %s is a limit', { timeout: LONGEST_MS }, (text) =>
  inFreshFolder(async (folder) => {
    const { rc, stdout, stderr } = await limited(folder, [others, 'end'], ['--timeout', text])
    expect({ rc, stdout, stderr }).toEqual({ rc: 0, stdout: 'ended\n', stderr: '' })
  }),
)

interface Process {
  readonly pid: number
  readonly words: string
}

// Whatever still runs and was started from here.
function treeOf(folder: string): readonly Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const marked = readFileSync(`/proc/${name}/environ`, 'latin1').split('\0').includes(`${MARK}=${folder}`)
      const words = readFileSync(`/proc/${name}/cmdline`, 'latin1').replaceAll('\0', ' ').trim()
      return marked && words ? [{ pid: Number(name), words }] : []
    } catch {
      return [] // gone meanwhile, or another user's
    }
  })
}

async function waitForFile(child: ChildProcess, path: string): Promise<void> {
  while (child.exitCode === null) {
    const text = await readFile(path, 'utf8').catch(() => '')
    if (text.endsWith('\n')) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
