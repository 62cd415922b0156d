// What an instance is reset to after a run: a copy of its memory and of all else that guest code can change in it. Every
// page that the copy has is written back, every other one is made zero, whether a script is known to have been there or not.
import type { Loaded } from './load.ts'
import { nonZeroRuns } from './page-runs.ts'
import { PAGE_BYTES } from './snapshot-format.ts'

/** Memory cannot be made smaller: a guest that took more than this beyond its beginning is not worth resetting. */
const MAX_GROWTH_BYTES = 32 * 1024 * 1024
const ZEROS = Buffer.alloc(64 * 1024)

/** Globals of the wasm besides the stack pointer that change after a start. */
const GLOBALS = ['arity', 'line_end', 'own_error_words', 'signal_questions_passed', 'suspender'] as const

export class BaseImage {
  readonly #loaded: Loaded
  readonly #bytes: number
  readonly #runs: readonly { readonly at: number; readonly data: Buffer }[]
  readonly #stackPointer: number
  readonly #stackLimit: Loaded['instance']['stackLimit']
  readonly #globals: readonly unknown[]
  readonly #tableLength: number

  /** Of an interpreter that has not begun a run. */
  constructor(loaded: Loaded) {
    const { instance } = loaded
    const memory = Buffer.from(instance.memory.buffer)
    this.#loaded = loaded
    this.#bytes = memory.length
    this.#runs = nonZeroRuns(memory).map(([first, pages]) => {
      const at = first * PAGE_BYTES
      return { at, data: Buffer.from(memory.subarray(at, at + pages * PAGE_BYTES)) }
    })
    this.#stackPointer = instance.stackPointer
    this.#stackLimit = instance.stackLimit
    this.#globals = GLOBALS.map((name) => instance.global(name).value)
    this.#tableLength = instance.table.length
  }

  /** Whether all that a run did to the instance can be taken back. Tables only grow, and no script has a way to that. */
  get canRestore(): boolean {
    const { instance } = this.#loaded
    return (
      instance.memory.buffer.byteLength - this.#bytes <= MAX_GROWTH_BYTES &&
      instance.table.length === this.#tableLength &&
      !instance.onOwnStack
    )
  }

  restore(): void {
    const { instance } = this.#loaded
    const memory = Buffer.from(instance.memory.buffer)
    let end = 0
    for (const { at, data } of this.#runs) {
      clear(memory.subarray(end, at))
      data.copy(memory, at)
      end = at + data.length
    }
    clear(memory.subarray(end))
    instance.stackPointer = this.#stackPointer
    instance.stackLimit = this.#stackLimit
    GLOBALS.forEach((name, i) => {
      instance.global(name).value = this.#globals[i]
    })
  }
}

// Looking at a page that nobody has touched takes no memory of the machine, writing zeros to it would.
function clear(gap: Buffer): void {
  for (let at = 0; at < gap.length; at += ZEROS.length) {
    const block = gap.subarray(at, at + ZEROS.length)
    if (!ZEROS.subarray(0, block.length).equals(block)) block.fill(0)
  }
}
