// Which of the files that can be made again is the next to go.
import type fs from 'node:fs'

/** When a file was last used, in milliseconds: a start reads it; where file systems do not note that, the time of writing counts. */
export const lastNeeded = ({ atimeMs, mtimeMs }: fs.Stats): number => Math.max(atimeMs, mtimeMs)
