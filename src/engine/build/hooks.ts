// Calls of ours around C functions of CPython: the errno hook before and after an OSError is built, and the hooks by slot
// for functions that have no name (off unless a platform switches them on).
import binaryen from 'binaryen'
import { InternalError } from '../../errors.ts'
import { CallGraph } from './call-graph.ts'
import { recursingWithoutSlot } from './recursion-roots.ts'
import { frameBytes, pad } from './stack-padding.ts'
import type { WasmEditor } from './wasm-editor.ts'

const { i32, none } = binaryen

/** host.errno() turns the guest's errno into the host's number; host.raised() may set more on the exception. */
export function addErrnoHook(editor: WasmEditor): void {
  const { module: m } = editor
  editor.ask('host_errno', 'errno', none, none)
  editor.ask('host_raised', 'raised', none, none)
  editor.hook(editor.exported('PyErr_SetFromErrnoWithFilenameObjects'), [], (call) =>
    m.block(null, [m.call('host_errno', [], none), m.drop(call), m.call('host_raised', [], none), m.i32.const(0)], i32),
  )
}

const CODESET = 14 // langinfo.h of musl

/** nl_langinfo(CODESET): host.codeset() answers a C string; the C library's own locale would say ASCII. */
export function addCodesetHook(editor: WasmEditor): void {
  const { module: m } = editor
  editor.ask('host_codeset', 'codeset', none, i32)
  editor.hook(editor.exported('nl_langinfo'), [], (call) =>
    m.if(m.i32.eq(m.local.get(0, i32), m.i32.const(CODESET)), m.call('host_codeset', [], i32), call),
  )
}

/** Where, in this very engine, the nameless functions and fields are. Measured at build time, see slots.ts. */
export interface Slots {
  /** Table entries of functions that can call themselves without end and never ask for stack, with what they answer on an error. */
  readonly recursing: readonly { readonly slot: number; readonly error: number }[]
  /** Table entries of methods and functions from which one that calls itself unasked is reached, see recursion-roots.ts. */
  readonly roots: Readonly<Record<string, number>>
  /** Table entry of TextIOWrapper's tp_init; offsets of its `readuniversal` byte and `writenl` pointer. */
  readonly textInit: number
  readonly readUniversal: number
  readonly writeNewline: number
  /** Table entry of OSError's tp_str. */
  readonly osErrorStr: number
}

/**
 * TextIOWrapper: where `line_end` (a C string's address, 0 on POSIX) is set, text files opened with newline=None write it.
 * OSError: where `own_error_words` (a callable object, 0 on POSIX) is set, it is asked for str(); None means CPython's own.
 * No JavaScript stands between the two, so that the callable may be any Python.
 */
export function addSlotHooks(editor: WasmEditor, slots: Slots): void {
  const { module: m } = editor
  m.addGlobal('line_end', i32, true, m.i32.const(0))
  m.addGlobalExport('line_end', 'line_end')
  m.addGlobal('own_error_words', i32, true, m.i32.const(0))
  m.addGlobalExport('own_error_words', 'own_error_words')
  const get = (i: number) => m.local.get(i, i32)
  const lineEnd = () => m.global.get('line_end', i32)
  const words = () => m.global.get('own_error_words', i32)
  const nothing = m.global.get(binaryen.getExportInfo(m.getExport('_Py_NoneStruct')).value, i32)
  editor.hook(functionAt(editor, slots.textInit, 3), [i32], (call, result) =>
    m.block(
      null,
      [
        m.local.set(result, call),
        m.if(
          m.i32.and(m.i32.ne(lineEnd(), m.i32.const(0)), m.i32.eqz(get(result))),
          m.if(m.i32.load8_u(slots.readUniversal, 1, get(0)), m.i32.store(slots.writeNewline, 4, get(0), lineEnd())),
        ),
        get(result),
      ],
      i32,
    ),
  )
  editor.hook(functionAt(editor, slots.osErrorStr, 1), [i32], (call, result) =>
    m.block(
      null,
      [
        m.if(words(), m.local.set(result, m.call(editor.exported('PyObject_CallOneArg'), [words(), get(0)], i32))),
        m.if(m.i32.or(m.i32.eqz(words()), m.i32.eq(get(result), nothing)), m.local.set(result, call)),
        get(result),
      ],
      i32,
    ),
  )
}

/** Puts CPython's own question in front of C functions that lack it: in a native build they end the process. */
export function addRecursionChecks(editor: WasmEditor, { recursing, roots }: Slots): ReadonlySet<string> {
  const { module: m } = editor
  const inSlots = recursing.map(({ slot, error }) => ({ internal: functionAt(editor, slot), error }))
  const rootFunctions = Object.fromEntries(Object.entries(roots).map(([name, slot]) => [name, functionAt(editor, slot)]))
  const graph = new CallGraph(editor)
  const hooked = new Set<string>()
  for (const { internal, error } of [...inSlots, ...recursingWithoutSlot(graph, rootFunctions)]) {
    if (hooked.has(internal)) continue // one function behind two types
    hooked.add(internal)
    const bytes = graph.of(internal).has(internal) ? frameBytes(editor, internal) : ROUND_BYTES
    const ask = m.call(editor.exported('Py_EnterRecursiveCall'), [m.i32.const(EMPTY_STRING)], i32)
    editor.hook(internal, [], (call) => m.if(ask, m.i32.const(error), call))
    pad(editor, internal, bytes)
  }
  return hooked
}
const ROUND_BYTES = 512 // for the three to five frames that one round of such a recursion takes
const EMPTY_STRING = 0 // the guest's memory begins with a zero byte

function functionAt({ module: m }: WasmEditor, slot: number, parameters?: number): string {
  for (let i = 0; i < m.getNumElementSegments(); i++) {
    const { offset, data } = binaryen.getElementSegmentInfo(m.getElementSegmentByIndex(i))
    const start = Number((binaryen.getExpressionInfo(offset) as binaryen.ConstInfo).value) // active segments start at a constant
    const name = data[slot - start]
    if (
      name &&
      (parameters === undefined ||
        binaryen.expandType(binaryen.getFunctionInfo(m.getFunction(name)).params).length === parameters)
    )
      return name
  }
  throw new InternalError(`table entry ${slot} is no function${parameters === undefined ? '' : ` of ${parameters} parameters`}`)
}
