// Gets a Python that is ready to run a script: restored from this machine's snapshot, or initialised from scratch and kept
// as a snapshot for the next time.
import { EngineFiles } from './engine/engine-file.ts'
import { withLateTierUp } from './engine/flags.ts'
import { callGuest } from './engine/guest.ts'
import type { InitialSettings } from './engine/initial-settings.ts'
import { begin, type Loaded, type Switchboard } from './engine/load.ts'
import type { Trained } from './engine/snapshot-format.ts'
import { closeSnapshot, findSnapshot, type OpenSnapshot } from './engine/snapshot-open.ts'
import { Snapshot } from './engine/snapshot-read.ts'
import { protectStack } from './engine/stack.ts'
import { engineFolder } from './engine-folder.ts'
import type { Kernel } from './kernel/kernel.ts'
import type { Services } from './kernel/service.ts'
import type { Platform } from './platform/platform.ts'
import type { GuestLink } from './transport/guest-link.ts'

export interface StartOptions {
  readonly platform: Platform
  readonly services: Services
  readonly link: GuestLink
  readonly stackBytes: number
  readonly snapshot: boolean
  /** Whether the snapshot is summed, whatever its stamp says. */
  readonly summed?: boolean
  /** Which of a snapshot's images and compiled code. */
  readonly trained: Trained
  /** Descriptors that were open when the process began. */
  readonly openAtStart?: readonly number[] | undefined
  /** Where the guest begins, if not where the process is. */
  readonly cwd?: Buffer
  /** See RunOptions. */
  readonly sharesProcess?: boolean
  /** Opens the standard streams, where they are not the process's own. */
  readonly openStreams?: ((kernel: Kernel) => void) | undefined
  /** Asked of the initialisation; with any, there is no snapshot. */
  readonly settings?: InitialSettings
  /** The snapshot's code, when it is compiled already. */
  readonly module?: WebAssembly.Module | undefined
  /** Given where the interpreter is to serve more than one run. */
  readonly switchboard?: Switchboard
}

export interface Started extends Loaded {
  /** Whether the interpreter's modules were there before this run: the end of the run can then leave them alone. */
  readonly restored: boolean
}

export type Start = (options: StartOptions) => Promise<Started | undefined>

/** The fast way: undefined when this machine has no snapshot for the run, or the run wants none. */
export const startRestored: Start = (options) => startFrom(findSnapshot(engineFolder, options.platform.name, options))(options)

/** The fast way from a snapshot that was found before, once; it is closed where it is of no use. `mends`: one that is unfinished is made anew. */
export function startFrom(found: OpenSnapshot | undefined, mends = true): Start {
  let unused = found
  return async (options) => {
    const snapshot = unused
    unused = undefined
    if (!snapshot) return undefined
    if (!mayRestore(options)) return void closeSnapshot(snapshot)
    const restored = (await restore(snapshot, options)) ?? (await restoreOther(snapshot, options))
    if (!restored) return undefined
    if (mends && restored.unfinished && !options.module)
      (await import('./setup/in-background.ts')).setUpInBackground(options.platform.name)
    return { ...restored, restored: true }
  }
}

/** A run whose settings need an initialisation of its own starts without a snapshot. */
export const mayRestore = ({ snapshot, settings }: StartOptions) => snapshot && !settings?.length

interface Restored extends Loaded {
  readonly unfinished: boolean
}

// What lies in a place that is looked at first may be damaged, and not ours to mend.
async function restoreOther(refused: OpenSnapshot, options: StartOptions): Promise<Restored | undefined> {
  const other = findSnapshot(engineFolder, options.platform.name, { summed: options.summed ?? false, refused: refused.file })
  return other && restore(other, options)
}

async function restore(found: OpenSnapshot, options: StartOptions): Promise<Restored | undefined> {
  const files = new EngineFiles(engineFolder)
  const snapshot = new Snapshot(found, options.trained)
  let complete = false
  try {
    if (!snapshot.isWhole(() => files.checksum())) return undefined
    if (!options.module) snapshot.beginCode()
    const memory = snapshot.beginMemory()
    const instantiate = begin({
      ...options,
      memory,
      cold: () => snapshot.compileCold(),
      library: { archive: files.library, compiled: snapshot.library },
      umask: process.umask(),
    })
    const loaded = instantiate(options.module ?? (await snapshot.compile()))
    await snapshot.restore(loaded)
    if (!snapshot.hasOptimised) withLateTierUp(() => callGuest(loaded, '_pyrunner', 'nothing'))
    protectStack(loaded, snapshot.stackTop, options.stackBytes)
    complete = true
    return { ...loaded, unfinished: snapshot.isUnfinished }
  } finally {
    if (!complete) closeSnapshot(found) // else the cold half may still be read
  }
}
