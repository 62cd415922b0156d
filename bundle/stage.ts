// A Python for the build's own work: the engine without guest modules, its library straight from the npm package's zip.

import type { InitialSettings } from '../src/engine/initial-settings.ts'
import { initialise } from '../src/engine/initialise.ts'
import { type Loaded, load } from '../src/engine/load.ts'
import { InternalError } from '../src/errors.ts'
import { GUEST_ERRNO } from '../src/kernel/errno.ts'
import { kernelServices } from '../src/kernel/services.ts'
import { linux } from '../src/platform/linux/linux.ts'
import type { Platform } from '../src/platform/platform.ts'
import { createBell } from '../src/transport/frames.ts'
import { GuestLink } from '../src/transport/guest-link.ts'

// Without the guest's own modules nothing renumbers CPython's errno, so it keeps the C library's numbers.
const platform: Platform = { ...linux, errnoNumber: (errno) => GUEST_ERRNO[errno] }
const STAGE_STACK_BYTES = 8 * 1024 * 1024

export function startStage(
  wasm: Uint8Array,
  memoryPages: number,
  searchPaths: readonly string[],
  argv: readonly string[],
  settings: InitialSettings = [],
): Loaded {
  const module = new WebAssembly.Module(wasm)
  const link = new GuestLink(createBell(), () => {
    throw new InternalError('the build has no host end')
  })
  const loaded = load({
    module,
    memoryPages,
    services: kernelServices,
    platform,
    link,
    library: { archive: '/' },
    umask: process.umask(),
  })
  initialise(loaded, { module, guestModules: [], stackBytes: STAGE_STACK_BYTES, searchPaths, argv, settings })
  return loaded
}

/** Runs a program's text to its end; its traceback goes to stderr and the build stops. */
export function runProgram({ instance }: Loaded, text: string): void {
  if (instance.enter('PyRun_SimpleStringFlags', instance.cString(text), 0) !== 0)
    throw new InternalError('a program of the build failed')
}
