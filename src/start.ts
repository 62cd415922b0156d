// Gets a Python that is ready to run a script: restored from this machine's snapshot, or initialised from scratch and kept
// as a snapshot for the next time.
import { EngineFiles } from './engine/engine-file.ts'
import { withEngineFlags } from './engine/flags.ts'
import { addHostCallSlot } from './engine/host-call-slot.ts'
import type { InitialSettings } from './engine/initial-settings.ts'
import { type Loaded, load } from './engine/load.ts'
import { snapshotFiles } from './engine/snapshot-place.ts'
import { Snapshot } from './engine/snapshot-read.ts'
import { protectStack } from './engine/stack.ts'
import type { Services } from './kernel/service.ts'
import type { Platform } from './platform/platform.ts'
import type { GuestLink } from './transport/guest-link.ts'

export interface StartOptions {
  readonly platform: Platform
  readonly services: Services
  readonly link: GuestLink
  readonly stackBytes: number
  readonly snapshot: boolean
  /** Where the guest begins, if not where the process is. */
  readonly cwd?: Buffer
  /** Asked of the initialisation; with any, there is no snapshot. */
  readonly settings?: InitialSettings
  /** The snapshot's code, when it is compiled already. */
  readonly module?: WebAssembly.Module | undefined
}

export interface Started extends Loaded {
  /** Whether the interpreter's modules were there before this run: the end of the run can then leave them alone. */
  readonly restored: boolean
}

/** The folder beside this file's bundle that the build filled. */
export const engineFolder = `${import.meta.dirname}/engine`

export type Start = (options: StartOptions) => Promise<Started | undefined>

/** The fast way: undefined when this machine has no snapshot for the run, or the run wants none. */
export const startRestored: Start = async (options) => {
  if (!mayRestore(options)) return undefined
  const files = new EngineFiles(engineFolder)
  const platform = options.platform.name
  const key = files.key(platform)
  for (const file of snapshotFiles(files.folder, platform)) {
    const restored = restore(files, file, key, options)
    if (restored) return { ...restored, restored: true }
  }
  return undefined
}

/** A run whose settings need an initialisation of its own starts without a snapshot. */
export const mayRestore = ({ snapshot, settings }: StartOptions) => snapshot && !settings?.length

function restore(files: EngineFiles, file: string, key: string, options: StartOptions): Loaded | undefined {
  const snapshot = Snapshot.open(file, key, () => files.checksum())
  if (!snapshot) return undefined
  let complete = false
  try {
    const module = options.module ?? withEngineFlags(() => snapshot.compile())
    if (!module) return undefined
    const loaded = load({
      ...options,
      module,
      cold: () => withEngineFlags(() => snapshot.compileCold()),
      memoryPages: snapshot.memoryPages,
      library: files.library,
      umask: process.umask(),
    })
    if (!snapshot.restore(loaded)) return undefined
    complete = true
    addHostCallSlot(loaded.instance)
    protectStack(loaded, snapshot.stackTop, options.stackBytes)
    return loaded
  } finally {
    if (!complete) snapshot.close() // else the cold half may still be read
  }
}
