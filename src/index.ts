// The public API.

export { InstallationError, InternalError, UsageError } from './errors.ts'
export { runInWorker } from './run-in-worker.ts'
export type { RunOptions, RunResult } from './run-options.ts'
export type { InputSource } from './runner/input.ts'
export { createRunner, type Runner, type RunnerOptions } from './runner/runner.ts'
export type { Script, ScriptSetting } from './runner/script.ts'
export type { OutputTarget, RunEvent, RunSettings, ScriptResult, ScriptRun } from './runner/settings.ts'
export type { RunLimits } from './seats/limits.ts'
export type { WorkerRun } from './seats/worker.ts'
