// CPython finds deep recursion by how far its C stack has grown. In wasm a function uses that stack only for variables
// whose address is taken; everything else lies on the engine's own stack, which no C code can measure. A function that
// asks for recursion but takes no C stack would therefore never be stopped, and the process would end with the engine's
// stack. So every function that asks gets C stack in proportion to what it takes of the engine's.
import binaryen from 'binaryen'
import type { WasmEditor } from './wasm-editor.ts'

const { i32, none } = binaryen

/** Where CPython 3.14 asks whether there is stack left: Include/internal/pycore_ceval.h. */
const ASKERS = ['Py_EnterRecursiveCall', '_Py_CheckRecursiveCall', '_Py_ReachedRecursionLimitWithMargin'] as const
/** Asks on its own, to keep what it frees for later: Objects/object.c, _Py_Dealloc. */
const ALSO = ['_Py_Dealloc'] as const

/** Pads every function that asks, but those that `done` names. */
export function padRecursion(editor: WasmEditor, done: ReadonlySet<string>): void {
  const askers = new Set(ASKERS.map((name) => editor.exported(name)))
  const texts = new Map(editor.definedFunctions.map((internal) => [internal, binaryen.emitText(editor.info(internal).body)]))
  const callers = (callees: ReadonlySet<string>) =>
    [...texts].filter(([, text]) => calls(text, callees)).map(([internal]) => internal)
  // The compiler left copies of the short inline question outside of the functions that ask it.
  for (const internal of callers(askers)) if (isCopy(editor, internal, texts.get(internal) ?? '')) askers.add(internal)
  const found = new Set([...callers(askers), ...ALSO.map((name) => editor.exported(name))])
  for (const internal of [...askers, ...done]) found.delete(internal)
  const parsing = new Set([editor.exported(PARSER_ASKER)])
  for (const internal of found) {
    const inParser = calls(texts.get(internal) ?? '', parsing)
    pad(editor, internal, inParser ? FRAME_BYTES : frameBytes(editor, internal))
  }
}

function calls(text: string, callees: ReadonlySet<string>): boolean {
  for (const [, callee = ''] of text.matchAll(/\(call \$([^\s)]+)/g)) if (callees.has(callee)) return true
  return false
}

const COPY_CHARACTERS = 700 // of its text: a load, a comparison, the call; the next larger function that asks has twice that

function isCopy(editor: WasmEditor, internal: string, text: string): boolean {
  return editor.parameters(internal).length <= 1 && editor.info(internal).results === i32 && text.length < COPY_CHARACTERS
}

/** What the rules of the parser ask. They have C stack of their own, and twenty of them stand in one nested expression. */
const PARSER_ASKER = '_Py_ReachedRecursionLimitWithMargin'
const FRAME_BYTES = 64 // what a frame of the engine takes besides its variables
const VARIABLE_BYTES = 8 // baseline code keeps each variable in a slot of its own

/** What a frame of it takes of the engine's stack. */
export function frameBytes(editor: WasmEditor, internal: string): number {
  const { params, vars } = editor.info(internal)
  return FRAME_BYTES + VARIABLE_BYTES * (binaryen.expandType(params).length + vars.length)
}

/** `internal` takes `bytes` more of the C stack while it runs. */
export function pad(editor: WasmEditor, internal: string, least: number): void {
  const { module: m, stackPointer } = editor
  const { results } = editor.info(internal)
  const bytes = Math.ceil(least / 16) * 16 // the C stack's alignment
  const move = (by: number) => m.global.set(stackPointer, m.i32.add(m.global.get(stackPointer, i32), m.i32.const(by)))
  editor.hook(internal, results === none ? [] : [results], (call, result) =>
    results === none
      ? m.block(null, [move(-bytes), call, move(bytes)])
      : m.block(null, [move(-bytes), m.local.set(result, call), move(bytes), m.local.get(result, results)], results),
  )
}
