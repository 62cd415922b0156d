// The body of a request on its way from the guest to the connection. The guest sends it in pieces, each an operation of its
// own, so the bodies under way are kept here by guest and stream.
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import type { OperationContext } from '../../transport/host-link.ts'

export class Upload {
  readonly body = new PassThrough()

  /** Waits while the connection takes no more; false when it takes nothing any more. */
  async write(bytes: Uint8Array, isLast: boolean): Promise<boolean> {
    if (this.body.destroyed) return bytes.length === 0
    const hasRoom = bytes.length === 0 || this.body.write(bytes)
    if (isLast) this.body.end()
    else if (!hasRoom) await Promise.race([once(this.body, 'drain'), once(this.body, 'close')])
    return isLast || !this.body.destroyed
  }
}

/** The bodies of one guest, by stream. `openOutflow` is one function per guest: its identity stands for the guest. */
export function uploadsOf({ openOutflow }: OperationContext): Map<number, Upload> {
  let uploads = byGuest.get(openOutflow)
  if (!uploads) byGuest.set(openOutflow, (uploads = new Map()))
  return uploads
}
const byGuest = new WeakMap<OperationContext['openOutflow'], Map<number, Upload>>()
