// What a guest's thread is asked, as its workerData: by worker.ts to run a script, by compile-job.ts to compile one source.
import type { MessagePort } from 'node:worker_threads'
import type { RunOptions } from '../run-options.ts'
import type { CompileJob } from './compile-job.ts'

export type Task =
  | {
      readonly options: RunOptions
      readonly bell: Int32Array
      readonly port: MessagePort
      /** When C code that never looks is broken off, in milliseconds of process.hrtime, which all threads share. */
      readonly breakOffMs: number | undefined
    }
  | { readonly job: CompileJob }
