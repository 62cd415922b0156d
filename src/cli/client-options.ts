// The engine's options as the command has them: who is asked, where output goes, what ends it.
import type { ClientOptions } from '../scripting/client.ts'
import { askOnTerminal } from './consent.ts'
import { inWords } from './script-words.ts'

export interface Asked {
  readonly settings?: string
  /** Nothing is printed on the way, as results will be. */
  readonly json?: boolean
}

/** Signals that end the command end what it runs. */
export function clientOptions({ settings, json }: Asked): ClientOptions & { readonly signal: AbortSignal } {
  const ending = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort())
  return {
    settings,
    approve: process.stdin.isTTY && process.stderr.isTTY ? (question) => askOnTerminal(question, ending.signal) : undefined,
    output: (_, stream, bytes) => void (json || process[stream].write(bytes)),
    report: (script) => void (json || console.error(inWords(script))),
    signal: ending.signal,
  }
}
