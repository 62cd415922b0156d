// The engine: checks that the npm wasm is the one this repository knows, edits it, measures it, edits it again.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Edited, editEngine } from '../src/engine/build/edit.ts'
import type { Slots } from '../src/engine/build/hooks.ts'
import { NEVER_USED, type ObjectFileName } from '../src/engine/build/module-functions.ts'
import { parseProfile } from '../src/engine/build/profile.ts'
import { digest } from '../src/engine/engine-file.ts'
import type { WasmFacts } from '../src/engine/facts.ts'
import { InstallationError } from '../src/errors.ts'
import { measureSlots } from './slots.ts'

/** sha256 of pyodide.asm.wasm in the pinned npm package; the edits were proven on these bytes and no others. */
const NPM_WASM_SHA256 = 'cc36e3cab04fdfc9a63ff13eb52eae2b911bf46c025cc7b281f394bd3de1d5e6'

export interface Engine extends WasmFacts {
  readonly wasm: Uint8Array
}

export interface EngineSource {
  readonly cache: string
  /** All that the edits are made of: with another, the engine is made anew. */
  readonly source: Uint8Array
  readonly profile: string
  /** What the engine is made without; what no script can use, if nothing is said. objectFilesBeside() names it for a set of modules. */
  readonly without?: readonly ObjectFileName[]
  /** What the data that is gone is filled with: another byte than 0 shows that nothing reads it. */
  readonly fill?: number
}

export function buildEngine(
  npmWasm: Uint8Array,
  { cache, source, profile, without = NEVER_USED, fill = 0 }: EngineSource,
): Engine {
  const found = digest(npmWasm)
  if (found !== NPM_WASM_SHA256)
    throw new InstallationError(
      `pyodide.asm.wasm has the digest ${found}, not ${NPM_WASM_SHA256}: it is not the engine that this build knows`,
    )
  const kept = join(
    cache,
    `engine-${digest(Buffer.concat([source, Buffer.from([profile, fill, ...without].join('\n'))])).slice(0, 16)}`,
  )
  if (existsSync(`${kept}.json`))
    return { ...(JSON.parse(readFileSync(`${kept}.json`, 'utf8')) as Omit<Engine, 'wasm'>), wasm: readFileSync(`${kept}.wasm`) } // written below
  const slots = slotsOf(npmWasm, without)
  const { wasm, memoryPages, layout } = editEngine(
    npmWasm,
    { for: 'product', slots, profile: parseProfile(profile) },
    without,
    fill,
  )
  const facts = { memoryPages, layout, wasmSha256: digest(wasm), slots }
  keep(`${kept}.wasm`, wasm)
  keep(`${kept}.json`, Buffer.from(JSON.stringify(facts)))
  return { ...facts, wasm }
}

/** Whole or not at all, whoever else makes the same. */
function keep(file: string, bytes: Uint8Array): void {
  writeFileSync(`${file}.${process.pid}`, bytes)
  renameSync(`${file}.${process.pid}`, file)
}

/** An engine that notes every function it enters. */
export function buildProfilingEngine(npmWasm: Uint8Array): Edited {
  return editEngine(npmWasm, { for: 'profile', slots: slotsOf(npmWasm, NEVER_USED) })
}

function slotsOf(npmWasm: Uint8Array, without: readonly ObjectFileName[]): Slots {
  const { wasm, memoryPages } = editEngine(npmWasm, { for: 'slots' }, without)
  return measureSlots(wasm, memoryPages)
}
