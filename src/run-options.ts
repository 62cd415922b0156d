// What a run is, as data that can cross into a worker: what to run, with which arguments, where, as which platform.
import type { PythonOptions } from './engine/initial-settings.ts'
import type { StreamPlan } from './kernel/streams/stream-plan.ts'
import type { PlatformName } from './platform/platform-name.ts'

/** Which Python a script is written in. */
export type Dialect = 2 | 3

export type Mode = 'file' | 'source' | 'command' | 'module' | 'stdin'

export interface RunOptions {
  readonly mode: Mode
  /** The script's path, its source, the command's text or the module's name; bytes as the operating system gave them. */
  readonly target: Uint8Array
  /** sys.argv, whole. */
  readonly argv: readonly Uint8Array[]
  /** sys.orig_argv. */
  readonly origArgv: readonly Uint8Array[]
  /** NAME=value entries. */
  readonly environment: readonly Uint8Array[]
  /** Where the script begins, as a whole path; without it, where the process is. */
  readonly cwd?: Uint8Array
  readonly platform: PlatformName
  /** The host folder that a foreign platform sees as its drive. */
  readonly drive?: string
  /** sys.executable. */
  readonly executable: string
  readonly snapshot: boolean
  /** Without it, found by looking at the script. */
  readonly dialect?: Dialect
  /** Where the script's code is kept for its next run; without, it is compiled each time. */
  readonly codeFolder?: string
  /** Options of python's own command line. */
  readonly python?: PythonOptions
  /** Whether the process goes on after the run: what a script does to its process must then not reach it. */
  readonly sharesProcess?: boolean
  /** What the standard streams are; without it, the process's own. */
  readonly streams?: StreamPlan
  /**
   * The numbers of the descriptors that were open when the process began. Those from 3 up that are no part of Node are then
   * the guest's, under the same numbers, and when it closes one, it is closed. Without, the guest has 0, 1 and 2.
   */
  readonly openAtStart?: readonly number[]
}

/** python -I, as scripts of a client's level admin run: what they start from is looked at byte by byte. */
export const isIsolated = ({ python }: RunOptions) => python?.flags.I !== undefined

/** How a run ended. */
export interface RunResult {
  readonly exitCode: number
  /** The signal that the process should die of, as python does of an uncaught KeyboardInterrupt. */
  readonly signal?: number
  /** It took longer than it may. */
  readonly timedOut?: true
}
