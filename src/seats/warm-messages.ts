// What passes between a runner and the thread of a warm guest.
import type { MessagePort } from 'node:worker_threads'
import type { Failure } from '../errors.ts'
import type { RunOptions, RunResult } from '../run-options.ts'

/** What the thread is asked, one at a time. */
export interface Errand {
  readonly options: RunOptions
  readonly bell: Int32Array
  readonly port: MessagePort
}

export type GuestMessage =
  /** It waits for a script. */
  | { readonly ready: true }
  | { readonly result: RunResult }
  /** The run wants an interpreter of its own. */
  | { readonly refused: true }
  | { readonly failure: Failure }
  /** What the script did cannot be forgotten. */
  | { readonly spent: true }
