// npm run test:openvpn: what needs a real, stock OpenVPN, as root, in network namespaces of its own. Installs what is missing where
// the system has apt; the last line is the sum.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PACKAGES = { openvpn: 'openvpn', ip: 'iproute2', openssl: 'openssl', '/usr/bin/python3': 'python3' }
const TUN = '/dev/net/tun'
const checkout = fileURLToPath(new URL('../..', import.meta.url))

const missing = prepare()
if (missing) {
  process.stdout.write(`test:openvpn: ${missing}\n0 passed, 1 failed\n`)
  process.exitCode = 1
} else process.exitCode = run(process.argv.slice(2))

/** What keeps the tests from running. */
function prepare() {
  if (process.getuid?.() !== 0) return 'needs root, for network namespaces and tunnels'
  const names = Object.entries(PACKAGES).flatMap(([program, name]) => (isThere(program) ? [] : [name]))
  const apt = (...words) =>
    execFileSync('apt-get', words, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  try {
    if (names.length > 0) {
      apt('update', '-qq')
      apt('install', '-y', '-qq', '--no-install-recommends', ...names)
    }
    if (!existsSync(TUN)) {
      mkdirSync('/dev/net', { recursive: true })
      execFileSync('mknod', [TUN, 'c', '10', '200']) // Linux, Documentation/networking/tuntap.rst
    }
  } catch (error) {
    return `${[...names, TUN].join(', ')} cannot be had: ${error.message}`
  }
}

function isThere(program) {
  return spawnSync('/bin/sh', ['-c', 'command -v "$1"', 'sh', program], { stdio: 'ignore' }).status === 0
}

function run(words) {
  const folder = mkdtempSync(join(tmpdir(), 'py-runner-openvpn-'))
  try {
    const summary = join(folder, 'summary.json')
    const reporters = ['--reporter=default', '--reporter=./.ci/vitest-summary.mjs']
    const vitest = join(checkout, 'node_modules/vitest/vitest.mjs')
    const env = { ...process.env, SLOW: 'openvpn', VITEST_SUMMARY: summary }
    spawnSync(process.execPath, [vitest, 'run', ...reporters, ...words], { cwd: checkout, env, stdio: 'inherit' })
    const { passed, failed } = existsSync(summary) ? JSON.parse(readFileSync(summary, 'utf8')) : { passed: 0, failed: ['all'] }
    process.stdout.write(`${passed} passed, ${failed.length} failed\n`)
    return passed > 0 && failed.length === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
  }
}
