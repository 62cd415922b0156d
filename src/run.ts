// Runs one script in the seat that calls it, as CPython's main program does: prepare, run, say what was not caught,
// finalise. CPython Modules/main.c, pymain_run_python and Py_RunMain.
import { callGuestDeep, guestAttribute, integerOf } from './engine/guest.ts'
import { initialSettings } from './engine/initial-settings.ts'
import { GuestExit } from './engine/runtime.ts'
import { ask, type Service, type Services } from './kernel/service.ts'
import { EndedBySignal } from './kernel/signals/signals.ts'
import type { Platform } from './platform/platform.ts'
import type { RunOptions, RunResult } from './run-options.ts'
import { guestServices } from './services.ts'
import type { Start, Started } from './start.ts'
import type { GuestLink } from './transport/guest-link.ts'
import type { Value } from './transport/marshal.ts'

export interface Seating {
  readonly link: GuestLink
  /** C stack that this seat's own stack carries, in bytes. */
  readonly stackBytes: number
  /** Whether the engine makes that stack for the guest: the thread's own is smaller. */
  readonly ownStack: boolean
  /** Whether another seat can take over a source that this one's stack is too small for. */
  readonly canMove: boolean
  readonly platform: Platform
  /** The snapshot's code, when it is compiled already. */
  readonly module?: WebAssembly.Module
  readonly start: Start
}

/** Instead of a result: this stack is too small to compile the script, another seat must run it. */
export const MOVE = -1
/** Instead of a result: a file of the script's has the name of a module that the snapshot brought; start without. */
const RESTART = -5
/** Instead of a result: there is no snapshot to start from, and this seating has no other way. */
export const UNPREPARED = -6

export type Refused = typeof MOVE | typeof UNPREPARED

export async function run(options: RunOptions, seating: Seating): Promise<RunResult | Refused> {
  const result = await runOnce(options, seating)
  return result === RESTART ? run({ ...options, snapshot: false }, seating) : result
}

async function runOnce(options: RunOptions, seating: Seating): Promise<RunResult | Refused | typeof RESTART> {
  const facts = { restored: false }
  const { platform } = seating
  const services: Services = {
    ...guestServices,
    'run.start': describeRun(named(options, platform), seating, facts),
    'run.stdout_broken': (kernel) => kernel.stdoutBroken,
    'compile.elsewhere': (kernel, [path, optimize], source) =>
      ask(kernel, 'compile.elsewhere', path ?? null, optimize ?? null, source.slice()),
  }
  const started = await seating.start({
    ...seating,
    services,
    snapshot: options.snapshot,
    settings: initialSettings(options.environment),
  })
  if (!started) return UNPREPARED
  facts.restored = started.restored
  started.instance.ownStacks = seating.ownStack
  let begun = false
  try {
    return await runMain(started, () => (begun = true))
  } catch (error) {
    if (error instanceof GuestExit) return { exitCode: error.status }
    if (error instanceof EndedBySignal) return { exitCode: 128 + error.signal, signal: error.signal }
    if (error instanceof RangeError && seating.canMove && !begun) return MOVE
    throw error
  } finally {
    settle(started)
  }
}

// The script's path and the interpreter's as the guest names them.
function named(options: RunOptions, { paths, executable }: Platform): RunOptions {
  const own = { ...options, executable: executable(options.executable) }
  if (options.mode !== 'file') return own
  const [first, ...rest] = options.argv
  const target = paths.fromCommandLine(Buffer.from(options.target))
  return { ...own, target, argv: first ? [target, ...rest] : rest }
}

function describeRun(options: RunOptions, seating: Seating, facts: { readonly restored: boolean }): Service {
  return () =>
    new Map<string, Value>([
      ['mode', options.mode],
      ['target', options.target],
      ['argv', options.argv],
      ['orig_argv', options.origArgv],
      ['environment', options.environment],
      ['executable', Buffer.from(options.executable)],
      ['restored', facts.restored],
      ['can_move', seating.canMove],
    ])
}

async function runMain(started: Started, begin: () => void): Promise<RunResult | typeof MOVE | typeof RESTART> {
  const prepared = await callGuestDeep(started, '_pyrunner.main', 'prepare')
  const refused = integerOf(started, prepared)
  if (refused === MOVE || refused === RESTART) return refused
  let end: { readonly status: number; readonly interrupted: boolean } = { status: refused ?? 0, interrupted: false }
  if (refused === undefined) {
    begin()
    if ((await runPrepared(started, prepared)) === 0) end = await reportUncaught(started)
  }
  const flushed = await finalise(started)
  if (end.interrupted) return { exitCode: INTERRUPTED_STATUS, signal: SIGINT }
  return { exitCode: flushed || end.status !== 0 ? end.status : FLUSH_FAILED }
}
const FLUSH_FAILED = 120 // Modules/main.c: a standard stream could not be flushed
const INTERRUPTED_STATUS = 130
const SIGINT = 2

// A code object runs in __main__ itself, anything else is called: no frame of ours lies under the script's.
async function runPrepared({ instance }: Started, prepared: number): Promise<number> {
  const code = instance.call('PyObject_GetAttrString', prepared, instance.cString('co_code'))
  if (code === 0) {
    instance.call('PyErr_Clear')
    return instance.enterDeep('PyObject_CallNoArgs', prepared)
  }
  instance.call('Py_DecRef', code)
  const main = instance.call('PyImport_AddModuleRef', instance.cString('__main__'))
  const namespace = instance.call('PyModule_GetDict', main)
  const result = await instance.enterDeep('PyEval_EvalCode', prepared, namespace, namespace)
  for (const ours of [main, prepared]) instance.call('Py_DecRef', ours) // at the end of the run nothing but sys.modules holds __main__
  return result
}

async function reportUncaught(started: Started): Promise<{ readonly status: number; readonly interrupted: boolean }> {
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

// What the guest did to its files is with the operating system before the process ends.
function settle({ kernel }: Started): void {
  for (const [, { file }] of kernel.descriptors.entries()) file.settle?.(kernel)
}
