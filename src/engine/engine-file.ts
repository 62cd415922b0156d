// The engine as files of the installation: the edited wasm, what the build measured in it, the guest's own modules.
// A file that is not the build's own ends the command with one line that names it.
import fs from 'node:fs'
import { InstallationError } from '../errors.ts'
import { BUILD_ID_FILE, buildKey, KEY_FILES } from './build-key.ts'
import { Checksum } from './checksum.ts'
import type { EngineFacts, GuestModule, Sums } from './facts.ts'

export const LIBRARY_FILE = 'library.zip'

/** By what a file is known: its digest, or a sum that finds damage as well, in a quarter of the time. */
type KnownBy = 'digest' | 'sum'

export class EngineFiles {
  readonly folder: string
  readonly #knownBy: KnownBy
  #facts: EngineFacts | undefined
  #checksum: Checksum | undefined

  /** `folder`: where the build put engine.wasm, engine.json, checksum.wasm, guest.bin and library.zip; `facts`: of another engine. */
  constructor(folder: string, { knownBy = 'digest', facts }: { knownBy?: KnownBy; facts?: EngineFacts } = {}) {
    this.folder = folder
    this.#knownBy = knownBy
    this.#facts = facts
  }

  get facts(): EngineFacts {
    this.#facts ??= this.#parse(this.read('engine.json'))
    return this.#facts
  }

  /** The archive with the sources of the standard library. */
  get library(): string {
    return `${this.folder}/${LIBRARY_FILE}`
  }

  /** The same, after it was compared with what the build made. */
  checkedLibrary(): string {
    if (this.#knownBy === 'digest') this.#digested(LIBRARY_FILE, this.facts.librarySha256)
    else
      this.#compare(
        LIBRARY_FILE,
        this.#attempt(LIBRARY_FILE, (path) => this.checksum().ofFile(path)),
        this.facts.sums.library,
      )
    return this.library
  }

  /** What a snapshot belongs to. */
  key(platform: string): string {
    const key = buildKey(this.folder, platform)
    if (key !== undefined) return key
    throw this.#foreign(KEY_FILES.find((name) => !fs.existsSync(`${this.folder}/${name}`)) ?? BUILD_ID_FILE)
  }

  checksum(): Checksum {
    this.#checksum ??= new Checksum(this.read('checksum.wasm'))
    return this.#checksum
  }

  /** engine.wasm, after it was compared. */
  engine(): Uint8Array {
    return this.#checked('engine.wasm', this.facts.wasmSha256, 'wasm')
  }

  guestModules(): readonly GuestModule[] {
    return parseGuest(this.#checked('guest.bin', this.facts.guestSha256, 'guest'))
  }

  read(name: string): Buffer {
    return this.#attempt(name, (path) => fs.readFileSync(path))
  }

  #checked(name: string, sha256: string, sum: keyof Sums): Buffer {
    if (this.#knownBy === 'digest') return this.#digested(name, sha256)
    const bytes = this.read(name)
    this.#compare(name, this.checksum().of(bytes), this.facts.sums[sum])
    return bytes
  }

  #digested(name: string, sha256: string): Buffer {
    const bytes = this.read(name)
    this.#compare(name, digest(bytes), sha256)
    return bytes
  }

  #compare(name: string, found: string, made: string): void {
    if (found !== made) throw this.#foreign(name)
  }

  #attempt<T>(name: string, read: (path: string) => T): T {
    try {
      return read(`${this.folder}/${name}`)
    } catch (error) {
      throw this.#foreign(name, error)
    }
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

/** guest.bin, whose digest was compared: the length of a list, the list, and the modules' code one behind the other. */
export function parseGuest(bytes: Buffer): readonly GuestModule[] {
  const length = bytes.readUInt32LE(0)
  const list = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as (Omit<GuestModule, 'code'> & { size: number })[] // the build's own
  let at = 4 + length
  return list.map(({ size, ...module }) => ({ ...module, code: bytes.subarray(at, (at += size)) }))
}

/** By what the three files are known, as engine.json has it besides the wasm's own digest. */
export function marksOf(
  checksum: Checksum,
  { wasm, guest, library }: Readonly<Record<keyof Sums, Uint8Array>>,
): Pick<EngineFacts, 'guestSha256' | 'librarySha256' | 'sums'> {
  const sums = { wasm: checksum.of(wasm), guest: checksum.of(guest), library: checksum.of(library) }
  return { guestSha256: digest(guest), librarySha256: digest(library), sums }
}

export function digest(bytes: Uint8Array): string {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest('hex')
}
