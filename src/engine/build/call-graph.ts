// Which functions of the wasm call which, by direct calls.
import binaryen from 'binaryen'
import type { WasmEditor } from './wasm-editor.ts'

export class CallGraph {
  readonly editor: WasmEditor
  readonly #defined: ReadonlySet<string>
  readonly #known = new Map<string, ReadonlySet<string>>()

  constructor(editor: WasmEditor) {
    this.editor = editor
    this.#defined = new Set(editor.definedFunctions)
  }

  of(internal: string): ReadonlySet<string> {
    const known = this.#known.get(internal)
    if (known) return known
    const text = this.#defined.has(internal) ? binaryen.emitText(this.editor.info(internal).body) : ''
    const callees = new Set([...text.matchAll(/\(call \$([^\s)]+)/g)].map(([, callee = '']) => callee))
    this.#known.set(internal, callees)
    return callees
  }

  /** Whether it calls itself, or calls one that calls it. */
  returnsTo(internal: string): boolean {
    const callees = this.of(internal)
    return callees.has(internal) || [...callees].some((callee) => this.of(callee).has(internal))
  }

  /** Static C functions are not. */
  isNamed(internal: string): boolean {
    return this.editor.namedFunctions.has(internal)
  }

  /** Those that call themselves and these, and nothing else. */
  functionsThatCall(callees: readonly string[]): readonly string[] {
    return [...this.#defined].filter((internal) => sameSet(this.of(internal), new Set([internal, ...callees])))
  }
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each))
}
