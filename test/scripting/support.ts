// A client's machine for the tests of the command: settings, a profile, folders of its own, all of them ours alone.
import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { cli } from '../support/under-test.ts'

export { cli } from '../support/under-test.ts'
export const SERVER = 'vpn.example.com'

/** Every result of every test is held against what is published. */
export const isResult = addFormats
  .default(new Ajv2020())
  .compile(JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/schemas/event-1.json'), 'utf8')) as object)

/** Settings with every gate open. */
export const OPEN = { trustedServers: [SERVER], allowScripts: true, allowAdminScripts: true, approval: 'silent' }

export interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export class Client {
  readonly folder: string
  constructor(folder: string) {
    this.folder = folder
  }
  path(name: string): string {
    return join(this.folder, name)
  }
  write(name: string, content: unknown, mode = 0o600): string {
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    writeFileSync(this.path(name), text, { mode })
    chmodSync(this.path(name), mode)
    return this.path(name)
  }
  settings(settings: object): void {
    this.write('settings.json', settings)
  }
  /** A profile of the default group. */
  profile(scripts: readonly object[], env: object = {}): void {
    this.write('profile.json', { version: 1, server: SERVER, groups: { __DEFAULT__: { env, scripts } } })
  }
  get environment(): Record<string, string> {
    return {
      PATH: '/usr/bin:/bin',
      HOME: this.folder,
      XDG_DATA_HOME: this.path('data'),
      ...(process.env.XDG_CACHE_HOME ? { XDG_CACHE_HOME: process.env.XDG_CACHE_HOME } : {}),
    }
  }
  /** Node's words for an event. */
  command(event: string, ...more: readonly string[]): readonly string[] {
    return [cli, ...this.words(event, ...more)]
  }
  run(words: readonly string[], env: Record<string, string> = {}): Outcome {
    return this.spawn(process.execPath, [cli, ...words], env)
  }
  spawn(program: string, words: readonly string[], env: Record<string, string> = {}): Outcome {
    const { status, stdout, stderr } = spawnSync(program, words, {
      cwd: this.folder,
      env: { ...this.environment, ...env },
      encoding: 'utf8',
      input: '',
      maxBuffer: 1 << 26,
    })
    return { status, stdout, stderr }
  }
  words(event: string, ...more: readonly string[]): readonly string[] {
    return ['event', event, '--profile', 'profile.json', '--settings', 'settings.json', ...more]
  }
  event(event: string, ...more: readonly string[]): Outcome {
    return this.run(this.words(event, ...more))
  }
  /** The result as programs have it. */
  result(event: string, ...more: readonly string[]): Result {
    const { stdout, stderr, status } = this.event(event, '--json', ...more)
    if (stdout === '') throw new Error(`no result: ${stderr}`)
    if (!isResult(JSON.parse(stdout))) throw new Error(`not by docs/schemas/event-1.json: ${JSON.stringify(isResult.errors)}`)
    return { ...(JSON.parse(stdout) as Omit<Result, 'exit'>), exit: status } // the command's own words
  }
}

export interface Result {
  readonly exit: number | null
  readonly exitCode: number
  readonly scripts: readonly {
    readonly script: string
    readonly outcome: string
    readonly reason?: { readonly code: string; readonly message: string }
    readonly status?: number
    readonly stdout?: string
    readonly stderr?: string
    readonly [more: string]: unknown
  }[]
}

export const onClient = (use: (client: Client) => Promise<void> | void) =>
  inFreshFolder(async (folder) => {
    chmodSync(folder, 0o755) // users that root runs scripts for pass through
    await use(new Client(folder))
  })

/** A script of sh. */
export const sh = (name: string, body: string, more: object = {}) => ({
  name,
  on: 'connect',
  platforms: ['linux'],
  body: `#!/bin/sh\n${body}\n`,
  ...more,
})
