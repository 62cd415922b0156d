// Reads parts of a snapshot in Node's pool of threads while this one does what comes before it needs them. With a second
// processor that takes the reading, a tenth of what a start adds to Node's own, out of its way.
import fs from 'node:fs'
import { type Part, placeOf } from './snapshot-format.ts'
import type { OpenSnapshot } from './snapshot-open.ts'

/** Parts on their way; undefined when the file has lost its end or cannot be read. */
export type Ahead = Map<Part, Promise<Uint8Array<ArrayBuffer> | undefined>>

/** Begins to read a part, as one piece or into `views`, one after the other. */
export function readAhead(
  { fd, header, ahead }: OpenSnapshot,
  part: Part,
  views: readonly Uint8Array<ArrayBuffer>[] = [new Uint8Array(header.bytes[part])], // V8 wants its caches without a byte more
): void {
  const reading = new Promise<Uint8Array<ArrayBuffer> | undefined>((resolve) => {
    fs.readv(fd, views, placeOf(header, part), (error, read) =>
      resolve(error || read < header.bytes[part] ? undefined : views[0]),
    )
  })
  ahead.set(part, reading)
}
