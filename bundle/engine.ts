// The engine: checks that the npm wasm is the one this repository knows, edits it, measures it, edits it again.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { editEngine } from '../src/engine/build/edit.ts'
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
  { cache, source }: { readonly cache: string; readonly source: Uint8Array },
): Engine {
  const found = digest(npmWasm)
  if (found !== NPM_WASM_SHA256)
    throw new InstallationError(
      `pyodide.asm.wasm has the digest ${found}, not ${NPM_WASM_SHA256}: it is not the engine that this build knows`,
    )
  const kept = join(cache, `engine-${digest(source).slice(0, 16)}`)
  if (existsSync(`${kept}.json`))
    return { ...(JSON.parse(readFileSync(`${kept}.json`, 'utf8')) as Omit<Engine, 'wasm'>), wasm: readFileSync(`${kept}.wasm`) } // written below
  const first = editEngine(npmWasm)
  const slots = measureSlots(first.wasm, first.memoryPages)
  const { wasm, memoryPages } = editEngine(npmWasm, slots)
  const facts = { memoryPages, wasmSha256: digest(wasm), slots }
  writeFileSync(`${kept}.wasm`, wasm)
  writeFileSync(`${kept}.json`, JSON.stringify(facts))
  return { ...facts, wasm }
}
