// The engine as files of the installation: the edited wasm, what the build measured in it, the guest's own modules.
// A file that is not the build's own ends the command with one line that names it.
import fs from 'node:fs'
import { InstallationError } from '../errors.ts'
import { NODE_BUILD } from '../platform/node-build.ts'
import { Checksum } from './checksum.ts'
import type { EngineFacts, GuestModule } from './facts.ts'

export class EngineFiles {
  readonly folder: string
  readonly facts: EngineFacts

  /** `folder`: where the build put engine.wasm, engine.json, checksum.wasm, guest.bin and lib/. */
  constructor(folder: string) {
    this.folder = folder
    this.facts = this.#parse(this.read('engine.json'))
  }

  get library(): Buffer {
    return Buffer.from(`${this.folder}/lib`)
  }

  /** What a snapshot belongs to: the build, the very engine file it was made from, and this Node. */
  key(platform: string): string {
    const { size, mtimeMs } = this.#stat('engine.wasm')
    return [this.facts.buildId, platform, size, mtimeMs, process.versions.v8, NODE_BUILD].join(' ')
  }

  checksum(): Checksum {
    return new Checksum(this.read('checksum.wasm'))
  }

  /** engine.wasm, after its digest was compared: the slow way has the time. */
  engine(): Uint8Array {
    return this.#checked('engine.wasm', this.facts.wasmSha256)
  }

  guestModules(): readonly GuestModule[] {
    const bytes = this.#checked('guest.bin', this.facts.guestSha256)
    const length = bytes.readUInt32LE(0)
    const list = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as (Omit<GuestModule, 'code'> & { size: number })[] // its digest is the build's
    let at = 4 + length
    return list.map(({ size, ...module }) => ({ ...module, code: bytes.subarray(at, (at += size)) }))
  }

  read(name: string): Buffer {
    try {
      return fs.readFileSync(`${this.folder}/${name}`)
    } catch (error) {
      throw this.#foreign(name, error)
    }
  }

  #stat(name: string): fs.Stats {
    try {
      return fs.statSync(`${this.folder}/${name}`)
    } catch (error) {
      throw this.#foreign(name, error)
    }
  }

  #checked(name: string, sha256: string): Buffer {
    const bytes = this.read(name)
    if (digest(bytes) !== sha256) throw this.#foreign(name)
    return bytes
  }

  #parse(bytes: Buffer): EngineFacts {
    try {
      return JSON.parse(bytes.toString()) as EngineFacts // written by the build; what is not text of its kind is refused
    } catch (error) {
      throw this.#foreign('engine.json', error)
    }
  }

  #foreign(name: string, cause?: unknown): InstallationError {
    return new InstallationError(
      `${this.folder}/${name} is missing or not the one this py-runner was built with; install py-runner again`,
      { cause },
    )
  }
}

export function digest(bytes: Uint8Array): string {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest('hex')
}
