// Gets a Python that is ready to run a script: restored from this machine's snapshot, or initialised from scratch and kept
// as a snapshot for the next time.
import { EngineFiles } from './engine/engine-file.ts'
import { addHostCallSlot } from './engine/host-call-slot.ts'
import type { InitialSettings } from './engine/initial-settings.ts'
import { type Loaded, load } from './engine/load.ts'
import { snapshotFile } from './engine/snapshot-place.ts'
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
  /** Asked of the initialisation; with any, there is no snapshot. */
  readonly settings?: InitialSettings
}

export interface Started extends Loaded {
  /** Whether the interpreter's modules were there before this run: the end of the run can then leave them alone. */
  readonly restored: boolean
}

/** The folder beside this file's bundle that the build filled. */
const engineFolder = process.getBuiltinModule('node:url').fileURLToPath(new URL('engine', import.meta.url))

export async function start(options: StartOptions): Promise<Started> {
  const files = new EngineFiles(engineFolder)
  const key = files.key(options.platform.name)
  const file = options.snapshot && !options.settings?.length ? snapshotFile(files.folder, options.platform.name) : undefined
  if (file) {
    const restored = restore(files, file, key, options)
    if (restored) return { ...restored, restored: true }
  }
  const { startSlowly } = await import('./start-slowly.ts')
  return { ...startSlowly(files, options, file ? { file, key } : undefined), restored: file !== undefined }
}

function restore(files: EngineFiles, file: string, key: string, options: StartOptions): Loaded | undefined {
  const snapshot = Snapshot.open(file, key, () => files.checksum())
  if (!snapshot) return undefined
  try {
    const module = snapshot.compile()
    if (!module) return undefined
    const loaded = load({ ...options, module, memoryPages: snapshot.memoryPages, library: files.library, umask: process.umask() })
    if (!snapshot.restore(loaded)) return undefined
    addHostCallSlot(loaded.instance)
    protectStack(loaded, snapshot.stackTop, options.stackBytes)
    return loaded
  } finally {
    snapshot.close()
  }
}
