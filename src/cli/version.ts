// What -V prints, and --version --json.
import { EngineFiles } from '../engine/engine-file.ts'
import { engineFolder } from '../engine-folder.ts'
import { NODE_BUILD } from '../platform/node-build.ts'

declare const PY_RUNNER_VERSION: string // of package.json; the build puts it in
const PYTHON = '3.14.2'

/** `words`: the option and what stands behind it; `json`: whether that was asked for before it. */
export function describeVersion(words: readonly string[], json: boolean): string {
  if (!json && !words.includes('--json')) return `Python ${PYTHON}`
  return JSON.stringify({
    version: PY_RUNNER_VERSION,
    python: PYTHON,
    build: new EngineFiles(engineFolder).facts.buildId,
    node: NODE_BUILD,
    v8: process.versions.v8,
  })
}

/** -VV, -V -V: says more, which only the interpreter knows. */
export function asksForMore([first = '', ...rest]: readonly string[]): boolean {
  const letters = (word: string) => (/^-[a-zA-Z]+$/.test(word) ? word.split('V').length - 1 : 0)
  const isVersion = (word: string) => word === '--version' || letters(word) > 0
  return letters(first) > 1 || (isVersion(first) && rest[0] !== undefined && isVersion(rest[0]))
}
