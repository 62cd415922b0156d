// What a script's first line says about how to run it, as data: nothing is looked up, so the rules of every platform can be
// read, shown and tested on any.

export type Plan = Way | Refusal

/** How a script is run. */
export interface Way {
  /** The rule that decided, a stable code. */
  readonly rule: Rule
  readonly program: Program
  /** Words between the program and the script's file. */
  readonly options: readonly string[]
  /** The end of the script's file name, such as `.py`. */
  readonly extension: string
  /** What is written into the file. */
  readonly content: string
}

export type Rule =
  | 'no-shebang' // cmd.exe on Windows, sh elsewhere
  | 'builtin-python' // a line that means the built-in interpreter on this platform
  | 'system-python' // the default python of a unix, or the built-in one where there is none
  | 'program' // Windows: a program that the line names
  | 'extension' // Windows: #EXT, run by association
  | 'os' // unix: the system reads the line

export type Program =
  | { readonly kind: 'builtin' }
  /** Found by this name in PATH; without it the built-in interpreter. */
  | { readonly kind: 'python'; readonly name: string }
  /** Found by this name in PATH, with PREPATH in front. */
  | { readonly kind: 'in-path'; readonly name: string }
  | { readonly kind: 'at'; readonly path: string }
  /** The system runs the file itself; `interpreter` is what its line names. */
  | { readonly kind: 'itself'; readonly interpreter: string }
  /** The system opens the file with the program of its extension. */
  | { readonly kind: 'association' }

export interface Refusal {
  readonly refused: RefusalCode
  /** 126: there, but cannot be run; 127: not found. */
  readonly status: 126 | 127
  readonly message: string
}

/** Stable codes. */
export type RefusalCode = 'byte-order-mark' | 'carriage-return' | 'extension' | 'shebang-empty' | 'shebang-quotes' | 'shebang-nul'

export const cannotRun = (refused: RefusalCode, message: string): Refusal => ({ refused, status: 126, message })
