// Takes whole C modules and libraries out of the npm wasm: their entries in CPython's table of built-in modules and their slots
// in the table of functions. Nothing then reaches their functions, and what removes the unused drops them. The first of all edits,
// because it goes by the order in which the linker left functions and slots.
import { InternalError } from '../../errors.ts'
import { elementSegments } from '../element-segments.ts'
import { KIND, PREAMBLE, SECTION, section, sectionsOf, vector, WasmReader } from '../wasm-binary.ts'
import { readSlots, skipLimits, skipTable } from '../wasm-parts.ts'
import { dataImage, dataSegments } from './data-image.ts'
import { forgetDocstrings } from './docstrings.ts'
import { OBJECT_FILES, type ObjectFileName, type ObjectFiles } from './module-functions.ts'

interface Export {
  readonly name: string
  readonly kind: number
  readonly index: number
}

/** `fill`: what takes the place of data that is gone; another value than 0 shows that nothing reads it. */
export function trim(wasm: Uint8Array, names: readonly ObjectFileName[], fill = 0): Buffer {
  const sections = sectionsOf(wasm)
  const reader = (id: number) => new WasmReader(sections.get(id) ?? Buffer.of(0))
  const exporting = reader(SECTION.export)
  const exports = exporting.vector((): Export => ({ name: exporting.text(), kind: exporting.byte(), index: exporting.number() }))
  const slots = readSlots(reader(SECTION.element))
  const data = dataImage(reader(SECTION.data))
  const inittab = data.readUInt32LE(addressOf('PyImport_Inittab', exports, sections))
  const files = names.map((name): ObjectFiles => OBJECT_FILES[name])
  for (const each of files) clearSlots(slots, each, exports)
  for (const [from, to] of files.flatMap((each) => each.data ?? []))
    for (let at = from; at < to; at++) if (data[at] !== 0) data[at] = fill
  for (const { frozen } of files) if (frozen) thaw(data, data.readUInt32LE(addressOf(frozen, exports, sections)))
  if (files.some(({ docstrings }) => docstrings)) forgetDocstrings(data, sections.get(SECTION.code) ?? Buffer.of(), fill)
  forget(data, inittab, slots, new Set(files.flatMap(({ modules }) => modules)))
  const parts: Buffer[] = [PREAMBLE]
  for (const [id, contents] of sections) {
    if (id === SECTION.element) parts.push(section(id, vector(elementSegments(slots))))
    else if (id === SECTION.data) parts.push(section(id, vector(dataSegments(data))))
    else if (id !== SECTION.dataCount) parts.push(section(id, contents)) // nothing initialises memory by a segment's number
  }
  return Buffer.concat(parts)
}

function addressOf(name: string, exports: readonly Export[], sections: ReadonlyMap<number, Buffer>): number {
  const found = exports.find((each) => each.kind === KIND.global && each.name === name)
  if (!found) throw new InternalError(`the wasm exports no variable ${name}`)
  const importing = new WasmReader(sections.get(SECTION.import) ?? Buffer.of(0))
  let imported = 0
  importing.vector(() => {
    importing.text()
    importing.text()
    const kind = importing.byte()
    if (kind === KIND.global) imported++
    skipImport(importing, kind)
  })
  const globals = new WasmReader(sections.get(SECTION.global) ?? Buffer.of(0))
  const values = globals.vector(() => {
    globals.at += 3 // type, mutability, the instruction
    const value = globals.signed()
    globals.byte()
    return value
  })
  return values[found.index - imported] ?? 0
}

function skipImport(reader: WasmReader, kind: number): void {
  if (kind === KIND.function) reader.number()
  else if (kind === KIND.global) reader.at += 2
  else if (kind === KIND.tag) {
    reader.byte()
    reader.number()
  } else if (kind === KIND.table) skipTable(reader)
  else skipLimits(reader)
}

/** A run of slots is one file's when it has this many of its functions … */
const RUN_SLOTS = 7
/** … and they are this much of it; the linker put other files' slots between none of them. */
const RUN_SHARE = 0.4
const GAP_SLOTS = 12

// The linker gave a function that is the same in two files one number, so a slot of another file can hold one of ours: only runs are
// cleared, not every slot with such a function; at the ends of a run duplicates may be the neighbour's.
function clearSlots(slots: (number | undefined)[], { functions }: ObjectFiles, exports: readonly Export[]): void {
  const isOurs = (index: number | undefined) => index !== undefined && functions.some(([from, to]) => index >= from && index < to)
  const api = new Set(exports.filter(({ kind, name }) => kind === KIND.function && API.test(name)).map(({ index }) => index))
  for (const run of runsOf(slots.flatMap((index, slot) => (isOurs(index) ? [slot] : [])))) {
    const [first = 0, last = 0] = [run[0], run.at(-1)]
    if (run.length < RUN_SLOTS || run.length / (last - first + 1) < RUN_SHARE) continue
    const seen = new Set<number>()
    for (const slot of run) {
      const index = slots[slot] ?? 0
      const mayBeNeighbours = seen.has(index) && (slot > last - 4 || slot < first + 2)
      if (api.has(index) || mayBeNeighbours) continue
      seen.add(index)
      slots[slot] = undefined
    }
  }
}
/** Functions of CPython's interface that lie in a module's file and are in tables of others. */
const API = /^_?Py(?!Init|odide|Proxy|proxy)/

function runsOf(slots: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const slot of slots) {
    const last = runs.at(-1)
    if (last && slot - (last.at(-1) ?? 0) <= GAP_SLOTS) last.push(slot)
    else runs.push([slot])
  }
  return runs
}

const FROZEN_BYTES = 16 // struct _frozen {const char *name; const unsigned char *code; int size; int is_package}

function thaw(data: Buffer, table: number): void {
  for (let at = table; data.readUInt32LE(at) !== 0; at += FROZEN_BYTES) {
    const code = data.readUInt32LE(at + 4)
    data.fill(0, code, code + data.readUInt32LE(at + 8))
    data.fill(0, at, at + FROZEN_BYTES)
  }
}

const ENTRY_BYTES = 8 // struct _inittab {const char *name; PyObject *(*initfunc)(void)}

function forget(data: Buffer, table: number, slots: (number | undefined)[], modules: ReadonlySet<string>): void {
  const unknown = new Set(modules)
  let to = table
  let from = table
  for (; data.readUInt32LE(from) !== 0; from += ENTRY_BYTES) {
    const at = data.readUInt32LE(from)
    const name = data.toString('latin1', at, data.indexOf(0, at))
    if (modules.has(name)) {
      unknown.delete(name)
      slots[data.readUInt32LE(from + 4)] = undefined
    } else {
      data.copyWithin(to, from, from + ENTRY_BYTES)
      to += ENTRY_BYTES
    }
  }
  data.fill(0, to, from)
  unknown.delete('_pyodide_core') // which the bridge adds when it starts
  if (unknown.size > 0) throw new InternalError(`the wasm has no module ${[...unknown].join(', ')}`)
}
