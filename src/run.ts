// Runs one script in the seat that calls it, as CPython's main program does: prepare, run, say what was not caught,
// finalise. CPython Modules/main.c, pymain_run_python and Py_RunMain.
import { callGuest, callGuestDeep, guestAttribute, integerOf } from './engine/guest.ts'
import { initialSettings, mayPrompt } from './engine/initial-settings.ts'
import { GuestExit } from './engine/runtime.ts'
import { EXIT, InternalError } from './errors.ts'
import { findCode, keepsCode } from './kept-code.ts'
import type { Kernel } from './kernel/kernel.ts'
import { writeAllBack } from './kernel/memory-maps/mapping.ts'
import type { Services } from './kernel/service.ts'
import { EndedBySignal } from './kernel/signals/signals.ts'
import type { StreamPlan } from './kernel/streams/stream-plan.ts'
import { modulesBeside } from './modules-beside.ts'
import type { Platform } from './platform/platform.ts'
import { describeRun, type RunFacts } from './run-description.ts'
import { isIsolated, type RunOptions, type RunResult } from './run-options.ts'
import { scriptSource, trainedFor } from './script-imports.ts'
import { compileServices, guestServices } from './services.ts'
import type { Start, Started } from './start.ts'
import { type GuestLink, Stopped } from './transport/guest-link.ts'

export interface Seating {
  readonly link: GuestLink
  /** C stack that this seat's own stack carries, in bytes. */
  readonly stackBytes: number
  /** Whether the engine makes that stack for the guest: the thread's own is smaller. */
  readonly ownStack: boolean
  /** Whether another seat can take over a source that this one's stack is too small for. */
  readonly canMove: boolean
  readonly platform: Platform
  /** When guest code that never looks at its signals is broken off, in milliseconds of process.hrtime; undefined: never. */
  readonly breakOffMs?: number | undefined
  /** The snapshot's code, when it is compiled already. */
  readonly module?: WebAssembly.Module
  readonly start: Start
  /** Opens streams that the caller gives or takes; where there is none, a run has the process's own. */
  readonly openStreams?: (kernel: Kernel, plan: StreamPlan) => void
}

/** Instead of a result: this stack is too small to compile the script, another seat must run it. */
export const MOVE = -1
/** Instead of a result: a file of the script's has the name of a module that the snapshot brought; start without. */
const RESTART = -5
/** Instead of a result: there is no snapshot to start from, and this seating has no other way. */
export const UNPREPARED = -6

export type Refused = typeof MOVE | typeof UNPREPARED

/** What is to be run, where the seat has looked already. */
export interface Script {
  /** As scriptSource() answers. */
  readonly source: Uint8Array | undefined
  /** What an earlier run kept of it. */
  readonly code?: Uint8Array | undefined
}

export async function run(
  options: RunOptions,
  seating: Seating,
  script: Script = { source: scriptSource(options) },
): Promise<RunResult | Refused> {
  const result = await runOnce(options, seating, script)
  return result === RESTART ? run({ ...options, snapshot: false }, seating, script) : result
}

async function runOnce(
  options: RunOptions,
  seating: Seating,
  { source, code: found }: Script,
): Promise<RunResult | Refused | typeof RESTART> {
  const { platform } = seating
  const keeping = keepingOf(options, source)
  const code = keeping && (found ?? findCode(keeping.folder, keeping.source))
  const facts: RunFacts = { restored: false, canMove: seating.canMove, source, code, keepsCode: keeping !== undefined }
  const services: Services = {
    ...guestServices,
    'run.start': describeRun(named(options, platform), facts),
    'run.modules_beside': modulesBeside,
    'run.stdout_broken': (kernel) => kernel.stdoutBroken,
    ...(keeping ? { 'run.keep_code': keepsCode(keeping.folder, keeping.source) } : {}),
    ...compileServices,
  }
  const started = await seating.start({
    ...seating,
    services,
    snapshot: options.snapshot,
    summed: isIsolated(options),
    trained: trainedFor(source, code),
    sharesProcess: options.sharesProcess ?? false,
    ...(options.cwd ? { cwd: Buffer.from(options.cwd) } : {}),
    settings: initialSettings(options.environment, options.python),
    openAtStart: options.openAtStart,
    openStreams: streamsOf(options, seating),
  })
  if (!started) return UNPREPARED
  facts.restored = started.restored
  started.instance.ownStacks = seating.ownStack
  started.instance.breakOffMs = seating.breakOffMs
  let begun = false
  try {
    return await runMain(started, options, () => (begun = true))
  } catch (error) {
    if (error instanceof GuestExit) return { exitCode: error.status }
    if (error instanceof Stopped) {
      sayLastWords(started)
      return { exitCode: EXIT.timedOut }
    }
    if (error instanceof EndedBySignal) return { exitCode: 128 + error.signal, signal: error.signal }
    if (error instanceof RangeError && seating.canMove && !begun) return MOVE
    throw error
  } finally {
    settle(started)
  }
}

/** Where code of the script may be kept; not that of one whose dialect was chosen. */
function keepingOf({ codeFolder: folder, mode, dialect }: RunOptions, source: Uint8Array | undefined) {
  return folder !== undefined && source !== undefined && mode === 'file' && dialect === undefined ? { folder, source } : undefined
}

function streamsOf({ streams }: RunOptions, { openStreams }: Seating) {
  if (!streams) return undefined
  if (!openStreams) throw new InternalError("this seat has only the process's own streams")
  return (kernel: Kernel) => openStreams(kernel, streams)
}

// The script's path and the interpreter's as the guest names them.
function named(options: RunOptions, { paths, executable }: Platform): RunOptions {
  const own = { ...options, executable: executable(options.executable) }
  if (options.mode !== 'file') return own
  const [first, ...rest] = options.argv
  const target = paths.fromCommandLine(Buffer.from(options.target))
  return { ...own, target, argv: first ? [target, ...rest] : rest }
}

async function runMain(
  started: Started,
  options: RunOptions,
  begin: () => void,
): Promise<RunResult | typeof MOVE | typeof RESTART> {
  const prepared = await callGuestDeep(started, '_pyrunner.main', 'prepare')
  const isCode = has(started, prepared, 'co_code')
  const refused = isCode ? undefined : integerOf(started, prepared)
  if (refused === MOVE || refused === RESTART) return refused
  let end: MainEnd = {
    status: refused ?? 0,
    interrupted: refused === REPORT.interrupted, // before its first line
  }
  if (refused === undefined) {
    begin()
    if ((await runPrepared(started, prepared, isCode)) === 0) end = await reportUncaught(started)
  }
  if (options.mode !== 'stdin' && mayPrompt(options.environment, options.python)) end = (await promptAfter(started)) ?? end
  const flushed = await finalise(started)
  if (end.interrupted) return { exitCode: INTERRUPTED_STATUS, signal: SIGINT }
  return { exitCode: flushed || end.status !== 0 ? end.status : FLUSH_FAILED }
}
const FLUSH_FAILED = 120 // Modules/main.c: a standard stream could not be flushed
const INTERRUPTED_STATUS = 130
const SIGINT = 2

interface MainEnd {
  readonly status: number
  readonly interrupted: boolean
}

// A code object runs in __main__ itself, anything else is called: no frame of ours lies under the script's.
async function runPrepared({ instance }: Started, prepared: number, isCode: boolean): Promise<number> {
  if (!isCode) return instance.enterDeep('PyObject_CallNoArgs', prepared)
  const main = instance.call('PyImport_AddModuleRef', instance.cString('__main__'))
  const namespace = instance.call('PyModule_GetDict', main)
  const result = await instance.enterDeep('PyEval_EvalCode', prepared, namespace, namespace)
  for (const ours of [main, prepared]) instance.call('Py_DecRef', ours) // at the end of the run nothing but sys.modules holds __main__
  return result
}

function has({ instance }: Started, object: number, name: string): boolean {
  const value = instance.call('PyObject_GetAttrString', object, instance.cString(name))
  if (value === 0) instance.call('PyErr_Clear')
  else instance.call('Py_DecRef', value)
  return value !== 0
}

/** -i and PYTHONINSPECT: the end of a prompt counts instead of the program's. Undefined where nobody was prompted. */
async function promptAfter(started: Started): Promise<MainEnd | undefined> {
  const result = await started.instance.enterDeep(
    'PyObject_CallNoArgs',
    guestAttribute(started, '_pyrunner.prompt', 'after_script'),
  )
  if (result === 0) return reportUncaught(started)
  return integerOf(started, result) ? { status: 0, interrupted: false } : undefined
}

async function reportUncaught(started: Started): Promise<MainEnd> {
  const { instance } = started
  const exception = instance.call('PyErr_GetRaisedException')
  const answer = await instance.enterDeep('PyObject_CallOneArg', guestAttribute(started, '_pyrunner.main', 'report'), exception)
  if (answer === 0) instance.call('PyErr_Clear')
  const status = (answer === 0 ? undefined : integerOf(started, answer)) ?? REPORT.print
  if (status >= 0) return { status, interrupted: false }
  if (status === REPORT.quiet) return { status: BROKEN_PIPE, interrupted: false }
  instance.call('PyErr_SetRaisedException', exception)
  await instance.enterDeep('PyErr_PrintEx', 1)
  return { status: 1, interrupted: status === REPORT.interrupted }
}
/** What report() of _pyrunner/main.py answers besides an exit status. */
const REPORT = { print: -2, interrupted: -3, quiet: -4 } as const
const BROKEN_PIPE = 141 // as a shell shows a program that died of SIGPIPE

// A restored interpreter's own modules need no taking apart; what the script brought does.
async function finalise(started: Started): Promise<boolean> {
  const { instance } = started
  const flushed = started.restored
    ? integerOf(started, await callGuestDeep(started, '_pyrunner.finish', 'finish')) === 0
    : (await instance.enterDeep('Py_FinalizeEx')) >= 0
  instance.call('fflush', 0) // what C code wrote by itself, as exit(3) does
  return flushed
}

// What Python had buffered when it was stopped. Frames of the interrupted calls are still there, which does no harm below.
function sayLastWords(started: Started): void {
  const { instance, kernel } = started
  instance.breakOffMs = undefined
  try {
    kernel.abandonWait()
    instance.stackPointer = instance.stackLimit.top
    instance.call('PyGILState_Ensure') // it may have been stopped in a call that had let go of the interpreter
    instance.call('PyErr_Clear')
    callGuest(started, '_pyrunner.finish', 'flush_all')
  } catch {
    // stopped once more, or in no state to say anything: it ends either way
  }
}

// What the guest did to its files is with the operating system before the process ends.
function settle({ kernel }: Started): void {
  writeAllBack(kernel)
  for (const [, { file }] of kernel.descriptors.entries()) file.settle?.(kernel)
  for (const file of [...kernel.closing]) file.settle?.(kernel)
  kernel.terminals.restore(kernel)
}
