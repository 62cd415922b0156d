// The build's tools on the wasm, all by name: serve (a C function asks the host), wait (the loop around a call that may
// have to wait), hook (a call of ours before and after a C function), hide (drop exports). Nothing depends on the
// numbers of functions.
import binaryen from 'binaryen'
import { InternalError } from '../../errors.ts'
import { WAIT } from '../../kernel/wait.ts'
import { addServed } from './served.ts'

const { i32, none } = binaryen

export class WasmEditor {
  readonly module: binaryen.Module
  /** The internal name of the C stack's pointer. */
  stackPointer = ''
  readonly #hooks = new Map<string, number>()
  readonly #imports = new Map<string, string>()
  readonly #exports = new Map<string, string>()

  constructor(wasm: Uint8Array) {
    this.module = binaryen.readBinary(wasm)
    for (let i = 0; i < this.module.getNumFunctions(); i++) {
      const { name, module, base } = binaryen.getFunctionInfo(this.module.getFunctionByIndex(i))
      if (module) this.#imports.set(`${module}.${base}`, name)
    }
    for (let i = 0; i < this.module.getNumExports(); i++) {
      const { name, value, kind } = binaryen.getExportInfo(this.module.getExportByIndex(i))
      if (kind === binaryen.ExternalFunction) this.#exports.set(name, value)
      if (name === '__stack_pointer') this.stackPointer = value
    }
  }

  /** The names of function imports, as module.name. */
  get functionImports(): readonly string[] {
    return [...this.#imports.keys()]
  }

  /** The internal names of the functions that have a body. */
  get definedFunctions(): readonly string[] {
    return Array.from({ length: this.module.getNumFunctions() }, (_, i) =>
      binaryen.getFunctionInfo(this.module.getFunctionByIndex(i)),
    )
      .filter(({ module }) => !module)
      .map(({ name }) => name)
  }

  /** The internal names of the functions that are imports. */
  get importedFunctions(): readonly string[] {
    return Array.from({ length: this.module.getNumFunctions() }, (_, i) =>
      binaryen.getFunctionInfo(this.module.getFunctionByIndex(i)),
    )
      .filter(({ module }) => module)
      .map(({ name }) => name)
  }

  /** [name, internal name] of the functions that are exported now. */
  get exportedFunctions(): readonly (readonly [string, string])[] {
    return Array.from({ length: this.module.getNumExports() }, (_, i) => binaryen.getExportInfo(this.module.getExportByIndex(i)))
      .filter(({ kind }) => kind === binaryen.ExternalFunction)
      .map(({ name, value }) => [name, value] as const)
  }

  /** The internal names of the functions that the wasm exports. */
  get namedFunctions(): ReadonlySet<string> {
    return new Set(this.#exports.values())
  }

  get memoryPages(): number {
    return this.module.getMemoryInfo('0').initial
  }

  exported(name: string): string {
    const internal = this.#exports.get(name)
    if (!internal) throw new InternalError(`the wasm exports no function ${name}`)
    return internal
  }

  imported(name: string): string {
    const internal = this.#imports.get(name)
    if (!internal) throw new InternalError(`the wasm imports no function ${name}`)
    return internal
  }

  info(internal: string): binaryen.FunctionInfo {
    return binaryen.getFunctionInfo(this.module.getFunction(internal))
  }

  parameters(internal: string): binaryen.Type[] {
    return binaryen.expandType(this.info(internal).params)
  }

  /** The body of `internal` goes; in its place the host is asked for `name`. */
  serve(internal: string, name: string): void {
    const { params, results } = this.info(internal)
    this.module.removeFunction(internal)
    addServed(this.module, internal, name, params, results)
  }

  /** A function of the build's own that asks the host. */
  ask(internal: string, name: string, params: binaryen.Type, results: binaryen.Type): void {
    addServed(this.module, internal, name, params, results)
  }

  /** Imports of these names become functions that ask the host for `fault` with their place in the list. */
  cutOff(names: readonly string[], fault: string): void {
    const m = this.module
    addServed(m, fault, fault, i32, none)
    for (const [full, internal] of this.#imports) {
      const at = names.indexOf(full.slice(full.indexOf('.') + 1))
      if (at < 0) continue
      const { params, results } = this.info(internal)
      m.removeFunction(internal)
      m.addFunction(internal, params, results, [], m.block(null, [m.call(fault, [m.i32.const(at)], none), m.unreachable()]))
    }
  }

  /** `internal` becomes: ask the host for `name`; while it answers WAIT, host.wait() and ask again. */
  serveWaiting(internal: string, name: string): void {
    const { params, results } = this.info(internal)
    const types = binaryen.expandType(params)
    const now = `${internal}$now`
    const m = this.module
    m.removeFunction(internal)
    addServed(m, now, name, params, results)
    const answer = types.length
    m.addFunction(internal, params, results, [i32], this.waitingLoop(answer, m.call(now, this.locals(types), results)))
  }

  /** A block of type i32: `ask` again and again, host.wait() in between, until the answer (kept in local `answer`) is none. */
  waitingLoop(answer: number, ask: binaryen.ExpressionRef): binaryen.ExpressionRef {
    const m = this.module
    const label = 'again'
    return m.loop(
      label,
      m.block(
        null,
        [
          m.local.set(answer, ask),
          m.if(
            m.i32.eq(m.local.get(answer, i32), m.i32.const(WAIT)),
            m.block(null, [m.call('host_wait', [], none), m.br(label)]),
          ),
          m.local.get(answer, i32),
        ],
        i32,
      ),
    )
  }

  /** Replaces the body of `internal` by what `build` makes of a call to the original. */
  hook(
    internal: string,
    locals: binaryen.Type[],
    build: (call: binaryen.ExpressionRef, parameters: number) => binaryen.ExpressionRef,
  ): void {
    const { params, results, vars, body } = this.info(internal)
    const copy = this.module.copyExpression(body)
    const hooks = (this.#hooks.get(internal) ?? 0) + 1
    this.#hooks.set(internal, hooks)
    const original = `${internal}$${hooks}`
    this.module.removeFunction(internal)
    this.module.addFunction(original, params, results, vars, copy)
    const types = binaryen.expandType(params)
    this.module.addFunction(
      internal,
      params,
      results,
      locals,
      build(this.module.call(original, this.locals(types), results), types.length),
    )
  }

  /** Drops every export that is not named. */
  hide(keep: ReadonlySet<string>): void {
    for (let i = this.module.getNumExports() - 1; i >= 0; i--) {
      const { name } = binaryen.getExportInfo(this.module.getExportByIndex(i))
      if (!keep.has(name)) this.module.removeExport(name)
    }
  }

  /** New table entries for `functions`; answers the first one. */
  giveSlots(functions: readonly string[]): number {
    const table = this.module.getTable(TABLE)
    const { initial } = binaryen.getTableInfo(table)
    this.module.addActiveElementSegment(TABLE, `from ${initial}`, [...functions], this.module.i32.const(initial))
    setInitial(table, initial + functions.length)
    return initial
  }

  locals(types: readonly binaryen.Type[]): binaryen.ExpressionRef[] {
    return types.map((type, i) => this.module.local.get(i, type))
  }

  emit(): Uint8Array {
    return this.module.emitBinary()
  }
}

const TABLE = '0'

// Binaryen's C function; its types leave it out.
const { _BinaryenTableSetInitial: setInitial } = binaryen as unknown as {
  readonly _BinaryenTableSetInitial: (table: number, initial: number) => void
}
