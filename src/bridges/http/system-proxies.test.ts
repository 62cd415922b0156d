// The system's proxies where no variable names one. The programs that tell them are stand-ins, which print what scutil and
// reg.exe print; python3 runs the same urllib/request.py with stubs of winreg and _scproxy that have the same settings.
import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { builtCommand, nativePython, productCommand } from '../../../test/support/commands.ts'
import { inFreshFolder } from '../../../test/support/fresh-folder.ts'
import { runCommand } from '../../../test/support/run-command.ts'
import { built } from '../../../test/support/under-test.ts'
import { startProxy } from './test-proxy.ts'
import { type Case, HOSTS, type Output, registryCases, scutilCases } from './test-proxy-cases.ts'

const SEATS = ['inline', 'worker'] as const
const NO_VARIABLES = { http_proxy: null, https_proxy: null, no_proxy: null, HTTP_PROXY: null, HTTPS_PROXY: null, NO_PROXY: null }
const program = (name: string) => fileURLToPath(new URL(`programs/test_${name}.py`, import.meta.url))
const library = join(built, 'engine/library.zip')
const scproxy = fileURLToPath(new URL('../../guest/darwin/_scproxy.py', import.meta.url))

test.for(SEATS)("Windows' proxies are those of CPython's winreg in the %s seat", { timeout: 0 }, (seat) =>
  inFreshFolder(async (drive) => {
    for (const [name, { output }] of Object.entries(registryCases)) await makeProgram(registryProgram(drive, name), output)
    await writeCases(drive, registryCases)
    const words = [await inDrive(drive, 'registry_proxies'), 'cases.json', library]
    const native = await outcome(nativePython, drive, words)
    expect(await outcome([...onWindows(drive), '--seat', seat], drive, words)).toEqual(native)
    const key = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings'
    await expectAsked(registryProgram(drive, 'one'), `<query><${key}>`)
  }),
)

test.for(SEATS)("macOS' proxies are those of CPython's _scproxy in the %s seat", { timeout: 0 }, (seat) =>
  inFreshFolder(async (folder) => {
    for (const [name, { output }] of Object.entries(scutilCases)) await makeProgram(join(folder, name), output)
    await writeCases(folder, scutilCases)
    const words = [program('scutil_proxies'), 'cases.json', library]
    const native = await outcome(nativePython, folder, words)
    expect(await outcome([...productCommand(), '--seat', seat], folder, [...words, scproxy, folder])).toEqual(native)
    await expectAsked(join(folder, 'all'), '<--proxy>')
  }),
)

test(
  "a request goes by way of Windows' proxy, or past it; variables come first; a script's own winreg is refused",
  {
    timeout: 0,
  },
  () =>
    inFreshFolder(async (drive) => {
      const proxy = await startProxy()
      try {
        const lines = [
          '    ProxyEnable    REG_DWORD    0x1',
          `    ProxyServer    REG_SZ    ${proxy.address}`,
          '    ProxyOverride    REG_SZ    127.0.0.*',
        ]
        await makeProgram(registryProgram(drive, 'Windows'), { prints: lines.join('\r\n') })
        const url = `http://${proxy.address}`
        const argv = [...onWindows(drive), await inDrive(drive, 'system_proxies'), url]
        const { rc, stdout, stderr } = await runCommand({ argv, cwd: drive, env: NO_VARIABLES })
        expect({ rc, stderr: stderr.toString() }).toEqual({ rc: 0, stderr: '' })
        expect(stdout.toString().split('\r\n')).toEqual([
          'GET http://far.invalid/through',
          'GET /past',
          'winreg: the registry is not offered on this platform yet',
          'True False',
          `GET ${url}/through`,
          '',
        ])
      } finally {
        await proxy.close()
      }
    }),
)

const registryProgram = (drive: string, systemRoot: string) => join(drive, systemRoot, 'System32/reg.exe')

async function makeProgram(path: string, output: Output): Promise<void> {
  if (output === 'missing') return
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.output`, 'prints' in output ? output.prints : '')
  const acts = 'does' in output ? output.does : `cat '${path}.output'`
  const text = 'is' in output ? output.is : `#!/bin/sh\n{ printf '<%s>' "$@"; echo; } >> '${path}.asked'\n${acts}\n`
  await writeFile(path, text)
  await chmod(path, 0o755)
}

/** With these words, and not for every question. */
async function expectAsked(path: string, words: string): Promise<void> {
  const calls = (await readFile(`${path}.asked`, 'utf8')).trimEnd().split('\n')
  expect(new Set(calls)).toEqual(new Set([words]))
  expect(calls.length).toBeLessThan(HOSTS.length)
}

async function writeCases(folder: string, all: Readonly<Record<string, Case>>): Promise<void> {
  const cases = Object.fromEntries(Object.entries(all).map(([name, { values }]) => [name, values]))
  await writeFile(join(folder, 'cases.json'), JSON.stringify({ cases, hosts: HOSTS }))
}

const onWindows = (drive: string) => [...builtCommand, '--platform', 'win32', '--drive', drive]

/** A program of these, where Windows finds it. */
async function inDrive(drive: string, name: string): Promise<string> {
  await copyFile(program(name), join(drive, `${name}.py`))
  return `${name}.py`
}

async function outcome(command: readonly string[], cwd: string, words: readonly string[]): Promise<readonly unknown[]> {
  const { rc, stdout, stderr } = await runCommand({ argv: [...command, ...words], cwd, env: NO_VARIABLES })
  expect({ rc, stderr: stderr.toString() }).toEqual({ rc: 0, stderr: '' })
  const lines = stdout.toString().trimEnd().split(/\r?\n/)
  return lines.map((line) => JSON.parse(line) as unknown)
}
