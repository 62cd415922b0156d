// Which pages of a memory hold anything: a snapshot keeps only those, and so does what a guest is reset to.
import { PAGE_BYTES } from './snapshot-format.ts'

/** First page and pages of each run of pages that are not zero. */
export type PageRun = readonly [first: number, pages: number]

export function nonZeroRuns(data: Buffer): PageRun[] {
  const zeros = Buffer.alloc(PAGE_BYTES)
  const runs: [number, number][] = []
  for (let page = 0; page < data.length / PAGE_BYTES; page++) {
    if (zeros.equals(data.subarray(page * PAGE_BYTES, (page + 1) * PAGE_BYTES))) continue
    const last = runs.at(-1)
    if (last && page - (last[0] + last[1]) <= GAP_PAGES) last[1] = page + 1 - last[0]
    else runs.push([page, 1])
  }
  return runs
}
const GAP_PAGES = 8 // a short gap of zeros costs less than another run
