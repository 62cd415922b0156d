// Options of py-runner's own that need not be known at once: the quick start leaves them to main.ts, so that a plain script pays
// nothing for them.
import { UsageError } from '../errors.ts'
import type { Dialect } from '../run-options.ts'
import { oneOf } from './one-of.ts'

export interface OwnOptions {
  /** In order: of a name that two files have, the last counts. */
  readonly envFiles: readonly string[]
  readonly cwd: string | undefined
  readonly dialect: Dialect | undefined
  readonly json: boolean
}

export class OwnWords {
  readonly #envFiles: string[] = []
  #cwd: string | undefined
  #dialect: Dialect | undefined
  #json = false

  get options(): OwnOptions {
    return { envFiles: this.#envFiles, cwd: this.#cwd, dialect: this.#dialect, json: this.#json }
  }

  /** Whether the word is one of them; `value` answers the word behind it. */
  take(word: string, value: () => string): boolean {
    if (word === '--json') this.#json = true
    else if (word === '--env-file') this.#envFiles.push(path(word, value()))
    else if (word === '--cwd') this.#cwd = path(word, value())
    else if (word === '--python') this.#dialect = DIALECTS[oneOf(word, value(), ['2', '3', 'auto'])]
    else return false
    return true
  }
}

const DIALECTS = { 2: 2, 3: 3, auto: undefined } as const

function path(option: string, value: string): string {
  if (value === '') throw new UsageError(`${option} takes a path, not an empty word`, { complete: true })
  return value
}
