// What each module of the library and of the guest imports: written by bundle/library_imports.py from their sources.

export interface Imports {
  /** Within the library's folder; '' for a module of the guest. */
  readonly file: string
  /** Of its source. */
  readonly bytes: number
  /** Executed with the module. */
  readonly needed: readonly string[]
  /** Inside functions. */
  readonly deferred: readonly string[]
  /** In a try that catches ImportError, or under a question for platform, type checker or main program. */
  readonly guarded: readonly string[]
  /** Needed where one of those that were tried before is not there. */
  readonly fallbacks: readonly (readonly [string, readonly string[]])[]
}

export interface ImportGraph {
  /** sys.builtin_module_names of the engine. */
  readonly builtin: readonly string[]
  /** sys.stdlib_module_names. */
  readonly standard: readonly string[]
  readonly modules: Readonly<Record<string, Imports>>
}

/** A module and the packages around it, which are imported before it. */
export function withPackages(name: string): readonly string[] {
  const parts = name.split('.')
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'))
}
