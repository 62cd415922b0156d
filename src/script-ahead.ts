// What `py-runner script.py` will ask of its snapshot, as far as the words show it: so the parts are on their way while the quick start
// is compiled. A guess: a run that asks for others begins them itself.
import { readAllAhead } from './engine/snapshot-ahead.ts'
import type { OpenSnapshot } from './engine/snapshot-open.ts'
import { codeFolder } from './engine/snapshot-place.ts'
import { engineFolder } from './engine-folder.ts'
import { findCode } from './kept-code.ts'
import { fileSource, trainedFor } from './script-imports.ts'

/** A script's file, read before there are options. */
export interface FoundScript {
  /** As the words have it. */
  readonly path: string
  readonly source: Uint8Array
  /** What an earlier run kept of it. */
  readonly code: Uint8Array | undefined
}

/** `word`: the command's first. */
export function beginScript(snapshot: OpenSnapshot, word: string | undefined): FoundScript | undefined {
  if (word === undefined || !PATH.test(word)) return undefined
  const source = fileSource(word)
  if (!source) return undefined
  const code = findCode(codeFolder(engineFolder), source)
  readAllAhead(snapshot, trainedFor(source, code))
  return { path: word, source, code }
}
const PATH = /^[^-].*[./]/ // no option, and no sub-command
