// Puts the engine's functions in an order that can be cut without decoding a body: the functions that scripts run first
// (hot), then those that a hot one calls (the border), then all others. The numbers of hot functions and of what they call
// stay what they are when the rest is cut off. Every function of the border gets a slot in the table, through which a
// stub in its place can reach it.
import binaryen from 'binaryen'
import { InternalError } from '../../errors.ts'
import type { Layout } from '../facts.ts'
import type { WasmEditor } from './wasm-editor.ts'

const { none } = binaryen

/** Hot functions whose bodies are larger are called through the table by the cold half, which else has a copy. */
const LARGE = 3000 // characters of text: about a kilobyte of code

/** A function of the table, most of them getters and methods, is hot too when it is as small as the stub in its place. */
const TINY = 900

/** What a hot function calls is hot too when it is smaller: no training meets every branch, and loading the rest costs more. */
const SMALL = 2500

const textLength = (editor: WasmEditor, name: string) => binaryen.emitText(editor.info(name).body).length

/** Adds `load_cold` and `make_cold_ready`, which a stub calls first. */
export function addColdLoader(editor: WasmEditor): void {
  const { module: m } = editor
  const loaded = 'cold_loaded'
  m.addGlobal(loaded, binaryen.i32, true, m.i32.const(0))
  editor.ask('load_cold', 'load_cold', none, none)
  m.addFunction(
    'make_cold_ready',
    none,
    none,
    [],
    m.if(
      m.i32.eqz(m.global.get(loaded, binaryen.i32)),
      m.block(null, [m.call('load_cold', [], none), m.global.set(loaded, m.i32.const(1))]),
    ),
  )
  m.addFunctionExport('make_cold_ready', 'make_cold_ready')
}

export function arrange(editor: WasmEditor, profile: ReadonlySet<string>): Layout {
  const { module: m } = editor
  const all = editor.definedFunctions
  const called = new Set(
    editor.exportedFunctions.filter(([name]) => !name.startsWith('PyInitConfig')).map(([, internal]) => internal),
  ) // by the loader
  const exists = new Set(all)
  const unknown = [...profile].filter((name) => !exists.has(name))
  if (unknown.length > 0)
    throw new InternalError(
      `the profile names functions that this engine has not (${unknown.slice(0, 5).join(', ')}): npm run train`,
    )
  const inner = (name: string) => name.replace(/\$\d+$/, '') // what a hook stands around goes with it
  const tiny = new Set(functionsInTable(editor).filter((name) => exists.has(name) && textLength(editor, name) < TINY))
  const trained = new Set(
    all.filter((name) => profile.has(name) || profile.has(inner(name)) || called.has(name) || tiny.has(name)),
  )
  const near = reachedFrom(editor, trained)
  const hot = all.filter((name) => trained.has(name) || (near.has(name) && textLength(editor, name) < SMALL))
  const isHot = new Set(hot)
  const reached = reachedFrom(editor, isHot)
  const border = all.filter((name) => !isHot.has(name) && reached.has(name))
  const isBorder = new Set(border)
  const imports = editor.importedFunctions
  const hotImports = imports.filter((name) => reached.has(name))
  const coldImports = imports.filter((name) => !hotImports.includes(name))
  for (const name of [...hotImports, ...coldImports]) {
    const { module, base, params, results } = editor.info(name)
    m.removeFunction(name)
    m.addFunctionImport(name, module ?? '', base ?? '', params, results)
  }
  for (const name of [...hot, ...border, ...all.filter((each) => !isHot.has(each) && !isBorder.has(each))]) {
    const { params, results, vars, body } = editor.info(name)
    m.removeFunction(name)
    m.addFunction(name, params, results, vars, body)
  }
  const large = hot.filter((name) => textLength(editor, name) > LARGE)
  editor.giveSlots([...border, ...large])
  return { hotImports: hotImports.length, hot: hot.length, border: border.length, large: large.map((name) => hot.indexOf(name)) }
}

// What is left when the cold bodies and the table are gone. A binary keeps the order of functions, not their names.
function reachedFrom(editor: WasmEditor, hot: ReadonlySet<string>): Set<string> {
  const copy = binaryen.readBinary(editor.emit())
  const inEditor = [...editor.importedFunctions, ...editor.definedFunctions]
  const nameOf = new Map(functionNames(copy).map((name, i) => [name, inEditor[i] ?? '']))
  for (const [name, internal] of nameOf) {
    const { module, params, results } = binaryen.getFunctionInfo(copy.getFunction(name))
    if (hot.has(internal)) copy.addFunctionExport(name, `hot:${name}`)
    if (module || hot.has(internal)) continue
    copy.removeFunction(name)
    copy.addFunction(name, params, results, [], copy.unreachable())
  }
  for (let i = copy.getNumElementSegments() - 1; i >= 0; i--)
    copy.removeElementSegment(binaryen.getElementSegmentInfo(copy.getElementSegmentByIndex(i)).name)
  copy.runPasses(['remove-unused-module-elements'])
  const reached = new Set(functionNames(copy).map((name) => nameOf.get(name) ?? ''))
  copy.dispose()
  return reached
}

function functionNames(module: binaryen.Module): string[] {
  return Array.from({ length: module.getNumFunctions() }, (_, i) => binaryen.getFunctionInfo(module.getFunctionByIndex(i)).name)
}

function functionsInTable({ module: m }: WasmEditor): readonly string[] {
  return Array.from({ length: m.getNumElementSegments() }, (_, i) =>
    binaryen.getElementSegmentInfo(m.getElementSegmentByIndex(i)),
  ).flatMap(({ data }) => data)
}
