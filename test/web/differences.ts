// Reads differences.toml: exchanges whose outcome under py-runner is not that of the machine's python3, and why that may be.
import { readFile } from 'node:fs/promises'
import { parse } from 'smol-toml'
import { z } from 'zod'

const Differences = z.strictObject({
  difference: z.array(
    z.strictObject({
      program: z.string(),
      /** version: CPython 3.14 does so too; ours: not offered yet. */
      reason: z.enum(['version', 'ours']),
      because: z.string(),
      exchanges: z.array(z.string()),
      /** What py-runner's outcome contains, as JSON. */
      shows: z.string(),
    }),
  ),
})
export type Difference = z.infer<typeof Differences>['difference'][number]

export async function readDifferences(path: string): Promise<readonly Difference[]> {
  return Differences.parse(parse(await readFile(path, 'utf8'))).difference
}
