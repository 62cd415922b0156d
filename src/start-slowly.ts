// The slow way: CPython's own initialisation, what scripts import most, and a snapshot of it all for the next run.
import type { EngineFiles } from './engine/engine-file.ts'
import { callGuest } from './engine/guest.ts'
import { initialise } from './engine/initialise.ts'
import { type Loaded, load } from './engine/load.ts'
import { switchHooksOn } from './engine/persona.ts'
import { writeSnapshot } from './engine/snapshot-write.ts'
import type { StartOptions } from './start.ts'

export function startSlowly(
  files: EngineFiles,
  options: StartOptions,
  keep: { readonly file: string; readonly key: string } | undefined,
): Loaded {
  const wasm = files.engine()
  const module = new WebAssembly.Module(wasm)
  const loaded = load({
    ...options,
    module,
    memoryPages: files.facts.memoryPages,
    library: files.library,
    umask: process.umask(),
  })
  initialise(loaded, {
    module,
    guestModules: files.guestModules(),
    stackBytes: options.stackBytes,
    settings: options.settings ?? [],
  })
  switchHooksOn(loaded)
  callGuest(loaded, '_pyrunner.start', 'personalise')
  if (keep) {
    callGuest(loaded, '_pyrunner.preload', 'preload')
    writeSnapshot(keep.file, keep.key, { loaded, wasm, checksum: files.checksum() })
  }
  return loaded
}
