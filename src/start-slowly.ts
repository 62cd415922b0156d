// The slow way: CPython's own initialisation. A start that found no snapshot has one made for the next.
import type { EngineFiles } from './engine/engine-file.ts'
import { callGuest } from './engine/guest.ts'
import { initialise } from './engine/initialise.ts'
import { type Loaded, load } from './engine/load.ts'
import { switchHooksOn } from './engine/persona.ts'
import { setUpInBackground } from './setup/in-background.ts'
import type { StartOptions } from './start.ts'

export async function startSlowly(files: EngineFiles, options: StartOptions, prepares: boolean): Promise<Loaded> {
  const loaded = initialised(files, options)
  if (prepares) setUpInBackground(options.platform.name)
  return loaded
}

export function initialised(files: EngineFiles, options: StartOptions, wasm = files.engine()): Loaded {
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
