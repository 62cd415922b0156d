// python's own options, which stand among ours before the script: single letters that may be joined (-sE), some with a
// value that may be attached (-Wignore, -X utf8). CPython Python/getopt.c, Doc/using/cmdline.rst.

import type { PythonOptions } from '../engine/initial-settings.ts'
import { UnknownOption } from './unknown-option.ts'

const FLAGS = 'bBdEhiIOPqRsStuvVx?'
const WITH_VALUE = 'WX'

/** Options of python so far, and what else a word asked for: help, the version, or code (`-sc CODE`). */
export class PythonWords {
  readonly #flags: Record<string, number> = {}
  readonly #warnings: Uint8Array[] = []
  readonly #implementation: Uint8Array[] = []

  get options(): PythonOptions {
    return { flags: this.#flags, warnings: this.#warnings, implementation: this.#implementation }
  }

  /**
   * Takes the letters of a word that begins with one dash; `next` answers the word behind it. The answer is what ends the
   * options: the letter c or m with the place in the word behind it, h for help, V for the version.
   */
  take(word: Uint8Array, next: () => Uint8Array): { readonly letter: string; readonly at: number } | undefined {
    for (let at = 1; at < word.length; at++) {
      const letter = String.fromCharCode(word[at] ?? 0)
      if (letter === 'c' || letter === 'm') return { letter, at: at + 1 }
      if (WITH_VALUE.includes(letter)) {
        const value = at + 1 < word.length ? word.subarray(at + 1) : next()
        ;(letter === 'W' ? this.#warnings : this.#implementation).push(value)
        return undefined
      }
      if (!FLAGS.includes(letter)) throw new UnknownOption(`-${letter}`)
      if (letter === 'h' || letter === '?') return { letter: 'h', at }
      if (letter === 'V') return { letter: 'V', at }
      this.#flags[letter] = (this.#flags[letter] ?? 0) + 1
    }
    return undefined
  }
}
