// From the engine's module to a running instance: the memory, the imports by table, the call trampoline's arities.
import { InternalError } from '../errors.ts'
import { HostCall } from '../kernel/host-call.ts'
import { Kernel, type KernelOptions } from '../kernel/kernel.ts'
import { Memory } from '../kernel/memory.ts'
import type { Services } from '../kernel/service.ts'
import { SHARED } from './halves.ts'
import { Instance } from './instance.ts'
import { createRuntime } from './runtime.ts'
import { byNumber } from './served.ts'
import type { Suspension } from './suspension.ts'
import { Threads } from './threads.ts'
import { createMemory } from './wasm-memory.ts'

/** What the imports by table need besides the instance. */
export interface ServeOptions extends Omit<KernelOptions, 'memory' | 'guest'> {
  readonly services: Services
  /** How waiting threads are suspended; undefined: there is one thread, and its waits block. */
  readonly suspension?: Suspension
}

export interface BeginOptions extends ServeOptions {
  readonly memory: WebAssembly.Memory
  /** The other half of a module that was cut; asked when the guest first calls a function of it. */
  readonly cold?: () => WebAssembly.Module
  /** What stands between the engine and what serves it, where the instance outlives a run. */
  readonly switchboard?: Switchboard | undefined
}

export interface LoadOptions extends Omit<BeginOptions, 'memory'> {
  readonly module: WebAssembly.Module
  readonly memoryPages: number
}

/** The engine's imports by name. */
export type Served = Record<string, unknown>

export interface Switchboard {
  /** Imports that call what serves them now. */
  connect(served: Served): Served
}

export interface Loaded {
  readonly threads: Threads
  readonly instance: Instance
  readonly kernel: Kernel
  readonly memory: Memory
}

export function load({ module, memoryPages, ...options }: LoadOptions): Loaded {
  return begin({ ...options, memory: createMemory(memoryPages) })(module)
}

/** All that needs no module yet; what it answers makes the instance. */
export function begin(options: BeginOptions): (module: WebAssembly.Module) => Loaded {
  const memory = new Memory(options.memory)
  const instance = new Instance(options.memory, memory)
  const { kernel, threads, served } = serve(options, instance, memory)
  const imports: Served = {
    ...(options.switchboard?.connect(served) ?? served),
    memory: options.memory,
  }
  instance.loadCold = () => {
    if (!options.cold) throw new InternalError('an engine that is whole asked for its other half')
    const cold = options.cold()
    new WebAssembly.Instance(cold, { ...importsOf(cold, imports), [SHARED]: instance.exports })
  }
  return (module) => {
    instance.attach(new WebAssembly.Instance(module, importsOf(module, imports)).exports)
    return { instance, kernel, memory, threads }
  }
}

/** A kernel for the instance, with nothing in it yet, and the imports that reach it. */
export function serve(options: ServeOptions, instance: Instance, memory: Memory): Serving {
  const guest = {
    get environAddress() {
      return instance.address('__environ')
    },
    get errnoAddress() {
      return instance.errnoAddress
    },
    allocate: (size: number) => instance.call('malloc', size),
    allocateAligned: (alignment: number, size: number) => instance.call('memalign', alignment, size),
  }
  const kernel = new Kernel({ ...options, memory, guest })
  const { platform } = options
  const hostCall = new HostCall(kernel, platform.services ? { ...options.services, ...platform.services } : options.services)
  const threads = new Threads(options.suspension, instance, () => kernel)
  const runtime = createRuntime(kernel, instance, {
    call: (request, requestLength, data, dataLength) => hostCall.call(request, requestLength, data, dataLength),
    take: (address) => hostCall.take(address),
  })
  const served: Served = { ...runtime, ...byNumber(kernel, runtime) }
  if (threads.suspension) served.wait = threads.waitImport()
  return { kernel, threads, served }
}

export interface Serving {
  readonly kernel: Kernel
  readonly threads: Threads
  readonly served: Served
}

function importsOf(module: WebAssembly.Module, served: Readonly<Served>): WebAssembly.Imports {
  const imports: WebAssembly.Imports = {}
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    if (from === SHARED) continue
    const group = (imports[from] ??= {})
    const found = served[name]
    if (found === undefined) throw new InternalError(`the engine imports ${name}, which is in no table`)
    group[name] ??= found as WebAssembly.Imports[string][string] // of the type that the tables declare
  }
  return imports
}
