// The compiler keeps the handlers around a piece of code in an array for 21 nested blocks, and nothing stops comprehensions,
// which it compiles in place, from being nested deeper: it then writes over what lies behind. CPython 3.14
// Python/flowgraph.c, struct _PyCfgExceptStack and label_exception_targets. The array is made larger here, and its end asked for.
import binaryen from 'binaryen'
import { InternalError } from '../../errors.ts'
import { CallGraph } from './call-graph.ts'
import { walk } from './walk.ts'
import type { WasmEditor } from './wasm-editor.ts'

const { i32 } = binaryen
/** Setters that binaryen's types leave out. */
interface Setters {
  readonly Load: { setOffset(expression: binaryen.ExpressionRef, offset: number): void }
  readonly Store: { setOffset(expression: binaryen.ExpressionRef, offset: number): void }
  readonly Const: { setValueI32(expression: binaryen.ExpressionRef, value: number): void }
  readonly Binary: { setRight(expression: binaryen.ExpressionRef, right: binaryen.ExpressionRef): void }
}
const { Load, Store, Const, Binary } = binaryen as unknown as Setters
/** The struct: `basicblock *handlers[CO_MAXBLOCKS + 2]`, then `int depth`. */
const DEPTH_AT = 92
const BYTES = DEPTH_AT + 4
/** Enough for 200 brackets, the parser's own limit, within 21 blocks, its other. */
const HANDLERS = 256
const NEW_DEPTH_AT = 4 * HANDLERS

export function enlargeExceptionStack(editor: WasmEditor): void {
  const { module: m } = editor
  let constants = 0
  walk(editor.info(labelExceptionTargets(editor)).body, (expression, info) => {
    if (info.id === binaryen.LoadId && (info as binaryen.LoadInfo).offset === DEPTH_AT) Load.setOffset(expression, NEW_DEPTH_AT)
    else if (info.id === binaryen.StoreId && (info as binaryen.StoreInfo).offset === DEPTH_AT)
      Store.setOffset(expression, NEW_DEPTH_AT)
    else if (isConstant(info, BYTES)) Const.setValueI32(expression, NEW_DEPTH_AT + 4)
    else if (info.id === binaryen.BinaryId) {
      const { left, right } = info as binaryen.BinaryInfo
      if (!isConstant(binaryen.getExpressionInfo(right), DEPTH_AT)) return
      Binary.setRight(expression, checkedOffset(editor, m.copyExpression(left)))
      constants++
    }
  })
  if (constants !== 2)
    throw new InternalError(`the stack of exception handlers is pushed or popped at ${constants} places, not 2`)
}

// Where `stack->depth` is about to change: the new offset, unless the array is full.
function checkedOffset(editor: WasmEditor, stack: binaryen.ExpressionRef): binaryen.ExpressionRef {
  const { module: m } = editor
  const full = m.i32.ge_s(m.i32.load(NEW_DEPTH_AT, 4, stack), m.i32.const(HANDLERS - 2))
  const fail = m.block(null, [m.drop(m.call(editor.exported('PyErr_NoMemory'), [], i32)), m.return(m.i32.const(-1))])
  return m.block(null, [m.if(full, fail), m.i32.const(NEW_DEPTH_AT)], i32)
}

// It has no name. Of what _PyCompile_OptimizeCfg calls and what that calls, it alone allocates such structs and calls nothing else.
function labelExceptionTargets(editor: WasmEditor): string {
  const calls = ['PyMem_Malloc', 'PyMem_Free', 'PyErr_NoMemory'].map((name) => editor.exported(name)).sort()
  const graph = new CallGraph(editor)
  const near = new Set([editor.exported('_PyCompile_OptimizeCfg')])
  for (let step = 0; step < 2; step++) for (const internal of [...near]) for (const callee of graph.of(internal)) near.add(callee)
  const found = [...near].filter(
    (internal) => [...graph.of(internal)].sort().join() === calls.join() && countOf(editor, internal, BYTES) >= 2,
  )
  const [only, ...others] = found
  if (!only || others.length > 0) throw new InternalError(`label_exception_targets was found ${found.length} times`)
  return only
}

function countOf(editor: WasmEditor, internal: string, value: number): number {
  let count = 0
  walk(editor.info(internal).body, (_, info) => {
    if (isConstant(info, value)) count++
  })
  return count
}

function isConstant(info: binaryen.ExpressionInfo, value: number): boolean {
  return info.id === binaryen.ConstId && (info as binaryen.ConstInfo).value === value
}
