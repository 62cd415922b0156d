// Which functions scripts run: an engine that notes every function it enters, and the list of names that a run of it gives.
// Names are the editor's: the number of a function in the npm wasm, with a suffix for what the edits made of it.
import binaryen from 'binaryen'
import type { WasmEditor } from './wasm-editor.ts'

const { i32 } = binaryen
const PREFIX = 'entered:'

/** Every function sets a global of its own when it is entered; exported under its name. */
export function noteEntries(editor: WasmEditor): void {
  const { module: m } = editor
  for (const name of editor.definedFunctions) {
    const { params, results, vars, body } = editor.info(name)
    const global = `${PREFIX}${name}`
    m.addGlobal(global, i32, true, m.i32.const(0))
    m.addGlobalExport(global, global)
    m.removeFunction(name)
    m.addFunction(name, params, results, vars, m.block(null, [m.global.set(global, m.i32.const(1)), body], results))
  }
}

/** The functions entered since they were last forgotten. */
export function entered(exports: WebAssembly.Exports): string[] {
  return globalsOf(exports)
    .filter(([, global]) => global.value === 1)
    .map(([name]) => name)
}

export function forgetEntries(exports: WebAssembly.Exports): void {
  for (const [, global] of globalsOf(exports)) global.value = 0
}

function globalsOf(exports: WebAssembly.Exports): [string, WebAssembly.Global][] {
  return Object.entries(exports)
    .filter(([name]) => name.startsWith(PREFIX))
    .map(([name, global]) => [name.slice(PREFIX.length), global as WebAssembly.Global]) // noteEntries exported it
}

/** As a text: sorted, a line each run of numbers, so that a change of the training shows as a small difference. */
export function formatProfile(names: Iterable<string>): string {
  const numbers: number[] = []
  const others: string[] = []
  for (const name of names) if (/^\d+$/.test(name)) numbers.push(Number(name))
  for (const name of names) if (!/^\d+$/.test(name)) others.push(name)
  const runs: [number, number][] = []
  for (const number of numbers.sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return `${[...runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)), ...others.sort()].join('\n')}\n`
}

export function parseProfile(text: string): Set<string> {
  const names = new Set<string>()
  for (const line of text.trim().split('\n')) {
    const [, from, to] = /^(\d+)-(\d+)$/.exec(line) ?? []
    if (from === undefined) names.add(line)
    else for (let number = Number(from); number <= Number(to); number++) names.add(String(number))
  }
  return names
}
