// The npm wasm without what is left out: the same bytes each time, a module that is still whole, and an engine for a set of modules
// has those and no other that could be left out.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { NEVER_USED, objectFilesBeside } from '../../src/engine/build/module-functions.ts'
import { trim } from '../../src/engine/build/trim.ts'

const pyodide = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'))
const wasm = readFileSync(join(pyodide, 'pyodide.asm.wasm'))

test('what no script can use is out of every engine', () => {
  for (const kept of [[], ['_ctypes', '_sqlite3', 'character names', 'frozen library']])
    expect(objectFilesBeside(new Set(kept))).toEqual(expect.arrayContaining([...NEVER_USED]))
})

test('a module or feature that is kept keeps its object files', () => {
  const beside = objectFilesBeside(new Set(['_bz2', '_codecs_jp', 'character names']))
  expect(beside).toEqual(expect.arrayContaining(['sqlite3', 'ctypes', 'frozen library']))
  for (const kept of ['bz2', 'CJK codecs', 'character names'] as const) expect(beside).not.toContain(kept)
})

test('it is a valid module, the same each time, and the data that is gone can be poisoned', () => {
  const names = objectFilesBeside(new Set())
  const once = trim(wasm, names)
  expect(() => new WebAssembly.Module(once)).not.toThrow()
  expect(once.equals(trim(wasm, names))).toBe(true)
  const poisoned = trim(wasm, names, 0xa5)
  expect(() => new WebAssembly.Module(poisoned)).not.toThrow()
  expect(poisoned.length).toBeGreaterThan(once.length)
})
