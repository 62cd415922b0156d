// struct termios of the guest's C library (musl), and the settings as the system has them: the numbers are Linux's on both sides.
import type { TerminalSettings } from '../../platform/posix/stty.ts'
import type { Kernel } from '../kernel.ts'
import type { Memory } from '../memory.ts'

const FLAGS = 4
const CHARACTERS_AT = 17 // behind the flags and c_line
const CHARACTERS = 32
const SPEEDS_AT = 52 // c_ispeed, c_ospeed
export const TERMIOS_BYTES = 60
const SYSTEM_CHARACTERS = 19 // asm-generic/termbits.h
export const SYSTEM_TERMIOS_BYTES = CHARACTERS_AT + SYSTEM_CHARACTERS
const CBAUD = 0o10017 // of c_cflag

export function writeTermios(memory: Memory, at: number, { flags, characters }: TerminalSettings): void {
  memory.bytes(at, TERMIOS_BYTES).fill(0)
  flags.forEach((value, i) => {
    memory.writeU32(at + 4 * i, value)
  })
  memory.bytes(at + CHARACTERS_AT, CHARACTERS).set(characters)
  for (const each of [0, 4]) memory.writeU32(at + SPEEDS_AT + each, (flags[2] ?? 0) & CBAUD)
}

export function readTermios(memory: Memory, at: number): TerminalSettings {
  return {
    flags: Array.from({ length: FLAGS }, (_, i) => memory.readU32(at + 4 * i)),
    characters: [...memory.bytes(at + CHARACTERS_AT, CHARACTERS)],
  }
}

/** The same as the system itself has it: shorter, and without speeds. */
export function toSystem({ flags, characters }: TerminalSettings): Uint8Array {
  const bytes = Buffer.alloc(SYSTEM_TERMIOS_BYTES)
  flags.forEach((value, i) => {
    bytes.writeUInt32LE(value >>> 0, 4 * i)
  })
  bytes.set(characters.slice(0, SYSTEM_CHARACTERS), CHARACTERS_AT)
  return bytes
}

export function fromSystem(bytes: Uint8Array): TerminalSettings {
  const system = Buffer.from(bytes)
  return {
    flags: Array.from({ length: FLAGS }, (_, i) => system.readUInt32LE(4 * i)),
    characters: [...system.subarray(CHARACTERS_AT, SYSTEM_TERMIOS_BYTES)],
  }
}

/** What the terminals that the guest has changed were before, by path. When the guest ends they are so again. */
export class ChangedTerminals {
  readonly #before = new Map<string, TerminalSettings>()

  /** To be called before the first change of each. The host end hears of it, in case the guest has no end of its own. */
  note(kernel: Kernel, path: string, settings: TerminalSettings): void {
    if (this.#before.has(path)) return
    this.#before.set(path, settings)
    kernel.link.request('terminal.changed', path, settings.flags, settings.characters)
  }

  restore(kernel: Kernel): void {
    for (const [path, settings] of this.#before) kernel.platform.terminal?.restore(path, settings)
    if (this.#before.size > 0) kernel.link.request('terminal.restored')
    this.#before.clear()
  }
}
