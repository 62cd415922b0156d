// The words of the command: a sub-command, or options of ours, then what python takes: a script, -c, -m or -, and its
// arguments. A script that has a sub-command's name is written ./setup, or after `run`.

import type { PythonOptions } from '../engine/initial-settings.ts'
import { UsageError } from '../errors.ts'
import type { PlatformName } from '../platform/platform.ts'
import type { Mode } from '../run-options.ts'
import type { Seat } from '../seats/choose-seat.ts'
import { milliseconds } from './duration.ts'
import { oneOf } from './one-of.ts'
import type { OwnOptions, OwnWords } from './own-options.ts'
import type { PythonWords } from './python-options.ts'
import { isSubCommand, type SubCommandName } from './sub-commands.ts'
import { UnknownOption } from './unknown-option.ts'

export interface CommandLine {
  readonly action: 'run' | 'version' | 'help' | SubCommandName
  readonly mode: Mode
  readonly target: Uint8Array
  /** sys.argv, or the words of a sub-command. */
  readonly argv: readonly Uint8Array[]
  /** All words but `run`: what python would have been given. */
  readonly words: readonly Uint8Array[]
  readonly python: PythonOptions | undefined
  readonly own: OwnOptions | undefined
  readonly seat: Seat | undefined
  readonly timeoutMs: number | undefined
  readonly platform: PlatformName
  readonly drive: string | undefined
  readonly snapshot: boolean
  readonly debug: boolean
}

const HELP: readonly string[] = ['--help', '--help-env', '--help-xoptions', '--help-all']
const NOTHING = new Uint8Array(0)

/** Readers of the words that the quick start does without. */
export interface Readers {
  readonly python: PythonWords
  readonly own: OwnWords
}

/** Undefined where a word needs one of the readers and there are none. */
export function parseCommandLine(given: readonly Uint8Array[], readers?: Readers): CommandLine | undefined {
  const first = given[0] && Buffer.from(given[0]).toString()
  const words = first === 'run' ? given.slice(1) : given
  const options = {
    seat: undefined as Seat | undefined,
    timeoutMs: undefined as number | undefined,
    platform: 'linux' as PlatformName,
    drive: undefined as string | undefined,
    snapshot: true,
    debug: false,
  }
  const make = (action: CommandLine['action'], mode: Mode, target: Uint8Array, argv: readonly Uint8Array[]): CommandLine => ({
    action,
    mode,
    target,
    argv,
    words,
    python: readers?.python.options,
    own: readers?.own.options,
    ...options,
  })
  if (isSubCommand(first)) return make(first, 'stdin', NOTHING, words.slice(1))
  for (let i = 0; i < words.length; i++) {
    const bytes = words[i] ?? NOTHING
    const [, long, attachedValue] = /^(--[^=]+)=(.*)$/s.exec(Buffer.from(bytes).toString()) ?? []
    const word = long ?? Buffer.from(bytes).toString()
    let isTaken = attachedValue === undefined
    const rest = words.slice(i + 1)
    const next = (): Uint8Array => {
      const found = words[++i]
      if (found === undefined) throw new UsageError(`the option ${word} needs a value`)
      return found
    }
    const value = () => {
      isTaken = true
      return attachedValue ?? Buffer.from(next()).toString()
    }
    if (!isTaken && (word === '--version' || HELP.includes(word))) throw new UnknownOption(`${word}=`)
    if (word === '--version') return make('version', 'stdin', NOTHING, [bytes, ...rest])
    if (HELP.includes(word)) return make('help', 'stdin', bytes, [])
    if (word === '-') return make('run', 'stdin', NOTHING, [bytes, ...rest])
    if (word === '--') return rest[0] ? make('run', 'file', rest[0], rest) : make('run', 'stdin', NOTHING, [NOTHING])
    if (word.startsWith('-c') || word.startsWith('-m')) return attached(word, bytes, rest, make)
    if (/^-[^-]/.test(word)) {
      if (!readers) return undefined
      const end = readers.python.take(bytes, next)
      if (end?.letter === 'h') return make('help', 'stdin', bytes, [])
      if (end?.letter === 'V') return make('version', 'stdin', NOTHING, [bytes, ...rest])
      if (end)
        return attached(`-${end.letter}`, Buffer.concat([Buffer.from(`-${end.letter}`), bytes.subarray(end.at)]), rest, make)
      continue
    }
    if (word === '--no-snapshot') options.snapshot = false
    else if (word === '--debug') options.debug = true
    else if (word === '--seat') options.seat = oneOf(word, value(), ['inline', 'worker'] as const)
    else if (word === '--timeout') options.timeoutMs = milliseconds(word, value())
    else if (word === '--platform') options.platform = oneOf(word, value(), ['linux', 'win32'] as const)
    else if (word === '--drive') options.drive = value()
    else if (word.startsWith('-')) {
      if (!readers) return undefined
      if (!readers.own.take(word, value)) throw new UnknownOption(word)
    } else return make('run', 'file', bytes, [bytes, ...rest])
    if (!isTaken) throw new UnknownOption(`${word}=`)
  }
  return make('run', 'stdin', NOTHING, [NOTHING])
}

// -c CODE or -cCODE, -m MODULE or -mMODULE, as getopt reads them; sys.argv[0] is the option alone.
function attached(
  word: string,
  bytes: Uint8Array,
  rest: readonly Uint8Array[],
  make: (action: 'run', mode: Mode, target: Uint8Array, argv: readonly Uint8Array[]) => CommandLine,
): CommandLine {
  const flag = word.slice(0, 2)
  const inline = bytes.length > 2
  const target = inline ? bytes.subarray(2) : rest[0]
  if (target === undefined) throw new UsageError(`Argument expected for the ${flag} option`)
  return make('run', flag === '-c' ? 'command' : 'module', target, [Buffer.from(flag), ...(inline ? rest : rest.slice(1))])
}
