// Cuts the engine in two along the order that the build gave its functions (build/arrange.ts): a hot module with what
// scripts run, which is all that a start compiles, and a cold one that is loaded when the first function outside is called.
// Both have the engine's own numbers for functions, types, globals and tables, so bodies are taken over byte for byte. In
// the hot module a stub stands for each function that was cut off and can still be reached. The cold module shares memory,
// tables, globals and tags with it and has copies of its small functions; the large ones it calls through the table.
import type { Layout } from './facts.ts'
import { KIND, number, PREAMBLE, SECTION, section, sectionsOf, signed, text, vector, WasmReader } from './wasm-binary.ts'

export interface Halves {
  readonly hot: Uint8Array
  readonly cold: Uint8Array
}

/** The name of the module from which the cold half imports what it shares with the hot one. */
export const SHARED = 'hot'
/** Names under which the hot half exports them: kind and number. */
export const shared = (kind: 'table' | 'global' | 'tag', index: number) => `${kind}${index}`

const OP = { unreachable: 0x00, end: 0x0b, call: 0x10, callIndirect: 0x11, localGet: 0x20, i32Const: 0x41 } as const
const NO_LOCALS = number(0)

export function cut(wasm: Uint8Array, layout: Layout): Halves {
  const engine = read(wasm)
  return { hot: hotHalf(engine, layout), cold: coldHalf(engine, layout) }
}

interface Import {
  readonly kind: number
  readonly bytes: Buffer
}

interface Engine {
  readonly sections: ReadonlyMap<number, Buffer>
  /** Parameters of each type. */
  readonly parameters: readonly number[]
  readonly imports: readonly Import[]
  /** The type of each function, imports included. */
  readonly types: readonly number[]
  readonly bodies: readonly Buffer[]
  /** The function of each table slot, undefined where there is none. */
  readonly slots: readonly (number | undefined)[]
  readonly slotOf: ReadonlyMap<number, number>
  readonly makeColdReady: number
  readonly tables: readonly Buffer[]
  readonly tags: readonly Buffer[]
  /** Type and mutability of each. */
  readonly globals: readonly Buffer[]
  readonly exports: readonly Buffer[]
}

function read(wasm: Uint8Array): Engine {
  const sections = sectionsOf(wasm)
  const reader = (id: number) => new WasmReader(sections.get(id) ?? Buffer.of(0))
  const functionTypes: number[] = []
  const types = reader(SECTION.type)
  const parameters = types.vector(() => {
    types.byte() // 0x60, a function's
    const count = types.vector(() => types.byte()).length
    types.vector(() => types.byte())
    return count
  })
  const importing = reader(SECTION.import)
  const imports = importing.vector(() => readImport(importing, functionTypes))
  const functions = reader(SECTION.function)
  functionTypes.push(...functions.vector(() => functions.number()))
  const code = reader(SECTION.code)
  const bodies = code.vector(() => {
    const size = code.number()
    return code.bytes.subarray(code.at, (code.at += size))
  })
  const slots: (number | undefined)[] = []
  const elements = reader(SECTION.element)
  elements.vector(() => readSegment(elements, slots))
  const exporting = reader(SECTION.export)
  let makeColdReady = -1
  const exports = exporting.vector(() =>
    exporting.raw(() => {
      const name = exporting.text()
      exporting.byte()
      const index = exporting.number()
      if (name === 'make_cold_ready') makeColdReady = index
    }),
  )
  const tables = reader(SECTION.table)
  const tags = reader(SECTION.tag)
  const globals = reader(SECTION.global)
  return {
    sections,
    parameters,
    imports,
    types: functionTypes,
    bodies,
    slots,
    slotOf: new Map(slots.flatMap((index, slot) => (index === undefined ? [] : [[index, slot] as const]))),
    makeColdReady,
    tables: tables.vector(() => tables.raw(() => skipTable(tables))),
    tags: tags.vector(() =>
      tags.raw(() => {
        tags.byte()
        tags.number()
      }),
    ),
    globals: globals.vector(() => {
      const type = globals.bytes.subarray(globals.at, (globals.at += 2))
      skipInitialiser(globals)
      return type
    }),
    exports,
  }
}

function readImport(reader: WasmReader, functionTypes: number[]): Import {
  let kind = -1
  const bytes = reader.raw(() => {
    reader.text()
    reader.text()
    kind = reader.byte()
    if (kind === KIND.function) functionTypes.push(reader.number())
    else if (kind === KIND.memory) skipLimits(reader)
    else throw new RangeError(`an import of kind ${kind}`) // the build leaves none
  })
  return { kind, bytes }
}

function readSegment(reader: WasmReader, slots: (number | undefined)[]): void {
  const [activeInFirstTable, i32Const] = [0, OP.i32Const] as const
  if (reader.number() !== activeInFirstTable || reader.byte() !== i32Const)
    throw new RangeError('an element segment of another kind')
  const first = reader.signed()
  reader.byte() // end
  for (const [i, index] of reader.vector(() => reader.number()).entries()) slots[first + i] = index
}

function skipTable(reader: WasmReader): void {
  reader.byte()
  skipLimits(reader)
}

function skipLimits(reader: WasmReader): void {
  const hasMaximum = reader.byte() & 1
  reader.number()
  if (hasMaximum) reader.number()
}

// Of one instruction with one operand, as a compiler writes them.
function skipInitialiser(reader: WasmReader): void {
  reader.byte()
  while (reader.byte() >= 0x80);
  if (reader.byte() !== OP.end) throw new RangeError('a global of another kind')
}

function hotHalf(engine: Engine, { hotImports, hot, border }: Layout): Uint8Array {
  const functionImports = engine.types.length - engine.bodies.length
  const kept = functionImports + hot + border
  const typeOf = (index: number) => engine.types[index] ?? 0
  const stub = (index: number, slot: number) =>
    body(engine, typeOf(index), slot, Buffer.concat([Buffer.of(OP.call), number(engine.makeColdReady)]))
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)
  const types = range(hotImports, kept).map((index) => number(typeOf(index)))
  const bodies = [
    ...range(hotImports, functionImports).map(() => sized(Buffer.concat([NO_LOCALS, Buffer.of(OP.unreachable, OP.end)]))),
    ...engine.bodies.slice(0, hot).map(sized),
    ...range(functionImports + hot, kept).map((index) => stub(index, engine.slotOf.get(index) ?? 0)),
  ]
  const slots = engine.slots.map((index, slot) => {
    if (index === undefined || index < hotImports || (index >= functionImports && index < kept)) return index
    types.push(number(typeOf(index)))
    bodies.push(stub(index, slot))
    return hotImports + types.length - 1
  })
  let functions = 0
  return assemble(engine, {
    imports: engine.imports.filter(({ kind }) => kind !== KIND.function || functions++ < hotImports).map(({ bytes }) => bytes),
    types,
    bodies,
    segments: segmentsOf(slots),
    own: true,
    exports: [
      ...engine.exports,
      ...engine.tables.map((_, i) => exported('table', KIND.table, i)),
      ...engine.globals.map((_, i) => exported('global', KIND.global, i)),
      ...engine.tags.map((_, i) => exported('tag', KIND.tag, i)),
    ],
  })
}

function coldHalf(engine: Engine, { hot, large }: Layout): Uint8Array {
  const functionImports = engine.types.length - engine.bodies.length
  const bodies: Buffer[] = engine.bodies.map(sized)
  for (const i of large) {
    const index = functionImports + i
    bodies[i] = body(engine, engine.types[index] ?? 0, engine.slotOf.get(index) ?? 0, Buffer.alloc(0))
  }
  const isHot = (index: number) => index >= functionImports && index < functionImports + hot
  return assemble(engine, {
    imports: [
      ...engine.imports.map(({ bytes }) => bytes),
      ...engine.tables.map((type, i) => imported('table', KIND.table, i, type)),
      ...engine.globals.map((type, i) => imported('global', KIND.global, i, type)),
      ...engine.tags.map((type, i) => imported('tag', KIND.tag, i, type)),
    ],
    types: engine.types.slice(functionImports).map(number),
    bodies,
    segments: segmentsOf(engine.slots.map((index) => (index === undefined || isHot(index) ? undefined : index))),
    own: false,
    exports: [],
  })
}

interface Parts {
  readonly imports: readonly Buffer[]
  readonly types: readonly Buffer[]
  readonly bodies: readonly Buffer[]
  readonly segments: readonly Buffer[]
  readonly exports: readonly Buffer[]
  /** Whether tables, tags and globals are its own. */
  readonly own: boolean
}

function assemble({ sections }: Engine, { imports, types, bodies, segments, exports, own }: Parts): Uint8Array {
  const same = (id: number) => section(id, sections.get(id) ?? Buffer.of(0))
  return Buffer.concat([
    PREAMBLE,
    same(SECTION.type),
    section(SECTION.import, vector(imports)),
    section(SECTION.function, vector(types)),
    ...(own ? [same(SECTION.table), same(SECTION.tag), same(SECTION.global)] : []),
    section(SECTION.export, vector(exports)),
    section(SECTION.element, vector(segments)),
    section(SECTION.code, vector(bodies)),
  ])
}

// Hands its own parameters to the function in `slot`.
function body(engine: Engine, type: number, slot: number, before: Uint8Array): Buffer {
  const parameters = Array.from({ length: engine.parameters[type] ?? 0 }, (_, i) =>
    Buffer.concat([Buffer.of(OP.localGet), number(i)]),
  )
  const firstTable = number(0)
  return sized(
    Buffer.concat([
      NO_LOCALS,
      before,
      ...parameters,
      Buffer.of(OP.i32Const),
      signed(slot),
      Buffer.of(OP.callIndirect),
      number(type),
      firstTable,
      Buffer.of(OP.end),
    ]),
  )
}

const sized = (bytes: Uint8Array): Buffer => Buffer.concat([number(bytes.length), bytes])

// An active segment of the first table for each run of slots.
function segmentsOf(slots: readonly (number | undefined)[]): Buffer[] {
  const segments: Buffer[] = []
  for (let from = 0; from < slots.length; from++) {
    let to = from
    while (to < slots.length && slots[to] !== undefined) to++
    if (to === from) continue
    const functions = slots.slice(from, to).map((index) => number(index ?? 0))
    segments.push(Buffer.concat([number(0), Buffer.of(OP.i32Const), signed(from), Buffer.of(OP.end), vector(functions)]))
    from = to
  }
  return segments
}

const exported = (kind: 'table' | 'global' | 'tag', code: number, index: number) =>
  Buffer.concat([text(shared(kind, index)), Buffer.of(code), number(index)])

const imported = (kind: 'table' | 'global' | 'tag', code: number, index: number, type: Uint8Array) =>
  Buffer.concat([text(SHARED), text(shared(kind, index)), Buffer.of(code), type])
