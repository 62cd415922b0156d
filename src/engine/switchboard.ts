// The engine's imports where the instance outlives its runs: the wasm was given these once, and each calls what serves the
// present run. One call more for every import is what a plain start does without.
import type { Served, Switchboard } from './load.ts'

type Import = (...raw: unknown[]) => unknown

export class RunSwitchboard implements Switchboard {
  readonly #lines = new Map<string, { serve: Import }>()

  connect(served: Served): Served {
    const imports: Served = {}
    for (const [name, serve] of Object.entries(served)) {
      const line = { serve: serve as Import } // all that createRuntime and the table of calls make
      this.#lines.set(name, line)
      imports[name] = (...raw: unknown[]) => line.serve(...raw)
    }
    return imports
  }

  /** From now on the imports of another run. */
  switchTo(served: Served): void {
    for (const [name, line] of this.#lines) line.serve = served[name] as Import // the same names every time
  }
}
