// The engine as files of the installation: the edited wasm, what the build measured in it, the guest's own modules.
// A file that is not the build's own ends the command with one line that names it.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { join } from 'node:path'
import { InstallationError } from '../errors.ts'

export interface EngineFacts {
  /** One id over wasm, library and guest modules: what a snapshot belongs to. */
  readonly buildId: string
  readonly memoryPages: number
  readonly wasmBytes: number
  readonly wasmCrc32: number
  readonly slots: { readonly textInit: number; readonly readUniversal: number; readonly writeNewline: number; readonly osErrorStr: number }
}

export interface GuestModule {
  readonly name: string
  readonly isPackage: boolean
  readonly code: Uint8Array
}

export class EngineFiles {
  readonly folder: string
  readonly facts: EngineFacts

  /** `folder`: where the build put engine.wasm, engine.json, guest.bin and lib/. */
  constructor(folder: string) {
    this.folder = folder
    this.facts = JSON.parse(this.#read('engine.json').toString()) as EngineFacts // written by the build
  }

  get library(): Buffer {
    return Buffer.from(join(this.folder, 'lib'))
  }

  compile(): WebAssembly.Module {
    const bytes = this.#read('engine.wasm')
    if (bytes.length !== this.facts.wasmBytes) throw this.#foreign('engine.wasm')
    try {
      return new WebAssembly.Module(bytes)
    } catch (error) {
      if (error instanceof WebAssembly.CompileError) throw this.#foreign('engine.wasm', error)
      throw error
    }
  }

  guestModules(): readonly GuestModule[] {
    const bytes = this.#read('guest.bin')
    const length = bytes.readUInt32LE(0)
    const list = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as { name: string; isPackage: boolean; size: number }[] // written by the build
    let at = 4 + length
    return list.map(({ name, isPackage, size }) => ({ name, isPackage, code: bytes.subarray(at, (at += size)) }))
  }

  #read(name: string): Buffer {
    try {
      return fs.readFileSync(join(this.folder, name))
    } catch (error) {
      throw this.#foreign(name, error)
    }
  }

  #foreign(name: string, cause?: unknown): InstallationError {
    return new InstallationError(`${join(this.folder, name)} is missing or not the one this py-runner was built with; install py-runner again`, { cause })
  }
}

export function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
