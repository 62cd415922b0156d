// ctypes without foreign libraries: it imports, its own helpers (memmove, string_at, cast) call functions inside the wasm,
// and dlopen and dlsym answer why there is nothing to load. libffi's structures are those of its Emscripten port.
import type { Kernel } from '../kernel/kernel.ts'
import type { Instance } from './instance.ts'
import { callBack } from './stack.ts'

type Imports = Record<string, (...args: never[]) => unknown>

// ffi_type.type of libffi's ffi.h.
const TYPE = {
  void: 0,
  float: 2,
  double: 3,
  longdouble: 4,
  uint8: 5,
  sint8: 6,
  uint16: 7,
  sint16: 8,
  uint32: 9,
  sint32: 10,
  uint64: 11,
  sint64: 12,
  struct: 13,
  pointer: 14,
} as const
const FFI_OK = 0
const FIRST_CLOSURE = 0x4000_0000 // no table entry: a closure is only called back through ffi_call

interface Closure {
  cif: number
  run: number
  userData: number
}

export function createForeignCalls(kernel: Kernel, instance: Instance): Imports {
  const closures = new Map<number, Closure>()
  let nextClosure = FIRST_CLOSURE
  const refused = (message: string) => {
    instance.setDynamicLinkError(message)
    return 0
  }
  return {
    _dlopen_js: (_handle: number) => refused('no foreign library can be loaded into this Python: it runs inside WebAssembly'),
    _dlsym_js: (_handle: number, name: number, _index: number) => refused(`symbol not found: ${kernel.memory.string(name)}`),
    ffi_call_js(cif: number, pointer: number, result: number, values: number) {
      const closure = closures.get(pointer)
      if (closure) return void callBack(instance, () => instance.tableEntry(closure.run)(cif, result, values, closure.userData))
      const count = kernel.memory.readU32(cif + 4)
      const types = kernel.memory.readU32(cif + 8)
      const args = Array.from({ length: count }, (_, i) =>
        read(kernel, kernel.memory.readU32(types + 4 * i), kernel.memory.readU32(values + 4 * i)),
      )
      const answer = callBack(instance, () => instance.tableEntry(pointer)(...args))
      write(kernel, kernel.memory.readU32(cif + 12), result, answer)
    },
    ffi_closure_alloc_js(size: number, code: number) {
      const address = kernel.guest.allocate(size)
      kernel.memory.writeU32(code, nextClosure++)
      return address
    },
    ffi_closure_free_js: (_closure: number) => undefined,
    ffi_prep_closure_loc_js(_closure: number, cif: number, run: number, userData: number, code: number) {
      closures.set(code, { cif, run, userData })
      return FFI_OK
    },
  }
}

function read(kernel: Kernel, type: number, at: number): number | bigint {
  const { view } = kernel.memory
  switch (view.getUint16(type + 6, true)) {
    case TYPE.float:
      return view.getFloat32(at, true)
    case TYPE.double:
      return view.getFloat64(at, true)
    case TYPE.uint8:
      return view.getUint8(at)
    case TYPE.sint8:
      return view.getInt8(at)
    case TYPE.uint16:
      return view.getUint16(at, true)
    case TYPE.sint16:
      return view.getInt16(at, true)
    case TYPE.uint64:
    case TYPE.sint64:
      return view.getBigInt64(at, true)
    case TYPE.struct:
      return at // wasm passes structures by address
    default:
      return view.getInt32(at, true)
  }
}

function write(kernel: Kernel, type: number, at: number, value: unknown): void {
  const { view } = kernel.memory
  switch (view.getUint16(type + 6, true)) {
    case TYPE.void:
      return
    case TYPE.float:
      return view.setFloat32(at, Number(value), true)
    case TYPE.double:
      return view.setFloat64(at, Number(value), true)
    case TYPE.uint64:
    case TYPE.sint64:
      return view.setBigInt64(at, BigInt(value as bigint), true) // an i64 result is a bigint
    default:
      return view.setInt32(at, Number(value), true)
  }
}
