// From the engine's module to a running instance: the memory, the imports by table, the call trampoline's arities.
import { InternalError } from '../errors.ts'
import { HostCall } from '../kernel/host-call.ts'
import { Kernel, type KernelOptions } from '../kernel/kernel.ts'
import { Memory } from '../kernel/memory.ts'
import { bind } from '../kernel/serve.ts'
import type { Services } from '../kernel/service.ts'
import { calls } from '../kernel/table.ts'
import { BRIDGE_IMPORTS } from './bridge-imports.ts'
import { SHARED } from './cut.ts'
import { Instance } from './instance.ts'
import { createRuntime } from './runtime.ts'
import type { Suspension } from './suspension.ts'
import { Threads } from './threads.ts'

export interface LoadOptions extends Omit<KernelOptions, 'memory' | 'guest'> {
  readonly module: WebAssembly.Module
  readonly memoryPages: number
  /** The other half of a module that was cut; asked when the guest first calls a function of it. */
  readonly cold?: () => WebAssembly.Module
  readonly services: Services
  /** How waiting threads are suspended; undefined: there is one thread, and its waits block. */
  readonly suspension?: Suspension
}

const MAX_MEMORY_PAGES = 32768 // 2 GiB: what the engine's C runtime can address

export interface Loaded {
  readonly threads: Threads
  readonly instance: Instance
  readonly kernel: Kernel
  readonly memory: Memory
}

export function load(options: LoadOptions): Loaded {
  const wasmMemory = new WebAssembly.Memory({ initial: options.memoryPages, maximum: MAX_MEMORY_PAGES })
  const memory = new Memory(wasmMemory)
  const instance = new Instance(wasmMemory, memory)
  const guest = {
    get environAddress() {
      return instance.address('__environ')
    },
    errnoAddress: 0,
    allocate: (size: number) => instance.call('malloc', size),
    allocateAligned: (alignment: number, size: number) => instance.call('memalign', alignment, size),
  }
  const kernel = new Kernel({ ...options, memory, guest })
  const { platform } = options
  const hostCall = new HostCall(kernel, platform.services ? { ...options.services, ...platform.services } : options.services)
  const threads = new Threads(options.suspension, instance, () => kernel)
  const served: Record<string, unknown> = {
    ...servedImports(kernel, instance, hostCall, threads),
    memory: wasmMemory,
    load_cold() {
      if (!options.cold) throw new InternalError('an engine that is whole asked for its other half')
      const cold = options.cold()
      new WebAssembly.Instance(cold, { ...importsOf(cold, served), [SHARED]: instance.exports })
    },
  }
  instance.attach(new WebAssembly.Instance(options.module, importsOf(options.module, served)).exports)
  guest.errnoAddress = instance.call('__errno_location')
  return { instance, kernel, memory, threads }
}

function servedImports(kernel: Kernel, instance: Instance, hostCall: HostCall, threads: Threads): Record<string, unknown> {
  const served: Record<string, unknown> = createRuntime(kernel, instance, {
    call: (request, requestLength, data, dataLength) => hostCall.call(request, requestLength, data, dataLength),
    take: (address) => hostCall.take(address),
  })
  if (threads.suspension) served.wait = threads.waitImport()
  for (const call of calls) served[call.name] = bind(kernel, call)
  return served
}

function importsOf(module: WebAssembly.Module, served: Readonly<Record<string, unknown>>): WebAssembly.Imports {
  const imports: WebAssembly.Imports = {}
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    if (from === SHARED) continue
    const group = (imports[from] ??= {})
    group[name] ??= (served[name] ?? bridgeImport(name)) as WebAssembly.Imports[string][string] // of the type that the tables declare
  }
  return imports
}

function bridgeImport(name: string): () => never {
  if (!BRIDGE_IMPORTS.has(name)) throw new InternalError(`the engine imports ${name}, which is in no table`)
  return () => {
    throw new InternalError(`the guest called ${name}, part of a bridge that is not there`)
  }
}
