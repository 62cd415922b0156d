// The client's machine beside its OpenVPN: settings, what was pushed to it, programs that record how they were called, and the
// command that watches.
import type { ChildProcess } from 'node:child_process'
import { execFileSync } from 'node:child_process'
import { copyFileSync, writeFileSync } from 'node:fs'
import { productCommand } from '../support/commands.ts'
import { makeRecorder, type Recorder } from '../support/recorder.ts'
import { type Network, SERVER_NAME, withNetwork } from './network.ts'

/** Of what `watch --json` prints. */
export interface EventLine {
  readonly event: string
  readonly reconnects: number
  readonly graceful: boolean
  readonly exitCode: number
  readonly reason?: { readonly code: string; readonly message: string }
  readonly scripts: readonly {
    readonly script: string
    readonly outcome: string
    readonly status?: number
    readonly stdout?: string
    readonly stderr?: string
    readonly reason?: { readonly code: string; readonly message: string }
  }[]
}

/** The certificate's name is the server's: the connection profile has an address. */
export const PINNED = `verify-x509-name ${SERVER_NAME} name`
export const SOCKET = 'client.sock'

export class Desk {
  readonly network: Network
  /** xdg-open and msiexec, whose calls are in one record. */
  readonly programs: Recorder
  #watches = 0

  constructor(network: Network, programs: Recorder) {
    this.network = network
    this.programs = programs
  }

  settings(more: object = {}): void {
    const settings = { trustedServers: [SERVER_NAME], allowScripts: true, approval: 'silent', pythonOnUnix: 'builtin', ...more }
    writeFileSync(this.network.path('settings.json'), JSON.stringify(settings), { mode: 0o600 })
  }

  /** The profile becomes files of the server's --client-config-dir. */
  push(profile: object, ...more: readonly string[]): void {
    writeFileSync(this.network.path('profile.json'), JSON.stringify({ version: 1, server: SERVER_NAME, ...profile }))
    this.command('push', 'profile.json', '--all', 'ccd', ...more)
  }

  command(...words: readonly string[]): string {
    const [program = '', ...rest] = productCommand()
    return execFileSync(program, [...rest, ...words], { cwd: this.network.folder, encoding: 'utf8' })
  }

  get environment(): NodeJS.ProcessEnv {
    const { XDG_CACHE_HOME, HOME } = process.env
    const programs = this.programs.env as NodeJS.ProcessEnv // texts
    return { ...programs, HOME, XDG_CACHE_HOME, XDG_DATA_HOME: this.network.path('data'), DISPLAY: ':0' }
  }

  startClient(...more: readonly string[]): ChildProcess {
    return this.network.startClient(PINNED, `management ${SOCKET} unix`, 'management-hold', ...more)
  }

  /** Watches, as root, in the client's network. */
  watch(...more: readonly string[]): Watch {
    return this.watchHolding('--release-hold', ...more)
  }

  watchHolding(...more: readonly string[]): Watch {
    const log = `watch-${++this.#watches}.log`
    const words = [...productCommand(), 'watch', '--management', SOCKET, '--settings', 'settings.json', '--json', ...more]
    return new Watch(this.network, log, this.network.spawn('client', words, log, this.environment))
  }
}

export class Watch {
  readonly process: ChildProcess
  readonly #network: Network
  readonly #log: string
  #seen = 0

  constructor(network: Network, log: string, process: ChildProcess) {
    this.#network = network
    this.#log = log
    this.process = process
  }

  get text(): string {
    return this.#network.read(this.#log)
  }

  /** The next event's result. */
  async next(): Promise<EventLine> {
    const lines = () => this.text.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'))
    await this.until(() => lines().length > this.#seen)
    return JSON.parse(lines()[this.#seen++] ?? '') as EventLine // the command's own words
  }

  async says(words: string | RegExp): Promise<void> {
    await this.until(() => (typeof words === 'string' ? this.text.includes(words) : words.test(this.text)))
  }

  async status(): Promise<number | null> {
    await this.until(() => this.process.exitCode !== null || this.process.signalCode !== null)
    return this.process.exitCode
  }

  until(holds: () => boolean): Promise<void> {
    return this.#network.until(holds, this.#log, this.process)
  }
}

export const withDesk = (use: (desk: Desk) => Promise<void>): Promise<void> =>
  withNetwork(async (network) => {
    const programs = await makeRecorder('xdg-open', network.folder)
    copyFileSync(network.path('bin/xdg-open'), network.path('bin/msiexec'))
    const desk = new Desk(network, programs)
    desk.settings()
    await use(desk)
  })
