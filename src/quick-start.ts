// Opens the quick start of the command and of the worker seat's thread: finds this machine's snapshot and takes from it what
// V8 compiled of that bundle. Compiling it anew takes a third of what Node itself takes to start.
import vm from 'node:vm'
import { readAhead } from './engine/snapshot-ahead.ts'
import { findSnapshot, type OpenSnapshot, readPart } from './engine/snapshot-open.ts'
import { QUICK_PLATFORM } from './engine/snapshot-place.ts'
import { engineFolder } from './engine-folder.ts'
import { readWhole } from './platform/read-whole.ts'
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

type Bundle = (folder: string, load: (module: string) => Promise<unknown>, module: { exports?: { quick: QuickOf } }) => void
type QuickOf = (snapshot: OpenSnapshot | undefined, found?: FoundScript) => Quick

/** `readsAhead`: what is started will most likely run here. `word`: the command's first, which may be a script. */
export function openQuick(readsAhead: boolean, word?: string): Quick {
  const snapshot = findSnapshot(engineFolder, QUICK_PLATFORM)
  const whole = readsAhead && snapshot?.isWhole ? snapshot : undefined
  if (whole) readAhead(whole, 'hot')
  const found = whole && beginScript(whole, word)
  return evaluate(compileQuick(snapshot), snapshot, found)
}

/** The bundle as a script; V8 compares its own version and flags with the code's, and compiles where they differ. */
export function compileQuick(snapshot: OpenSnapshot | undefined): vm.Script {
  const compiled = snapshot?.isWhole && snapshot.header.bytes.script > 0 ? readPart(snapshot, 'script') : undefined
  return new vm.Script(readWhole(`${import.meta.dirname}/quick.js`).toString('latin1'), {
    filename: 'quick.js', // without a folder: it is part of the code that V8 keeps
    ...(compiled ? { cachedData: compiled } : {}),
  })
}

export function evaluate(script: vm.Script, snapshot: OpenSnapshot | undefined, found?: FoundScript): Quick {
  const module: { exports?: { quick: QuickOf } } = {}
  const bundle = script.runInThisContext() as Bundle // bundle/host.ts wraps it so
  bundle(import.meta.dirname, (path) => import(path), module) // what a script compiles cannot import by itself
  if (!module.exports) throw new TypeError('quick.js is not what the build makes')
  return module.exports.quick(snapshot, found)
}
