// The slow way: CPython's own initialisation. A start that found no snapshot has one made for the next.
import { EngineFiles } from './engine/engine-file.ts'
import { withEngineFlags } from './engine/flags.ts'
import { callGuest } from './engine/guest.ts'
import { initialise } from './engine/initialise.ts'
import { type Loaded, load } from './engine/load.ts'
import { switchHooksOn } from './engine/persona.ts'
import { engineFolder } from './engine-folder.ts'
import { setUpInBackground } from './setup/in-background.ts'
import { mayRestore, type Start, type StartOptions } from './start.ts'

export const startSlowly: Start = async (options) => {
  const loaded = initialised(new EngineFiles(engineFolder, { knownBy: 'sum' }), options)
  if (mayRestore(options)) setUpInBackground(options.platform.name)
  return { ...loaded, restored: false }
}

export function initialised(files: EngineFiles, options: StartOptions, wasm = files.engine()): Loaded {
  const module = withEngineFlags(() => new WebAssembly.Module(wasm))
  const loaded = load({
    ...options,
    module,
    memoryPages: files.facts.memoryPages,
    library: { archive: files.checkedLibrary() },
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
