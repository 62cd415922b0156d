// The documented samples where a company's network lies in between: a proxy that wants a name and a password, and an authority
// of the company's own that signs for every server. The proxy, the server and the certificates are real.
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Authority, makeAuthority } from '../../src/bridges/http/test-authority.ts'
import { startServer } from '../../src/bridges/http/test-server.ts'
import { productCommand } from '../support/commands.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { makeRecorder } from '../support/recorder.ts'
import { type Environment, type Outcome, runCommand } from '../support/run-command.ts'
import { type ForwardingProxy, startProxy } from '../web/proxy.ts'
import { OK, says, whole } from '../web/wire.ts'

const sample = (name: string) => fileURLToPath(new URL(`../../examples/${name}.py`, import.meta.url))
const installer = randomBytes(300_000)
const hash = createHash('sha1').update(installer).digest('hex')
const INSTALL = { MSI_HASH: hash }

test('install_msi.py downloads by https through the proxy, trusting the company', { timeout: 0 }, () =>
  inCompany(async ({ url, proxy, authority, folder, run }) => {
    const env = { https_proxy: named(proxy), SSL_CERT_FILE: authority.file }
    const { outcome, calls } = await run('install_msi', 'msiexec', { ...INSTALL, ...env, MSI_URL: `${url}/setup.msi` })
    expect(outcome).toEqual({ rc: 0, stdout: '', stderr: '' })
    expect(calls).toHaveLength(1)
    expect(installer.equals(await readFile(join(folder, 'setup.msi')))).toBe(true)
    expect(proxy.forwarded).toEqual([`CONNECT ${url.slice('https://'.length)}`])
  }),
)

test('install_msi.py installs nothing without the password of the proxy, or trust in the company', { timeout: 0 }, () =>
  inCompany(async ({ url, proxy, authority, run }) => {
    const all = { ...INSTALL, MSI_URL: `${url}/setup.msi` }
    const unnamed = await run('install_msi', 'msiexec', { ...all, https_proxy: proxy.url, SSL_CERT_FILE: authority.file })
    expect(unnamed.outcome.rc).toBe(1)
    expect(unnamed.outcome.stderr).toContain('Tunnel connection failed: 407 Who Asks')
    const untrusting = await run('install_msi', 'msiexec', { ...all, https_proxy: named(proxy) })
    expect(untrusting.outcome.rc).toBe(1)
    expect(untrusting.outcome.stderr).toContain('CERTIFICATE_VERIFY_FAILED')
    expect([...unnamed.calls, ...untrusting.calls]).toEqual([])
  }),
)

test('launch_url.py opens the URL as it is: the browser has settings of its own', { timeout: 0 }, () =>
  inCompany(async ({ url, proxy, authority, run }) => {
    const env = { https_proxy: named(proxy), SSL_CERT_FILE: authority.file, DISPLAY: ':0', BROWSER: null }
    const launched = await run('launch_url', 'xdg-open', { ...env, N_RECONNECTS: '0', LAUNCH_URL: `${url}/welcome` })
    expect(launched).toEqual({ outcome: { rc: 0, stdout: '', stderr: '' }, calls: [[`${url}/welcome`]] })
    expect(proxy.forwarded).toEqual([])
  }),
)

const named = ({ url }: ForwardingProxy) => url.replace('http://', 'http://u:p@')

interface Ran {
  readonly outcome: { readonly rc: Outcome['rc']; readonly stdout: string; readonly stderr: string }
  readonly calls: string[][]
}

interface Company {
  readonly url: string
  readonly proxy: ForwardingProxy
  readonly authority: Authority
  /** Where samples run. */
  readonly folder: string
  /** Runs a sample with a recording program on PATH. */
  run(name: string, program: string, env: Environment): Promise<Ran>
}

function inCompany(use: (company: Company) => Promise<void>): Promise<void> {
  return inFreshFolder(async (place) => {
    const folder = join(place, 'run')
    await mkdir(folder)
    const authority = await makeAuthority(place)
    const server = await startServer(
      (path) => (path === '/setup.msi' ? says(whole([OK], installer)) : undefined),
      authority.server,
    )
    const proxy = await startProxy()
    const url = `https://localhost:${server.address.split(':')[1]}`
    const run: Company['run'] = async (name, program, env) => {
      const recorder = await makeRecorder(program, await mkdtemp(join(place, 'recorder-')))
      const argv = [...productCommand(), sample(name)]
      const { rc, stdout, stderr } = await runCommand({ argv, cwd: folder, env: { ...recorder.env, ...env } })
      return { outcome: { rc, stdout: stdout.toString(), stderr: stderr.toString() }, calls: await recorder.calls() }
    }
    try {
      await use({ url, proxy, authority, folder, run })
    } finally {
      await proxy.close()
      await server.close()
    }
  })
}
