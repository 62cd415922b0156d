// The engine in this process, as the Python of a platform that a test makes up. Nothing that it runs may wait.
import { join } from 'node:path'
import { EngineFiles } from '../../src/engine/engine-file.ts'
import { initialise } from '../../src/engine/initialise.ts'
import { type Loaded, load } from '../../src/engine/load.ts'
import { noHostEnd } from '../../src/no-host-end.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { guestServices } from '../../src/services.ts'
import { built } from '../support/under-test.ts'

const STACK_BYTES = 64 * 1024 // the programs are flat

export function startEngine(platform: Platform): Loaded {
  const files = new EngineFiles(join(built, 'engine'))
  const module = new WebAssembly.Module(files.engine())
  const { memoryPages } = files.facts
  const loaded = load({
    module,
    memoryPages,
    services: guestServices,
    platform,
    link: noHostEnd('a program of the tests'),
    library: { archive: files.library },
    umask: 0o022,
  })
  initialise(loaded, { module, guestModules: files.guestModules(), stackBytes: STACK_BYTES })
  return loaded
}
