// Functions that the build adds to the wasm: the one suspending import, the one entry into the guest, the guest's one
// reserved call to the host, and the call of functions whose C type differs from their pointer's (trampoline).
import binaryen from 'binaryen'
import { ENTRY } from '../entry.ts'
import type { WasmEditor } from './wasm-editor.ts'

const { i32, externref, none, createType } = binaryen
const TABLE = '0'

/**
 * host.wait() is the only import that may suspend the stack. Old engines (Node 20, 22) want the suspender as its first
 * argument and hand it to the entry in the same way; new ones ignore it. So one wasm serves all.
 */
export function addWait({ module: m }: WasmEditor): void {
  m.addGlobal('suspender', externref, true, m.ref.null(externref))
  m.addGlobalExport('suspender', 'suspender')
  m.addFunctionImport('host_wait$suspending', 'host', 'wait', createType([externref]), none)
  m.addFunction('host_wait', none, none, [], m.call('host_wait$suspending', [m.global.get('suspender', externref)], none))
}

/** enter(suspender, which, a, b, c) → i32: every way into guest code goes through it, so that one function is `promising`. */
export function addEnter(editor: WasmEditor): void {
  const { module: m } = editor
  const get = (i: number) => m.local.get(i, i32)
  const call = (name: string, count: number) => {
    const internal = editor.exported(name)
    const { results } = editor.info(internal)
    const result = m.call(internal, [2, 3, 4].slice(0, count).map(get), results)
    return results === none ? m.block(null, [result, m.i32.const(0)], i32) : result
  }
  const thread = m.block(null, [m.call_indirect(TABLE, get(2), [get(3)], createType([i32]), none), m.i32.const(0)], i32)
  let body = m.unreachable()
  for (const [name, { index, parameters }] of Object.entries(ENTRY)) {
    body = m.if(m.i32.eq(get(1), m.i32.const(index)), name === 'thread' ? thread : call(name, parameters), body)
  }
  m.addFunction(
    'enter',
    createType([externref, i32, i32, i32, i32]),
    i32,
    [],
    m.block(null, [m.global.set('suspender', m.local.get(0, externref)), body], i32),
  )
  m.addFunctionExport('enter', 'enter')
}

/** The table entry of guest_host_call, as an exported global. */
export const HOST_CALL_SLOT = 'host_call_slot'

const BUFFER_BYTES = 64 // struct Py_buffer is 44 bytes; `buf` at 0, `len` at 8

/**
 * The METH_FASTCALL function behind `_pyrunner._call(request: bytes, data: buffer) -> bytes`. All of it is wasm, so that no
 * JavaScript frame stands between the guest and its wait: host.call answers a length, host.take copies that many bytes.
 */
export function addHostCall(editor: WasmEditor): void {
  const { module: m } = editor
  const [args, count, frame, answer, result] = [1, 2, 3, 4, 5] as const
  const get = (i: number) => m.local.get(i, i32)
  const api = (name: string, ...operands: number[]) =>
    m.call(editor.exported(name), operands, editor.info(editor.exported(name)).results)
  const stack = (value: number) => m.global.set(editor.stackPointer, value)
  const word = (at: number) => m.i32.load(at, 4, get(frame))
  const leave = m.block(null, [stack(m.i32.add(get(frame), m.i32.const(BUFFER_BYTES)))])
  editor.ask('host_call', 'call', createType([i32, i32, i32, i32]), i32)
  editor.ask('host_take', 'take', createType([i32]), none)
  const request = () => m.i32.load(0, 4, get(args))
  m.addFunction(
    'guest_host_call',
    createType([i32, i32, i32]),
    i32,
    [i32, i32, i32],
    m.block(
      'fail',
      [
        m.local.set(frame, m.i32.sub(m.global.get(editor.stackPointer, i32), m.i32.const(BUFFER_BYTES))),
        stack(get(frame)),
        m.local.set(result, m.i32.const(0)),
        m.block('done', [
          m.br('done', m.i32.ne(get(count), m.i32.const(2))),
          m.br('done', m.i32.lt_s(api('PyBytes_Size', request()), m.i32.const(0))),
          m.br('done', api('PyObject_GetBuffer', m.i32.load(4, 4, get(args)), get(frame), m.i32.const(0))),
          m.local.set(
            answer,
            editor.waitingLoop(
              answer,
              m.call('host_call', [api('PyBytes_AsString', request()), api('PyBytes_Size', request()), word(0), word(8)], i32),
            ),
          ),
          api('PyBuffer_Release', get(frame)),
          m.local.set(result, api('PyBytes_FromStringAndSize', m.i32.const(0), get(answer))),
          m.br('done', m.i32.eqz(get(result))),
          m.call('host_take', [api('PyBytes_AsString', get(result))], none),
        ]),
        leave,
        get(result),
      ],
      i32,
    ),
  )
  m.addGlobal(HOST_CALL_SLOT, i32, false, m.i32.const(editor.giveSlots(['guest_host_call'])))
  m.addGlobalExport(HOST_CALL_SLOT, HOST_CALL_SLOT)
}

/** The import that Emscripten's JavaScript answers. */
export const TRAMPOLINE = '_PyEM_TrampolineCall_JS'

/**
 * CPython calls some functions through pointers of another type. Emscripten's JavaScript does that by a JavaScript call;
 * here a byte per table entry, its number of parameters plus one, picks the right call_indirect. 0: not of this kind.
 */
export function addTrampoline(editor: WasmEditor): Uint8Array {
  const { module: m } = editor
  const name = editor.imported(`env.${TRAMPOLINE}`)
  const { params, results } = editor.info(name)
  m.removeFunction(name)
  editor.ask('host_trampoline', 'trampoline', params, results)
  m.addGlobal('arity', i32, true, m.i32.const(0))
  m.addGlobalExport('arity', 'arity')
  const get = (i: number) => m.local.get(i, i32)
  let body = m.call('host_trampoline', [get(0), get(1), get(2), get(3)], i32)
  for (let n = 0; n <= 3; n++) {
    const call = m.call_indirect(TABLE, get(0), [1, 2, 3].slice(0, n).map(get), createType(Array(n).fill(i32)), i32)
    body = m.if(m.i32.eq(get(4), m.i32.const(n + 1)), call, body)
  }
  m.addFunction(
    name,
    params,
    results,
    [i32],
    m.block(null, [m.local.set(4, m.i32.load8_u(0, 1, m.i32.add(m.global.get('arity', i32), get(0)))), body], i32),
  )
  return tableArities(editor)
}

function tableArities(editor: WasmEditor): Uint8Array {
  const { module: m } = editor
  const arities: number[] = []
  for (let i = 0; i < m.getNumElementSegments(); i++) {
    const segment = binaryen.getElementSegmentInfo(m.getElementSegmentByIndex(i))
    const start = Number((binaryen.getExpressionInfo(segment.offset) as binaryen.ConstInfo).value) // active segments start at a constant
    segment.data.forEach((name, k) => {
      const { params, results } = editor.info(name)
      const types = binaryen.expandType(params)
      arities[start + k] = results === i32 && types.length <= 3 && types.every((type) => type === i32) ? types.length + 1 : 0
    })
  }
  return Uint8Array.from(arities, (value) => value ?? 0)
}
