// The engine's instance: its exports by name and type, and the few C calls that the loader makes.
import { InternalError } from '../errors.ts'
import type { Memory } from '../kernel/memory.ts'
import { breakOffAt } from './break-off.ts'
import { ENTRY, type EntryName } from './entry.ts'
import { onOwnStack } from './own-stack.ts'
import type { StackLimit } from './stack.ts'

export type Enter = (suspender: unknown, which: number, a: number, b: number, c: number) => number
type CFunction = (...args: (number | bigint)[]) => number

export class Instance {
  readonly memory: WebAssembly.Memory
  /** Of the C library's errno. */
  errnoAddress = 0
  readonly #memory: Memory
  #exports: WebAssembly.Exports = {}
  #enter: Enter | undefined
  /** Brings the functions that the hot half lacks; set by who has them. */
  loadCold: () => void = () => {}
  stackLimit: StackLimit = { thread: 0, top: 0, bytes: 0 }
  /** Whether deep guest code gets a stack of its own, see own-stack.ts. */
  ownStacks = false
  /** Whether it is on such a stack now. */
  onOwnStack = false
  /** When what has been entered is broken off wherever it is, in milliseconds of process.hrtime; undefined: never. */
  breakOffMs: number | undefined

  constructor(memory: WebAssembly.Memory, view: Memory) {
    this.memory = memory
    this.#memory = view
  }

  attach(exports: WebAssembly.Exports): void {
    this.#exports = exports
    this.#enter = exports.enter as Enter // the build added it with this type
    this.errnoAddress = this.call('__errno_location')
  }

  /** Runs guest code. */
  enter(name: EntryName, a = 0, b = 0, c = 0): number {
    if (!this.#enter) throw new InternalError('entered before there is an instance')
    const enter = this.#enter
    if (this.breakOffMs === undefined) return enter(null, ENTRY[name].index, a, b, c)
    return breakOffAt(this.breakOffMs, () => enter(null, ENTRY[name].index, a, b, c))
  }

  /** Runs guest code that may go as deep as the seat allows. Nothing else runs before it is done. */
  async enterDeep(name: EntryName, a = 0, b = 0, c = 0): Promise<number> {
    if (!this.ownStacks || !this.#enter) return this.enter(name, a, b, c)
    this.onOwnStack = true
    try {
      return await onOwnStack(this.#enter)(null, ENTRY[name].index, a, b, c)
    } finally {
      this.onOwnStack = false
    }
  }

  /** Calls a C function that runs no guest code and never waits. */
  call(name: string, ...args: (number | bigint)[]): number {
    return (this.#exports[name] as CFunction)(...args) // KEPT_EXPORTS are functions of integers
  }

  /** The address of a C variable. */
  address(name: string): number {
    return Number(this.#global(name).value)
  }

  get stackPointer(): number {
    return Number(this.#global('__stack_pointer').value)
  }

  set stackPointer(value: number) {
    this.#global('__stack_pointer').value = value
  }

  global(name: 'arity' | 'line_end' | 'own_error_words' | 'signal_questions_passed' | 'suspender'): WebAssembly.Global {
    return this.#global(name)
  }

  get exports(): WebAssembly.Exports {
    return this.#exports
  }

  get table(): WebAssembly.Table {
    return this.#exports.__indirect_function_table as WebAssembly.Table // Emscripten's name for it
  }

  tableEntry(index: number): CFunction {
    return this.table.get(index) as CFunction // table entries are C functions
  }

  /** A C string in guest memory, for good. */
  cString(text: string): number {
    const bytes = Buffer.from(`${text}\0`)
    const address = this.call('malloc', bytes.length)
    this.#memory.bytes(address, bytes.length).set(bytes)
    return address
  }

  setDynamicLinkError(message: string): void {
    const format = this.cString('%s')
    const list = this.call('malloc', 4)
    this.#memory.writeU32(list, this.cString(message))
    this.call('__dl_seterr', format, list)
  }

  #global(name: string): WebAssembly.Global {
    const global = this.#exports[name]
    if (!(global instanceof WebAssembly.Global)) throw new InternalError(`the engine has no global ${name}`)
    return global
  }
}
