// The slow way: CPython's own initialisation.
import type { EngineFiles } from './engine/engine-file.ts'
import { callGuest } from './engine/guest.ts'
import { initialise } from './engine/initialise.ts'
import { type Loaded, load } from './engine/load.ts'
import { switchHooksOn } from './engine/persona.ts'
import type { StartOptions } from './start.ts'

export function startSlowly(files: EngineFiles, options: StartOptions, wasm = files.engine()): Loaded {
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
  return loaded
}
