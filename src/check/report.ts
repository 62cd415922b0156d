// What py-runner check says about a script: the shape of docs/schemas/check.json.
import type { Shebang } from './shebang.ts'

export interface Report {
  /** As it was named. */
  readonly script: string
  readonly dialect: 2 | 3
  /** Why it is taken for that. */
  readonly reason: string
  readonly shebang: Shebang
  readonly imports: readonly Imported[]
  /** Modules that a run would not find. */
  readonly missing: readonly string[]
  readonly environment: readonly Variable[]
  /** What keeps the script from working. */
  readonly problems: readonly Remark[]
  /** What is worth knowing. */
  readonly notes: readonly Remark[]
}

export interface Imported {
  readonly module: string
  readonly line: number
  readonly place: 'library' | 'beside' | 'missing' | 'removed' | 'platform'
  /** Whether the script can do without it: in a `try`, or under a question for platform or version. */
  readonly guarded: boolean
}

export interface Variable {
  readonly name: string
  readonly line: number
  /** Whether the script raises KeyError without it. */
  readonly needed: boolean
  readonly default?: string
}

export interface Remark {
  readonly line: number
  readonly kind: 'syntax' | 'import' | 'missing' | 'removed' | 'platform' | 'scripthelper' | 'warning'
  readonly message: string
}

/** The part that the program in the guest finds out. */
export type Findings = Omit<Report, 'script' | 'shebang'>
