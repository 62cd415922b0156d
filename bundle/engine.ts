// The engine: checks that the npm wasm is the one this repository knows, edits it, measures it, edits it again.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Edited, editEngine } from '../src/engine/build/edit.ts'
import type { Slots } from '../src/engine/build/hooks.ts'
import { parseProfile } from '../src/engine/build/profile.ts'
import { digest } from '../src/engine/engine-file.ts'
import type { EngineFacts } from '../src/engine/facts.ts'
import { InstallationError } from '../src/errors.ts'
import { measureSlots } from './slots.ts'

/** sha256 of pyodide.asm.wasm in the pinned npm package; the edits were proven on these bytes and no others. */
const NPM_WASM_SHA256 = 'cc36e3cab04fdfc9a63ff13eb52eae2b911bf46c025cc7b281f394bd3de1d5e6'

export interface Engine extends Omit<EngineFacts, 'buildId' | 'guestSha256'> {
  readonly wasm: Uint8Array
}

export function buildEngine(
  npmWasm: Uint8Array,
  { cache, source, profile }: { readonly cache: string; readonly source: Uint8Array; readonly profile: string },
): Engine {
  const found = digest(npmWasm)
  if (found !== NPM_WASM_SHA256)
    throw new InstallationError(
      `pyodide.asm.wasm has the digest ${found}, not ${NPM_WASM_SHA256}: it is not the engine that this build knows`,
    )
  const kept = join(cache, `engine-${digest(Buffer.concat([source, Buffer.from(profile)])).slice(0, 16)}`)
  if (existsSync(`${kept}.json`))
    return { ...(JSON.parse(readFileSync(`${kept}.json`, 'utf8')) as Omit<Engine, 'wasm'>), wasm: readFileSync(`${kept}.wasm`) } // written below
  const slots = slotsOf(npmWasm)
  const { wasm, memoryPages, layout } = editEngine(npmWasm, { for: 'product', slots, profile: parseProfile(profile) })
  const facts = { memoryPages, layout, wasmSha256: digest(wasm), slots }
  writeFileSync(`${kept}.wasm`, wasm)
  writeFileSync(`${kept}.json`, JSON.stringify(facts))
  return { ...facts, wasm }
}

/** An engine that notes every function it enters. */
export function buildProfilingEngine(npmWasm: Uint8Array): Edited {
  return editEngine(npmWasm, { for: 'profile', slots: slotsOf(npmWasm) })
}

function slotsOf(npmWasm: Uint8Array): Slots {
  const { wasm, memoryPages } = editEngine(npmWasm, { for: 'slots' })
  return measureSlots(wasm, memoryPages)
}
