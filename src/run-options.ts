// What a run is, as data that can cross into a worker: what to run, with which arguments, where, as which platform.
import type { PlatformName } from './platform/platform-name.ts'

export type Mode = 'file' | 'command' | 'module' | 'stdin'

export interface RunOptions {
  readonly mode: Mode
  /** The script's path, the command's text or the module's name; bytes as the operating system gave them. */
  readonly target: Uint8Array
  /** sys.argv, whole. */
  readonly argv: readonly Uint8Array[]
  /** sys.orig_argv. */
  readonly origArgv: readonly Uint8Array[]
  /** NAME=value entries. */
  readonly environment: readonly Uint8Array[]
  readonly platform: PlatformName
  /** The host folder that a foreign platform sees as its drive. */
  readonly drive?: string
  /** sys.executable. */
  readonly executable: string
  readonly snapshot: boolean
}

/** How a run ended. */
export interface RunResult {
  readonly exitCode: number
  /** The signal that the process should die of, as python does of an uncaught KeyboardInterrupt. */
  readonly signal?: number
}
