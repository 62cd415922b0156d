// Turns the npm wasm into the engine: every edit in order. Stops, with the name, when an import is in no table.
import binaryen from 'binaryen'
import { InternalError } from '../../errors.ts'
import { calls } from '../../kernel/table.ts'
import { ARITY_SECTION } from '../arity-section.ts'
import { KEPT_EXPORTS } from '../exports.ts'
import type { Layout } from '../facts.ts'
import { neverCalled } from '../never-called.ts'
import { RUNTIME_NAMES } from '../runtime-names.ts'
import { addColdLoader, arrange } from './arrange.ts'
import { addEnter, addHostCall, addTrampoline, addWait, HOST_CALL_SLOT, TRAMPOLINE } from './entries.ts'
import { enlargeExceptionStack } from './exception-stack.ts'
import { addCodesetHook, addErrnoHook, addRecursionChecks, addSlotHooks, type Slots } from './hooks.ts'
import { NEVER_USED, OBJECT_FILES, type ObjectFileName, type ObjectFiles } from './module-functions.ts'
import { noteEntries } from './profile.ts'
import { addServe } from './served.ts'
import { addSignalQuestion, PASSED, signalClock, soonAgain } from './signal-clock.ts'
import { padRecursion } from './stack-padding.ts'
import { trim } from './trim.ts'
import { WasmEditor } from './wasm-editor.ts'

const { i32 } = binaryen

export interface Edited {
  readonly wasm: Uint8Array
  readonly memoryPages: number
  readonly layout: Layout
}

/** What an engine is for: to measure the slots of the hooks, to note which functions scripts run, or to be shipped. */
export type Purpose =
  | { readonly for: 'slots' }
  | { readonly for: 'profile'; readonly slots: Slots }
  | { readonly for: 'product'; readonly slots: Slots; readonly profile: ReadonlySet<string> }

/** Edits the npm wasm. `fill`: as trim() has it. */
export function editEngine(
  wasm: Uint8Array,
  purpose: Purpose,
  without: readonly ObjectFileName[] = NEVER_USED,
  fill = 0,
): Edited {
  const slots = purpose.for === 'slots' ? undefined : purpose.slots
  const editor = new WasmEditor(trim(wasm, without, fill))
  silenceStreams(editor)
  findNothing(editor, without)
  refuseUnknownImports(editor)
  const asks = editor.imported(`env.${RUNTIME_NAMES.often}`)
  const clock = signalClock(editor, asks)
  addServe(editor.module, () => soonAgain(editor.module, clock))
  addSignalQuestion(editor.module, asks, RUNTIME_NAMES.often, clock)
  enlargeExceptionStack(editor)
  const checked = slots ? addRecursionChecks(editor, slots) : new Set<string>()
  padRecursion(editor, checked)
  addWait(editor)
  for (const { name, via, when, abi } of calls) {
    const internal =
      via === 'served' ? editor.exported(name) : editor.imported(`${abi === 'wasi' ? 'wasi_snapshot_preview1' : 'env'}.${name}`)
    if (when === 'waits') editor.serveWaiting(internal, name)
    else editor.serve(internal, name)
  }
  serveRuntime(editor)
  editor.cutOff(neverCalled(), 'never_called')
  addHostCall(editor)
  addEnter(editor)
  addErrnoHook(editor)
  addCodesetHook(editor)
  if (slots) addSlotHooks(editor, slots)
  const arities = addTrampoline(editor)
  addColdLoader(editor)
  editor.module.addCustomSection(ARITY_SECTION, arities)
  editor.module.addMemoryImport('0', 'host', 'memory')
  editor.hide(
    new Set<string>([
      ...KEPT_EXPORTS,
      'enter',
      HOST_CALL_SLOT,
      'suspender',
      PASSED,
      'arity',
      'line_end',
      'own_error_words',
      'make_cold_ready',
    ]),
  )
  editor.module.runPasses(['remove-unused-module-elements'])
  const layout =
    purpose.for === 'product' ? arrange(editor, without === NEVER_USED ? purpose.profile : left(purpose.profile, editor)) : WHOLE
  if (purpose.for === 'profile') noteEntries(editor)
  return { wasm: editor.emit(), memoryPages: editor.memoryPages, layout }
}

function serveRuntime(editor: WasmEditor): void {
  const m = editor.module
  for (const full of editor.functionImports) {
    const name = full.slice(full.indexOf('.') + 1)
    if ((RUNTIME_NAMES.imports as readonly string[]).includes(name)) editor.serve(editor.imported(full), name)
    if ((RUNTIME_NAMES.unanswered as readonly string[]).includes(name)) {
      const internal = editor.imported(full)
      const { params, results } = editor.info(internal)
      m.removeFunction(internal)
      m.addFunction(internal, params, results, [], m.ref.null(results))
    }
  }
  for (const name of RUNTIME_NAMES.served) editor.serve(editor.exported(name), name)
}

// The C++ library makes its standard streams when a program starts.
function silenceStreams(editor: WasmEditor): void {
  const { module: m } = editor
  const start = String(IOS_BASE_INIT - editor.importedFunctions.length) // binaryen's name for it
  const { params, results } = editor.info(start)
  if (params !== i32 || results !== i32) throw new InternalError('another constructor than that of the streams')
  m.removeFunction(start)
  m.addFunction(start, params, results, [], m.local.get(0, i32))
}
/** Its number in the npm wasm. */
const IOS_BASE_INIT = 15703

function findNothing(editor: WasmEditor, without: readonly ObjectFileName[]): void {
  const { module: m } = editor
  const imports = editor.importedFunctions.length
  for (const number of without.flatMap((name): readonly number[] => (OBJECT_FILES[name] as ObjectFiles).finding ?? [])) {
    const name = String(number - imports) // binaryen's
    const { params, results } = editor.info(name)
    if (results !== i32) throw new InternalError(`function ${number} of the wasm answers no number`)
    m.removeFunction(name)
    m.addFunction(name, params, results, [], m.i32.const(0))
  }
}

// The profile was made by an engine with all modules; what one without some of them has not, nothing in it can call.
function left(profile: ReadonlySet<string>, editor: WasmEditor): ReadonlySet<string> {
  const all = new Set(editor.definedFunctions)
  return new Set([...profile].filter((name) => all.has(name)))
}

function refuseUnknownImports(editor: WasmEditor): void {
  const known = new Set<string>([
    ...calls.filter(({ via }) => via === 'import').map(({ name }) => name),
    ...RUNTIME_NAMES.imports,
    RUNTIME_NAMES.often,
    ...RUNTIME_NAMES.unanswered,
    TRAMPOLINE,
    ...neverCalled(),
  ])
  const unknown = editor.functionImports.map((name) => name.slice(name.indexOf('.') + 1)).filter((name) => !known.has(name))
  if (unknown.length > 0) throw new InternalError(`imports of the wasm that are in no table: ${unknown.join(', ')}`)
}

/** Of an engine that is never cut. */
const WHOLE: Layout = { hotImports: 0, hot: 0, border: 0, large: [] }
