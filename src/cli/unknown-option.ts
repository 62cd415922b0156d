// An option that the command does not have.
import { UsageError } from '../errors.ts'

/** Which one may be meant is said by suggest() of program.ts, which the quick start has not loaded. */
export class UnknownOption extends UsageError {
  override readonly name = 'UnknownOption'
  readonly word: string
  constructor(word: string) {
    super(`unknown option ${word}`)
    this.word = word
  }
}
