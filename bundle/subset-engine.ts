// An engine for bundles with fewer modules, put where the tools that make them look for it.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { OBJECT_FILES, type ObjectFileName } from '../src/engine/build/module-functions.ts'
import { InternalError } from '../src/errors.ts'
import { buildEngine, type EngineSource } from './engine.ts'

/** `words`: the folder that is made, what data that is gone is filled with, the names of the object files that the engine is made without. */
export function buildSubsetEngine(npmWasm: Uint8Array, source: EngineSource, words: readonly string[]): void {
  const [folder = '', fill, ...names] = words
  const without = names.map((name) => {
    if (!Object.hasOwn(OBJECT_FILES, name)) throw new InternalError(`${name} names no object files`)
    return name as ObjectFileName // as just seen
  })
  const { wasm, ...facts } = buildEngine(npmWasm, { ...source, without, fill: Number(fill) })
  const work = `${folder}.${process.pid}`
  mkdirSync(work, { recursive: true })
  writeFileSync(`${work}/engine.wasm`, wasm)
  writeFileSync(`${work}/engine.json`, JSON.stringify(facts))
  try {
    renameSync(work, folder)
  } catch (error) {
    rmSync(work, { recursive: true })
    if (!existsSync(folder)) throw error // else another made the same meanwhile
  }
}
