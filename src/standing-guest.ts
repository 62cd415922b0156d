// An interpreter that serves one run after another. Each gets the instance as it was before the first one, and a kernel of
// its own, with everything that a run has: descriptors, directory, signals, requests to the host end.
import { BaseImage } from './engine/base-image.ts'
import { callGuest } from './engine/guest.ts'
import { type Loaded, serve } from './engine/load.ts'
import { RunSwitchboard } from './engine/switchboard.ts'
import { InternalError } from './errors.ts'
import { closeAll } from './kernel/descriptors/close-all.ts'
import { noHostEnd } from './no-host-end.ts'
import type { Platform } from './platform/platform.ts'
import { startAnyway } from './seats/start-anyway.ts'
import { guestServices } from './services.ts'
import { mayRestore, type Start, type Started, type StartOptions } from './start.ts'

export class StandingGuest {
  readonly #loaded: Loaded
  readonly #switchboard: RunSwitchboard
  readonly #image: BaseImage
  #current: Started | undefined

  private constructor(loaded: Loaded, switchboard: RunSwitchboard) {
    this.#loaded = loaded
    this.#switchboard = switchboard
    this.#image = new BaseImage(loaded)
  }

  /** From this machine's snapshot; where there is none yet, made here to be the same. */
  static async begin(platform: Platform, stackBytes: number): Promise<StandingGuest> {
    const switchboard = new RunSwitchboard()
    const link = noHostEnd('a guest that waits for a script')
    const started = await startAnyway({
      platform,
      services: guestServices,
      link,
      stackBytes,
      snapshot: true,
      trained: 'full',
      switchboard,
    })
    if (!started) throw new InternalError('no interpreter to keep')
    if (!started.restored) for (const name of ['preload_start', 'preload_often']) callGuest(started, '_pyrunner.preload', name)
    return new StandingGuest(started, switchboard)
  }

  /** For a run: undefined when it wants what only an interpreter of its own can give. */
  readonly start: Start = async (options: StartOptions) => {
    if (!mayRestore(options)) return undefined
    const { instance, memory } = this.#loaded
    const { library } = this.#loaded.kernel
    const { kernel, threads, served } = serve({ ...options, library: library.place, umask: process.umask() }, instance, memory)
    this.#switchboard.switchTo(served)
    this.#current = { instance, memory, kernel, threads, restored: true }
    return this.#current
  }

  /** What the script left open is closed, as at the end of a process. */
  endRun(): void {
    if (this.#current) closeAll(this.#current.kernel)
  }

  /** The run has ended: forgets it. False when that cannot be done and the guest is of no use any more. */
  reset(): boolean {
    const { kernel, threads } = this.#current ?? this.#loaded
    this.#current = undefined
    if (kernel.hasMarkedThread || kernel.current.pending || threads.count > 0 || !this.#image.canRestore) return false
    this.#image.restore()
    return true
  }
}
