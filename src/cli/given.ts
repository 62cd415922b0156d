// What the command was started with.
import { isLauncher } from '../launcher.ts'
import { argumentBytes } from '../process-bytes.ts'

export interface Given {
  /** The words after the program's own. */
  readonly words: readonly Uint8Array[]
  /** The numbers of the descriptors that were open, Node's own too. */
  readonly openAtStart: readonly number[]
  /** Whether one of the three standard streams is a terminal. */
  readonly terminal: boolean
}

export function whatIsGiven(openAtStart: readonly number[], terminal: boolean): Given {
  const words = argumentBytes(2)
  return { openAtStart, terminal, words: isLauncher(process.argv[1] ?? '') ? [RUN, ...words] : words }
}

const RUN = Buffer.from('run') // a script of any name
