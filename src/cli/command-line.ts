// The words of the command: options of ours first, then what python takes: a script, -c, -m or -, and its arguments.
import { UsageError } from '../errors.ts'
import type { PlatformName } from '../platform/platform.ts'
import type { Mode } from '../run-options.ts'
import type { Seat } from '../seats/choose-seat.ts'

export interface CommandLine {
  readonly action: 'run' | 'version' | 'help'
  readonly mode: Mode
  readonly target: Uint8Array
  readonly argv: readonly Uint8Array[]
  readonly seat: Seat | undefined
  readonly platform: PlatformName
  readonly drive: string | undefined
  readonly snapshot: boolean
  readonly debug: boolean
}

const NOTHING = new Uint8Array(0)

export function parseCommandLine(words: readonly Uint8Array[]): CommandLine {
  const options = {
    seat: undefined as Seat | undefined,
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
    ...options,
  })
  for (let i = 0; i < words.length; i++) {
    const bytes = words[i] ?? NOTHING
    const word = Buffer.from(bytes).toString()
    const rest = words.slice(i + 1)
    const value = (): string => {
      const next = words[++i]
      if (next === undefined) throw new UsageError(`the option ${word} needs a value`)
      return Buffer.from(next).toString()
    }
    if (word === '-V' || word === '--version') return make('version', 'stdin', NOTHING, [])
    if (word === '-h' || word === '--help' || word === '-?') return make('help', 'stdin', NOTHING, [])
    if (word === '-') return make('run', 'stdin', NOTHING, [bytes, ...rest])
    if (word === '--') return rest[0] ? make('run', 'file', rest[0], rest) : make('run', 'stdin', NOTHING, [NOTHING])
    if (word.startsWith('-c') || word.startsWith('-m')) return attached(word, bytes, rest, make)
    if (word === '--no-snapshot') options.snapshot = false
    else if (word === '--debug') options.debug = true
    else if (word === '--seat') options.seat = oneOf(word, value(), ['inline', 'worker'] as const)
    else if (word === '--platform') options.platform = oneOf(word, value(), ['linux', 'win32'] as const)
    else if (word === '--drive') options.drive = value()
    else if (word.startsWith('-')) throw new UsageError(`unknown option ${word}`)
    else return make('run', 'file', bytes, [bytes, ...rest])
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

function oneOf<const T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value)
  if (!found) throw new UsageError(`${option} takes ${allowed.join(' or ')}, not ${value}`)
  return found
}
