// Cuts the engine in two along the order that the build gave its functions (build/arrange.ts): a hot module with what
// scripts run, which is all that a start compiles, and a cold one that is loaded when the first function outside is called.
// Both have the engine's own numbers for functions, types, globals and tables, so bodies are taken over byte for byte. In
// the hot module a stub stands for each function that was cut off and can still be reached. The cold module shares memory,
// tables, globals and tags with it and has copies of its small functions; the large ones it calls through the table.
import { InternalError } from '../errors.ts'
import { elementSegments } from './element-segments.ts'
import type { Layout } from './facts.ts'
import { SHARED, shared } from './halves.ts'
import { KIND, number, OP, PREAMBLE, SECTION, section, signed, text, vector, WasmReader } from './wasm-binary.ts'
import { readParts, type WasmImport, type WasmParts } from './wasm-parts.ts'

export interface Halves {
  readonly hot: Uint8Array
  readonly cold: Uint8Array
}

const NO_LOCALS = number(0)

export function cut(wasm: Uint8Array, layout: Layout): Halves {
  const engine = readParts(wasm)
  return { hot: hotHalf(engine, layout), cold: coldHalf(engine, layout) }
}

function hotHalf(engine: WasmParts, { hotImports, hot, border }: Layout): Uint8Array {
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
    imports: engine.imports.filter(({ kind }) => kind !== KIND.function || functions++ < hotImports).map(ofAnySize),
    types,
    bodies,
    segments: elementSegments(slots),
    own: true,
    exports: [
      ...engine.exports,
      ...engine.tables.map((_, i) => exported('table', KIND.table, i)),
      ...engine.globals.map((_, i) => exported('global', KIND.global, i)),
      ...engine.tags.map((_, i) => exported('tag', KIND.tag, i)),
    ],
  })
}

function coldHalf(engine: WasmParts, { hot, large }: Layout): Uint8Array {
  const functionImports = engine.types.length - engine.bodies.length
  const bodies: Buffer[] = engine.bodies.map(sized)
  for (const i of large) {
    const index = functionImports + i
    bodies[i] = body(engine, engine.types[index] ?? 0, engine.slotOf.get(index) ?? 0, Buffer.alloc(0))
  }
  const isHot = (index: number) => index >= functionImports && index < functionImports + hot
  return assemble(engine, {
    imports: [
      ...engine.imports.map(ofAnySize),
      ...engine.tables.map((type, i) => imported('table', KIND.table, i, type)),
      ...engine.globals.map((type, i) => imported('global', KIND.global, i, type)),
      ...engine.tags.map((type, i) => imported('tag', KIND.tag, i, type)),
    ],
    types: engine.types.slice(functionImports).map(number),
    bodies,
    segments: elementSegments(engine.slots.map((index) => (index === undefined || isHot(index) ? undefined : index))),
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

function assemble({ sections }: WasmParts, { imports, types, bodies, segments, exports, own }: Parts): Uint8Array {
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
function body(engine: WasmParts, type: number, slot: number, before: Uint8Array): Buffer {
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

// The halves have no data: an image says how much memory it needs, which is less than what an initialisation does.
function ofAnySize({ kind, bytes }: WasmImport): Buffer {
  if (kind !== KIND.memory) return bytes
  const reader = new WasmReader(bytes)
  for (let name = 0; name < 2; name++) reader.text()
  reader.byte() // the kind
  const limits = reader.at
  if (reader.byte() !== HAS_MAXIMUM) throw new InternalError('the engine imports a memory without a maximum')
  reader.number()
  return Buffer.concat([bytes.subarray(0, limits), Buffer.of(HAS_MAXIMUM), number(1), bytes.subarray(reader.at)])
}
const HAS_MAXIMUM = 1

const exported = (kind: 'table' | 'global' | 'tag', code: number, index: number) =>
  Buffer.concat([text(shared(kind, index)), Buffer.of(code), number(index)])

const imported = (kind: 'table' | 'global' | 'tag', code: number, index: number, type: Uint8Array) =>
  Buffer.concat([text(SHARED), text(shared(kind, index)), Buffer.of(code), type])
