// The four families of failure and the exit codes they end a command with (python's own where python has one).
// Runs on both sides; nothing below imports anything, so every layer may throw these.

export const EXIT = { usage: 2, internal: 70, timedOut: 124, refused: 125, cannotRun: 126, notFound: 127 } as const

/** The caller's command, option or call is wrong: says what, where and what to do. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError'
  readonly exitCode: number
  /** Whether the message says all that helps, and no word of --help need follow. */
  readonly complete: boolean
  constructor(
    message: string,
    options: { readonly cause?: unknown; readonly exitCode?: number; readonly complete?: boolean } = {},
  ) {
    super(message, { cause: options.cause })
    this.exitCode = options.exitCode ?? EXIT.usage
    this.complete = options.complete ?? false
  }
}

/** What is needed to run is damaged, foreign or missing on this machine: a reinstall mends it, not a report. */
export class InstallationError extends Error {
  override readonly name: string = 'InstallationError'
  readonly exitCode: number = EXIT.cannotRun
}

/** Policy refused: a grant, a level, a gate. */
export class PrivilegeError extends Error {
  override readonly name: string = 'PrivilegeError'
  readonly exitCode: number = EXIT.refused
}

/** A fault of ours: asks for a report. */
export class InternalError extends Error {
  override readonly name: string = 'InternalError'
  readonly exitCode: number = EXIT.internal
}

/** For branches that the types rule out. */
export function unreachable(value: never): never {
  throw new InternalError(`unreachable: ${String(value)}`)
}

/** An error as data, for crossing from a worker: class instances do not survive that. */
export interface Failure {
  readonly name: string
  readonly message: string
  readonly stack: string
  readonly exitCode: number
}

export function describe(error: unknown): Failure {
  const known = error instanceof Error ? error : new Error(String(error))
  return { name: known.name, message: known.message, stack: known.stack ?? '', exitCode: exitCodeOf(known) }
}

export function revive({ name, message, stack, exitCode }: Failure): Error {
  return Object.assign(new Error(message), { name, stack, exitCode })
}

/** The exit code that a command ends with for this error. */
export function exitCodeOf(error: unknown): number {
  const code = error instanceof Error && 'exitCode' in error ? error.exitCode : undefined
  return typeof code === 'number' ? code : EXIT.internal
}
