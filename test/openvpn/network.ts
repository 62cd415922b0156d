// A stock OpenVPN server and client, each in a network namespace of its own, with certificates of their own. Needs root.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inFreshFolder } from '../support/fresh-folder.ts'

/** The common name in the server's certificate. */
export const SERVER_NAME = 'vpn.example.com'
/** The common name in the client's certificate. */
export const USER = 'ada'
/** The server's address inside the tunnel. */
export const INSIDE = '10.8.0.1'

let networks = 0

export class Network {
  readonly folder: string
  readonly #names: readonly [server: string, client: string]
  readonly #children = new Set<ChildProcess>()

  constructor(folder: string) {
    this.folder = folder
    const id = `${process.pid}-${++networks}`
    this.#names = [`pyr-s-${id}`, `pyr-c-${id}`]
  }

  make(): void {
    const [server, client] = this.#names
    for (const name of this.#names) ip('netns', 'add', name)
    ip('link', 'add', 'vs', 'netns', server, 'type', 'veth', 'peer', 'name', 'vc', 'netns', client)
    for (const [name, device, address] of [
      [server, 'vs', '10.99.0.1/24'],
      [client, 'vc', '10.99.0.2/24'],
    ] as const) {
      ip('-n', name, 'addr', 'add', address, 'dev', device)
      for (const each of [device, 'lo']) ip('-n', name, 'link', 'set', each, 'up')
    }
    makeCertificates(this.folder)
  }

  /** Another authority, and certificates of the same names by it, in the place of those that were there. */
  exchangeAuthority(): void {
    makeCertificates(this.folder)
  }

  fingerprint(certificate: string): string {
    return new X509Certificate(readFileSync(this.path(certificate))).fingerprint256
  }

  path(name: string): string {
    return join(this.folder, name)
  }

  /** Ends when it is told to; what it prints goes to `log`. */
  spawn(side: 'server' | 'client', words: readonly string[], log: string, env: NodeJS.ProcessEnv = process.env): ChildProcess {
    const output = openSync(this.path(log), 'a')
    const [server, client] = this.#names
    const child = spawn('ip', ['netns', 'exec', side === 'server' ? server : client, ...words], {
      cwd: this.folder,
      env,
      stdio: ['ignore', output, output],
    })
    closeSync(output)
    this.#children.add(child)
    return child
  }

  /** With files for users in `ccd`; ready when its log says so. */
  async startServer(...more: readonly string[]): Promise<ChildProcess> {
    const log = `server-${this.#children.size}.log`
    const server = this.spawn('server', ['openvpn', ...SERVER_OPTIONS, ...more], log)
    await this.until(() => this.read(log).includes('Initialization Sequence Completed'), log)
    return server
  }

  /** The connection profile `client.ovpn` with `more` lines, and a client that runs it. */
  startClient(...more: readonly string[]): ChildProcess {
    writeFileSync(this.path('client.ovpn'), [...PROFILE, ...more, ''].join('\n'), { mode: 0o600 })
    return this.spawn('client', ['/bin/sh', '-c', 'umask 077; exec openvpn --config client.ovpn'], 'client.log')
  }

  read(name: string): string {
    try {
      return readFileSync(this.path(name), 'utf8')
    } catch {
      return '' // not written yet
    }
  }

  /** Waits for what must come; the end of `log` says what came instead. */
  async until(holds: () => boolean, log: string, child?: ChildProcess): Promise<void> {
    const giveUp = Date.now() + LONGEST_WAIT_MS
    while (!holds()) {
      const ended = child && (child.exitCode !== null || child.signalCode !== null)
      if (ended && holds()) return
      if (ended || Date.now() > giveUp) throw new Error(`it did not happen; the end of ${log}:\n${this.read(log).slice(-3000)}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  async end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }

  async remove(): Promise<void> {
    for (const child of this.#children) await this.end(child, 'SIGKILL')
    for (const name of this.#names) if (existsSync(`/run/netns/${name}`)) ip('netns', 'delete', name)
  }
}

export const withNetwork = (use: (network: Network) => Promise<void>): Promise<void> =>
  inFreshFolder(async (folder) => {
    const network = new Network(folder)
    try {
      network.make()
      await use(network)
    } finally {
      await network.remove()
    }
  })

/** For what hangs, not for what is slow. */
const LONGEST_WAIT_MS = 120_000

const SERVER_OPTIONS =
  '--dev tun --proto udp --port 1194 --server 10.8.0.0 255.255.255.0 --topology subnet --ca ca.crt --cert server.crt --key server.key --dh none --keepalive 1 4 --client-config-dir ccd --verb 3'.split(
    ' ',
  )

const PROFILE = `client
dev tun
proto udp
remote 10.99.0.1 1194
nobind
ca ca.crt
cert client.crt
key client.key
remote-cert-tls server
connect-retry 1 1
script-security 2
verb 3`.split('\n')

function ip(...words: readonly string[]): void {
  execFileSync('ip', words, { stdio: ['ignore', 'ignore', 'inherit'] })
}

function makeCertificates(folder: string): void {
  const openssl = (...words: readonly string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'ignore' })
  mkdirSync(join(folder, 'ccd'), { recursive: true })
  const key = ['-newkey', 'rsa:2048', '-nodes']
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.crt', '-days', '2', '-subj', '/CN=ca')
  for (const [side, name] of [
    ['server', SERVER_NAME],
    ['client', USER],
  ] as const) {
    openssl('req', ...key, '-keyout', `${side}.key`, '-out', `${side}.csr`, '-subj', `/CN=${name}`)
    const extensions = `keyUsage=digitalSignature,keyEncipherment\nextendedKeyUsage=${side}Auth\n`
    writeFileSync(join(folder, `${side}.ext`), extensions)
    const signed = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', `${side}.ext`]
    openssl('x509', '-req', '-in', `${side}.csr`, ...signed, '-out', `${side}.crt`)
  }
}
