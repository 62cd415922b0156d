// The engine's module taken apart into the entries of its sections. What the build never leaves in it is refused.
import { KIND, OP, SECTION, sectionsOf, WasmReader } from './wasm-binary.ts'

export interface WasmImport {
  readonly kind: number
  readonly bytes: Buffer
}

/** A module's entries as bytes, and what cutting it needs to know of them. */
export interface WasmParts {
  readonly sections: ReadonlyMap<number, Buffer>
  /** Parameters of each type. */
  readonly parameters: readonly number[]
  readonly imports: readonly WasmImport[]
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

export function readParts(wasm: Uint8Array): WasmParts {
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
  const slots = readSlots(reader(SECTION.element))
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

function readImport(reader: WasmReader, functionTypes: number[]): WasmImport {
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

/** The function of each slot of the first table, from an element section. */
export function readSlots(reader: WasmReader): (number | undefined)[] {
  const slots: (number | undefined)[] = []
  reader.vector(() => readSegment(reader, slots))
  return slots
}

function readSegment(reader: WasmReader, slots: (number | undefined)[]): void {
  const [activeInFirstTable, i32Const] = [0, OP.i32Const] as const
  if (reader.number() !== activeInFirstTable || reader.byte() !== i32Const)
    throw new RangeError('an element segment of another kind')
  const first = reader.signed()
  reader.byte() // end
  for (const [i, index] of reader.vector(() => reader.number()).entries()) slots[first + i] = index
}

export function skipTable(reader: WasmReader): void {
  reader.byte()
  skipLimits(reader)
}

export function skipLimits(reader: WasmReader): void {
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
