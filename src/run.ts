// Runs one script in the seat that calls it: an instance from the snapshot or from scratch, CPython's main program around
// the script, its exit status. The order of main.c: prepare, run, say what was not caught, finalise.
import { EngineFiles } from './engine/engine-file.ts'
import { initialise, protectStack, hostCallSlot } from './engine/initialise.ts'
import { type Loaded, load } from './engine/load.ts'
import { GuestExit } from './engine/runtime.ts'
import { openSnapshot, restoreSnapshot, writeSnapshot } from './engine/snapshot.ts'
import { snapshotFile } from './engine/snapshot-place.ts'
import { InternalError } from './errors.ts'
import type { Service, Services } from './kernel/service.ts'
import { StreamFile } from './kernel/streams/stream-file.ts'
import { platformOf } from './platform/platforms.ts'
import type { RunOptions, RunResult } from './run-options.ts'
import { guestServices } from './services.ts'
import type { GuestLink } from './transport/guest-link.ts'
import type { Value } from './transport/marshal.ts'

export interface Place {
  readonly link: GuestLink
  /** C stack that this seat's own stack carries, in bytes. */
  readonly stackBytes: number
  /** Whether another seat can take over a source that this one's stack is too small for. */
  readonly canMove: boolean
}

/** What `prepare` answers instead of an exit status: this stack is too small to compile the script. */
export const MOVE = -1

/** Runs the script; MOVE when another seat must. */
export function run(options: RunOptions, place: Place): RunResult | typeof MOVE {
  const files = new EngineFiles(engineFolder)
  let restored = false
  const loaded = start(files, options, place, () => restored)
  restored = loaded.restored
  try {
    return runMain(loaded, options)
  } catch (error) {
    if (error instanceof GuestExit) return { exitCode: error.status }
    if (error instanceof RangeError && place.canMove && !loaded.begun()) return MOVE
    throw error
  } finally {
    settle(loaded)
  }
}

/** The folder beside this file's bundle that the build filled. */
const engineFolder = new URL('engine/', import.meta.url).pathname

interface Started extends Loaded {
  readonly restored: boolean
  /** Whether the script's first line may have run. */
  begun(): boolean
  begin(): void
}

function start(files: EngineFiles, options: RunOptions, place: Place, restored: () => boolean): Started {
  const platform = platformOf(options)
  const services: Services = { ...guestServices, 'run.start': startService(options, place, restored) }
  const module = files.compile()
  let begun = false
  const fresh = () => load({ module, memoryPages: files.facts.memoryPages, services, platform, link: place.link, library: files.library, umask: process.umask() })
  const finish = (loaded: Loaded, wasRestored: boolean): Started => ({ ...loaded, restored: wasRestored, begun: () => begun, begin: () => void (begun = true) })
  if (!options.snapshot) return finish(initialised(files, module, fresh(), place), false)
  const key = `${files.facts.buildId} ${platform.name}`
  const file = snapshotFile(files.folder, platform.name)
  const snapshot = file && openSnapshot(file, key)
  if (snapshot) {
    const loaded = fresh()
    if (restoreSnapshot(snapshot, loaded)) {
      hostCallSlot(loaded.instance)
      protectStack(loaded, place.stackBytes)
      return finish(loaded, true)
    }
  }
  const loaded = initialised(files, module, fresh(), place)
  importAhead(loaded)
  if (file) writeSnapshot(file, key, loaded)
  return finish(loaded, true)
}

function initialised(files: EngineFiles, module: WebAssembly.Module, loaded: Loaded, place: Place): Loaded {
  initialise(loaded, { module, guestModules: files.guestModules(), stackBytes: place.stackBytes })
  call(loaded, '_pyrunner.start', 'personalise')
  return loaded
}

function importAhead(loaded: Loaded): void {
  call(loaded, '_pyrunner.preload', 'preload')
}

function startService(options: RunOptions, place: Place, restored: () => boolean): Service {
  return (kernel) =>
    new Map<string, Value>([
      ['mode', options.mode],
      ['target', options.target],
      ['argv', options.argv],
      ['orig_argv', options.origArgv],
      ['environment', options.environment],
      ['executable', Buffer.from(options.executable)],
      ['restored', restored()],
      ['can_move', place.canMove],
      ['terminals', [0, 1, 2].map((fd) => kernel.descriptors.get(fd)?.file.type === 2)],
    ])
}

// Modules/main.c, pymain_run_python and Py_RunMain.
function runMain(loaded: Started, _: RunOptions): RunResult | typeof MOVE {
  const { instance } = loaded
  const prepared = call(loaded, '_pyrunner.main', 'prepare')
  let status = integer(loaded, prepared)
  if (status === MOVE) return MOVE
  let interrupted = false
  if (status === undefined) {
    loaded.begin()
    const result = runPrepared(loaded, prepared)
    status = 0
    if (result === 0) ({ status, interrupted } = reportUncaught(loaded))
  }
  if (instance.enter('Py_FinalizeEx') < 0 && status === 0) status = FLUSH_FAILED
  return interrupted ? { exitCode: 130, signal: 'SIGINT' } : { exitCode: status }
}
const FLUSH_FAILED = 120 // Modules/main.c: a standard stream could not be flushed

function runPrepared({ instance }: Loaded, prepared: number): number {
  const type = instance.call('PyObject_GetAttrString', prepared, instance.cString('co_code'))
  if (type === 0) {
    instance.call('PyErr_Clear')
    return instance.enter('PyObject_CallNoArgs', prepared)
  }
  const main = instance.call('PyImport_AddModuleRef', instance.cString('__main__'))
  const namespace = instance.call('PyModule_GetDict', main)
  return instance.enter('PyEval_EvalCode', prepared, namespace, namespace)
}

function reportUncaught(loaded: Loaded): { readonly status: number; readonly interrupted: boolean } {
  const { instance, kernel } = loaded
  const exception = instance.call('PyErr_GetRaisedException')
  const report = attribute(loaded, '_pyrunner.main', 'report')
  const answer = instance.enter('PyObject_CallOneArg', report, exception)
  const status = answer === 0 ? PRINT : (integer(loaded, answer) ?? PRINT)
  if (answer === 0) instance.call('PyErr_Clear')
  if (status >= 0) return { status, interrupted: false }
  if (status === QUIET || kernel.stdoutBroken) return { status: BROKEN_PIPE, interrupted: false }
  instance.call('PyErr_SetRaisedException', exception)
  instance.enter('PyErr_PrintEx', 1)
  return { status: 1, interrupted: status === INTERRUPTED }
}
const PRINT = -2
const INTERRUPTED = -3
const QUIET = -4
const BROKEN_PIPE = 141 // as a shell shows a program that died of SIGPIPE

function call(loaded: Loaded, module: string, name: string): number {
  const result = loaded.instance.enter('PyObject_CallNoArgs', attribute(loaded, module, name))
  if (result === 0) {
    loaded.instance.enter('PyErr_PrintEx', 0)
    throw new InternalError(`${module}.${name} failed`)
  }
  return result
}

function attribute({ instance }: Loaded, module: string, name: string): number {
  const imported = instance.enter('PyImport_ImportModule', instance.cString(module))
  const value = imported && instance.call('PyObject_GetAttrString', imported, instance.cString(name))
  if (!value) {
    instance.enter('PyErr_PrintEx', 0)
    throw new InternalError(`the guest has no ${module}.${name}`)
  }
  return value
}

/** The value of an int object; undefined for anything else. */
function integer({ instance }: Loaded, object: number): number | undefined {
  const value = instance.call('PyLong_AsLong', object)
  if (value !== -1 || instance.call('PyErr_Occurred') === 0) return value
  instance.call('PyErr_Clear')
  return undefined
}

// What was handed to the host end is with the operating system before the process ends.
function settle({ kernel }: Loaded): void {
  for (const [, { file }] of kernel.descriptors.entries()) if (file instanceof StreamFile && !file.drained) kernel.link.sleep(() => file.drained)
}
