// The public API.
export type { RunOptions, RunResult } from './run-options.ts'
export { runInWorker } from './seats/worker.ts'
