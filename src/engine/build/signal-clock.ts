// CPython's question for signals (Python/emscripten_signal.c): a clock of its checks runs down, then it is set to a constant and the host
// is asked. The host knows better how soon to ask again: it answers that together with the signal. A question for anything else
// ends a long pause, since what follows may be slow.
import binaryen from 'binaryen'
import { InternalError } from '../../errors.ts'
import { walk } from './walk.ts'
import type { WasmEditor } from './wasm-editor.ts'

const { i32, f64, none } = binaryen
const MEMORY = '0'
/** _Py_CheckEmscriptenSignalsPeriodically: its number among the functions that the npm wasm defines, binaryen's name for it. */
const PERIODICALLY = '4940'
/** PY_EMSCRIPTEN_SIGNAL_INTERVAL */
const INTERVAL = 50
/** Of the clock, whose checks may be a turn of any length; those that go by none come with a digit or some thousand steps of a search. */
const LONGEST = 250

/** The address of the clock, in the function that sets it and then calls the import `asks`. */
export function signalClock(editor: WasmEditor, asks: string): number {
  const clocks: number[] = []
  let isIt = false
  walk(editor.info(PERIODICALLY).body, (_, info) => {
    if (info.id === binaryen.CallId) isIt ||= (info as binaryen.CallInfo).target === asks
    if (info.id !== binaryen.StoreId) return
    const { ptr, value } = info as binaryen.StoreInfo
    if (constantOf(value) === INTERVAL) clocks.push(constantOf(ptr) ?? 0)
  })
  const [clock = 0] = clocks
  if (!isIt || clocks.length !== 1 || clock === 0) throw new InternalError('another function than the one that asks for signals')
  return clock
}

function constantOf(expression: binaryen.ExpressionRef): number | undefined {
  const info = binaryen.getExpressionInfo(expression)
  return info.id === binaryen.ConstId ? Number((info as binaryen.ConstInfo).value) : undefined
}

/** How many of PyErr_CheckSignals' own questions, which go by no clock, are answered without asking the host. */
export const PASSED = 'signal_questions_passed'

/** What leaves at most CPython's own interval until it asks for signals. */
export function soonAgain(m: binaryen.Module, clock: number): binaryen.ExpressionRef {
  const at = () => m.i32.const(clock)
  const shorten = m.i32.store(0, 4, at(), m.i32.const(INTERVAL), MEMORY)
  return m.block(null, [
    m.global.set(PASSED, m.i32.const(0)),
    m.if(m.i32.gt_u(m.i32.load(0, 4, at(), MEMORY), m.i32.const(INTERVAL)), shorten),
  ])
}

/**
 * The import `asks` becomes one of the type that the clocks' have, so that Node 20 compiles no piece of code for it alone: it goes by no
 * number, as it is asked too often. It answers checks * 256 + signal. Whoever goes by the clock has just set it to its interval.
 */
export function addSignalQuestion(m: binaryen.Module, asks: string, name: string, clock: number): void {
  m.removeFunction(asks)
  m.addFunctionImport(`${name}$import`, 'host', name, none, f64)
  m.addGlobal(PASSED, i32, true, m.i32.const(0))
  m.addGlobalExport(PASSED, PASSED) // what outlives a run sets it back
  const passed = () => m.global.get(PASSED, i32)
  const answer = () => m.local.get(0, i32)
  const byItself = m.i32.ne(m.i32.load(0, 4, m.i32.const(clock), MEMORY), m.i32.const(INTERVAL))
  const pass = m.block(null, [m.global.set(PASSED, m.i32.sub(passed(), m.i32.const(1))), m.return(m.i32.const(0))])
  const parts = [
    m.if(passed(), m.if(byItself, pass)),
    m.local.set(0, m.i32.trunc_s_sat.f64(m.call(`${name}$import`, [], f64))),
    m.global.set(PASSED, m.i32.shr_u(answer(), m.i32.const(8))),
    m.i32.store(
      0,
      4,
      m.i32.const(clock),
      m.select(m.i32.lt_u(passed(), m.i32.const(LONGEST)), passed(), m.i32.const(LONGEST)),
      MEMORY,
    ),
    m.i32.and(answer(), m.i32.const(255)),
  ]
  m.addFunction(asks, none, i32, [i32], m.block(null, parts, i32))
}
