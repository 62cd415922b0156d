// Opens the quick start of the command and of the worker seat's thread: finds this machine's snapshot and takes from it what
// V8 compiled of that bundle. Compiling it anew takes a third of what Node itself takes to start.
import type vm from 'node:vm'
import { readAhead } from './engine/snapshot-ahead.ts'
import { findSnapshot, type OpenSnapshot, readPart } from './engine/snapshot-open.ts'
import { QUICK_PLATFORM } from './engine/snapshot-place.ts'
import { engineFolder } from './engine-folder.ts'
import type { Part } from './link-parts.ts'
import { compileQuick, readParts } from './read-parts.ts'
import type { Refused } from './run.ts'
import type { RunResult } from './run-options.ts'
import { beginScript, type FoundScript } from './script-ahead.ts'

export interface Quick {
  /** Does what the process's words say, and ends the process. `openAtStart`: see RunOptions; `terminal`: whether a standard stream is one. */
  command(openAtStart: readonly number[], terminal: boolean): void
  /** Does what the worker's task says. */
  thread(): void
  /** Runs a script in the inline seat, with what `codeFolder` has of it. */
  runHere(words: readonly Uint8Array[], openAtStart: readonly number[], codeFolder: string): Promise<RunResult | Refused>
}

type QuickOf = (snapshot: OpenSnapshot | undefined, found?: FoundScript) => Quick

/** This machine's snapshot for it. Of an isolated run's, see isIsolated(), nothing is used before it was summed. */
export const findQuick = () =>
  findSnapshot(engineFolder, QUICK_PLATFORM, { summed: process.argv.some((word) => ISOLATED.test(word)) })
const ISOLATED = /^-[A-Za-z]*I/ // a word of the script's may look so, which costs it a moment

/** `readsAhead`: what is started will most likely run here. `word`: the command's first, which may be a script. */
export function openQuick(snapshot: OpenSnapshot | undefined, readsAhead: boolean, word?: string): Quick {
  const whole = readsAhead && snapshot?.isWhole ? snapshot : undefined
  if (whole) readAhead(whole, 'hot')
  const found = whole && beginScript(whole, word)
  return evaluate(compileQuick(import.meta.dirname, codeIn(snapshot)), snapshot, found)
}

function codeIn(snapshot: OpenSnapshot | undefined): Uint8Array | undefined {
  return snapshot?.isWhole && snapshot.header.bytes.script > 0 ? readPart(snapshot, 'script') : undefined
}

export function evaluate(script: vm.Script, snapshot: OpenSnapshot | undefined, found?: FoundScript): Quick {
  const part = script.runInThisContext() as Part // bundle/parts.ts wraps it so
  const { quick } = readParts(import.meta.dirname).begin(part) as { readonly quick: QuickOf } // cli/quick.ts
  return quick(snapshot, found)
}
