// What a sub-command says about itself. Help, completions, the manual page and the reading of its words follow from it.
import type { Command } from 'commander'

export interface SubCommand {
  /** One line for lists of sub-commands: a verb first, no full stop. */
  readonly summary: string
  /** What its own help says above the options: one or two sentences. */
  readonly description: string
  readonly examples: readonly Example[]
  /** Names its options and arguments, as commander takes them; -h and --debug are there already. */
  define?(command: Command): unknown
  /**
   * Answers the exit status. `options` are commander's: --dry-run is `dryRun`. `words` are the arguments that define() named.
   * What is wrong with either is a UsageError.
   */
  run(options: Options, words: readonly string[]): Promise<number>
}

export type Options = Readonly<Record<string, unknown>>

export interface Example {
  /** A whole line, `py-runner …`. */
  readonly line: string
  readonly what: string
}
