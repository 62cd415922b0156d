// What a caller may say about a run besides the script: where its streams go, how long it may take, who hears of it; and what
// it gets back, typed by what it said.
import type { Readable, Writable } from 'node:stream'
import { UsageError } from '../errors.ts'
import type { RunLimits } from '../seats/limits.ts'
import type { InputSource } from './input.ts'

/**
 * Where an output stream goes. `collect`: into the result, up to `maxBytes`. `stream`: to be read from the run; a slow reader
 * slows the script. `inherit`: the process's own. `ignore`: nowhere. A function gets each piece, and the next one when the
 * promise that it answers has resolved; what it throws the run rejects with. A Writable is written to and left open.
 */
export type OutputTarget = 'collect' | 'stream' | 'inherit' | 'ignore' | ((chunk: Buffer) => unknown) | Writable

export interface RunSettings extends RunLimits {
  /** What the script reads from standard input; without it that is empty. */
  readonly input?: InputSource | undefined
  /** `inherit`: the process's own standard input; not together with `input`. */
  readonly stdin?: 'inherit' | 'ignore' | undefined
  /** By itself `collect`. */
  readonly stdout?: OutputTarget | undefined
  /** By itself `collect`. `stdout`: goes where that goes, in one order. */
  readonly stderr?: OutputTarget | 'stdout' | undefined
  /** The most that is collected of each stream, in bytes; what comes after it is thrown away. By itself 10 MiB. */
  readonly maxBytes?: number | undefined
  /** `utf8` (by itself): collected output is text, with U+FFFD for what is not UTF-8; `buffer`: it is bytes. */
  readonly encoding?: 'utf8' | 'buffer' | undefined
  /** Hears how the run goes, in order; `ended` is the last. */
  readonly onEvent?: ((event: RunEvent) => void) | undefined
}

export type RunEvent =
  /** It waited so long for a guest. */
  | { readonly type: 'started'; readonly waitedMs: number }
  /** The script has started a program. */
  | { readonly type: 'program'; readonly pid: number }
  /** It is being ended from outside. */
  | { readonly type: 'stopping'; readonly reason: 'timeout' | 'abort' | 'close' }
  | { readonly type: 'ended'; readonly exitCode: number; readonly durationMs: number }

export interface ScriptResult<S extends RunSettings = RunSettings> {
  /** As the command would end: the script's own; 1 after an uncaught exception; 124 when it took too long; 128 and the signal's number. */
  readonly exitCode: number
  /** What the script was ended by, where it was a signal: SIGINT after an uncaught KeyboardInterrupt. */
  readonly signal: NodeJS.Signals | undefined
  /** Whether it took longer than `timeoutMs`. */
  readonly timedOut: boolean
  /** From its begin to its end; time that it waited for a guest is not in it. */
  readonly durationMs: number
  /** What was collected. */
  readonly stdout: Collected<S, 'stdout'>
  readonly stderr: Collected<S, 'stderr'>
  /** Whether more was written than is collected. */
  readonly truncated: { readonly stdout: boolean; readonly stderr: boolean }
}

export interface ScriptRun<S extends RunSettings = RunSettings> {
  /** Rejects with the reason of an aborted signal, with what an output function threw, and where no guest could start. */
  readonly result: Promise<ScriptResult<S>>
  /** With `stdout: 'stream'`. */
  readonly stdout: Streamed<S, 'stdout'>
  readonly stderr: Streamed<S, 'stderr'>
  /** Raises the signal (2: SIGINT) in the script, as a terminal's Ctrl-C would; answers whether it has not looked at an earlier one. */
  interrupt(signal?: number): boolean
  /** Ends the script at once, wherever it is, and nothing else: programs that it started go on. The result then says 137. */
  terminate(): Promise<void>
}

type Said<S, K extends string> = S extends { readonly [Key in K]?: infer V } ? V : undefined
type Text<S> = S extends { readonly encoding: 'buffer' }
  ? Buffer
  : S extends { readonly encoding?: 'utf8' | undefined }
    ? string
    : string | Buffer
type IfCollected<T, V> = T extends 'collect' | undefined ? V : undefined
type IfStreamed<T> = T extends 'stream' ? Readable : undefined
export type Collected<S, K extends 'stdout' | 'stderr'> = K extends keyof S ? IfCollected<Said<S, K>, Text<S>> : Text<S>
export type Streamed<S, K extends 'stdout' | 'stderr'> = K extends keyof S ? IfStreamed<Said<S, K>> : undefined

const SETTINGS: readonly (keyof RunSettings)[] = [
  'input',
  'stdin',
  'stdout',
  'stderr',
  'maxBytes',
  'encoding',
  'onEvent',
  'timeoutMs',
  'graceMs',
  'signal',
]

/** A misspelt setting is an error and not silence. */
export function checkKeys(what: string, given: object, known: readonly string[]): void {
  for (const name of Object.keys(given))
    if (!known.includes(name)) throw new UsageError(`${what} knows no ${name}; it takes ${known.join(', ')}`)
}

export function checkSettings(settings: RunSettings): void {
  checkKeys('a run', settings, SETTINGS)
  const { input, stdin, maxBytes, encoding, stdout, stderr } = settings
  if (input !== undefined && stdin !== undefined) throw new UsageError('a run takes input or stdin, not both')
  if (stdin !== undefined && stdin !== 'inherit' && stdin !== 'ignore')
    throw new UsageError('stdin takes inherit or ignore; what the script is to read is given as input')
  if (maxBytes !== undefined && !(Number.isSafeInteger(maxBytes) && maxBytes >= 0))
    throw new UsageError(`maxBytes takes a whole number from 0 up, not ${maxBytes}`)
  if (encoding !== undefined && encoding !== 'utf8' && encoding !== 'buffer')
    throw new UsageError(`encoding takes utf8 or buffer, not ${encoding}`)
  for (const [name, value] of Object.entries({ stdout, stderr }))
    if (typeof value === 'string' && !(WORDS.includes(value) || (name === 'stderr' && value === 'stdout')))
      throw new UsageError(`${name} takes ${WORDS.join(', ')}, a function or a Writable, not ${value}`)
}
const WORDS = ['collect', 'stream', 'inherit', 'ignore']
