// Turns the npm wasm into the engine: every edit in order. Stops, with the name, when an import is in no table.
import { InternalError } from '../../errors.ts'
import { calls } from '../../kernel/table.ts'
import { ARITY_SECTION } from '../arity-section.ts'
import { BRIDGE_IMPORTS } from '../bridge-imports.ts'
import { KEPT_EXPORTS } from '../exports.ts'
import type { Layout } from '../facts.ts'
import { RUNTIME_NAMES } from '../runtime-names.ts'
import { addColdLoader, arrange } from './arrange.ts'
import { addEnter, addHostCall, addTrampoline, addWait } from './entries.ts'
import { enlargeExceptionStack } from './exception-stack.ts'
import { addCodesetHook, addErrnoHook, addRecursionChecks, addSlotHooks, type Slots } from './hooks.ts'
import { noteEntries } from './profile.ts'
import { padRecursion } from './stack-padding.ts'
import { WasmEditor } from './wasm-editor.ts'

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

/** Edits the npm wasm. */
export function editEngine(wasm: Uint8Array, purpose: Purpose): Edited {
  const slots = purpose.for === 'slots' ? undefined : purpose.slots
  const editor = new WasmEditor(wasm)
  refuseUnknownImports(editor)
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
  for (const name of RUNTIME_NAMES.served) editor.serve(editor.exported(name), name)
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
      'guest_host_call',
      'suspender',
      'arity',
      'line_end',
      'own_error_words',
      'make_cold_ready',
    ]),
  )
  editor.module.runPasses(['remove-unused-module-elements'])
  const layout = purpose.for === 'product' ? arrange(editor, purpose.profile) : WHOLE
  if (purpose.for === 'profile') noteEntries(editor)
  return { wasm: editor.emit(), memoryPages: editor.memoryPages, layout }
}

function refuseUnknownImports(editor: WasmEditor): void {
  const known = new Set<string>([
    ...calls.filter(({ via }) => via === 'import').map(({ name }) => name),
    ...RUNTIME_NAMES.imports,
    ...BRIDGE_IMPORTS,
  ])
  const unknown = editor.functionImports.map((name) => name.slice(name.indexOf('.') + 1)).filter((name) => !known.has(name))
  if (unknown.length > 0) throw new InternalError(`imports of the wasm that are in no table: ${unknown.join(', ')}`)
}

/** Of an engine that is never cut. */
const WHOLE: Layout = { hotImports: 0, hot: 0, border: 0, large: [] }
