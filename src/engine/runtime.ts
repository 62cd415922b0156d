// Imports that are no system calls: how the guest ends, grows its memory, is interrupted, and what Emscripten's C runtime
// asks its embedder. See runtime-names.ts for the list.
import os from 'node:os'
import { InternalError } from '../errors.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { EndedBySignal } from '../kernel/signals/signals.ts'
import { nowMs } from '../platform/now.ts'
import { createForeignCalls } from './foreign-calls.ts'
import type { Instance } from './instance.ts'
import { neverCalled } from './never-called.ts'
import { OsErrors } from './os-errors.ts'
import { SignalPace } from './signal-pace.ts'
import { callBack } from './stack.ts'

/** Thrown through the wasm when the guest ends its process: exit(3), os._exit. */
export class GuestExit extends Error {
  override readonly name = 'GuestExit'
  readonly status: number
  constructor(status: number) {
    super(`the guest ended with ${status}`)
    this.status = status
  }
}

/** Functions of numbers, by name. */
export type Runtime = Record<string, (...args: never[]) => unknown>

const MAX_MEMORY_BYTES = 2 ** 31
const GROWTH = 1.2 // Emscripten's own step: a fifth more than asked for, so that growing stays rare

export function createRuntime(kernel: Kernel, instance: Instance, services: Services): Runtime {
  const end = (status: number) => {
    throw new GuestExit(status & 0xff)
  }
  const nothing = () => 0
  const errors = new OsErrors(kernel, instance)
  const pace = new SignalPace()
  return {
    proc_exit: end,
    exit: end,
    // abort(3), of os.abort and of CPython's fatal errors, which have said what it is by then.
    _abort_js() {
      throw new EndedBySignal(os.constants.signals.SIGABRT)
    },
    __assert_fail(text: number, file: number, line: number, _function: number) {
      throw new InternalError(
        `assertion failed in the guest: ${kernel.memory.string(text)} (${kernel.memory.string(file)}:${line})`,
      )
    },
    emscripten_runtime_keepalive_push: nothing,
    emscripten_runtime_keepalive_pop: nothing,
    _emscripten_runtime_keepalive_clear: nothing,
    _Py_emscripten_runtime: nothing,
    // A number below 256 becomes that signal in Python; above stands when to ask again, see build/signal-clock.ts
    _Py_CheckEmscriptenSignals_Helper: () => pace.next(nowMs()) * 256 + kernel.signals.take(),
    trampoline: (pointer: number, a: number, b: number, c: number) =>
      callBack(instance, () => instance.tableEntry(pointer)(a, b, c)),
    emscripten_resize_heap: (wanted: number) => (grow(instance.memory, wanted >>> 0) ? 1 : 0),
    emscripten_get_heap_max: () => MAX_MEMORY_BYTES,
    emscripten_date_now: () => Date.now(),
    emscripten_get_now: () => performance.now(),
    _emscripten_get_progname: (address: number, _size: number) => kernel.memory.bytes(address, 1).fill(0),
    _emscripten_log_formatted: nothing,
    __call_sighandler: (handler: number, signal: number) => instance.tableEntry(handler)(signal),
    _emscripten_lookup_name: nothing,
    getprotobyname: (_name: number) => 0,
    getaddrinfo: () => EAI_FAIL,
    getnameinfo: () => EAI_FAIL,
    ...createForeignCalls(kernel, instance),
    never_called(at: number) {
      throw new InternalError(`the guest called ${neverCalled()[at]}, which nothing should reach`)
    },
    load_cold: () => instance.loadCold(),
    strerror: (number: number) => kernel.intern(errors.words(number)),
    getcwd: (into: number, size: number) => getcwd(kernel, into, size >>> 0),
    codeset: () => kernel.intern(kernel.codeset),
    errno: () => errors.begin(),
    raised: () => errors.end(),
    call: (request: number, requestLength: number, data: number, dataLength: number) =>
      services.call(request, requestLength, data, dataLength),
    take: (address: number) => services.take(address),
    wait: (_suspender: unknown) => kernel.wait(),
  }
}

/** The guest's reserved call. */
export interface Services {
  call(request: number, requestLength: number, data: number, dataLength: number): number
  take(address: number): void
}

const EAI_FAIL = -4 // netdb.h: name resolution comes with sockets

function getcwd(kernel: Kernel, into: number, size: number): number {
  const cwd = kernel.paths.cwd()
  if (typeof cwd === 'string') return kernel.failLibc(cwd)
  if (into !== 0 && size < cwd.length + 1) return kernel.failLibc('ERANGE')
  const address = into === 0 ? kernel.guest.allocate(Math.max(size, cwd.length + 1)) : into
  kernel.memory.bytes(address, cwd.length).set(cwd)
  kernel.memory.u8[address + cwd.length] = 0
  return address
}

function grow(memory: WebAssembly.Memory, wanted: number): boolean {
  const have = memory.buffer.byteLength
  if (wanted > MAX_MEMORY_BYTES) return false
  const target = Math.min(MAX_MEMORY_BYTES, Math.max(wanted, have * GROWTH))
  try {
    memory.grow(Math.ceil((target - have) / PAGE_BYTES))
    return true
  } catch (error) {
    if (error instanceof RangeError) return false // the machine has no more: malloc answers NULL, Python MemoryError
    throw error
  }
}
const PAGE_BYTES = 65536
