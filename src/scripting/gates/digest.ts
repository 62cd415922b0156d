// What an approval is for. Anything that could change what a script does makes another digest, and is asked about again.
import { createHash } from 'node:crypto'
import type { Variable } from '../profile/resolve.ts'
import type { Script } from '../profile/schema.ts'

/** SHA-256, hexadecimal, of the script, every pushed variable with its value (PREPATH is one), level, event and server. */
export function digestOf(
  { body, level = 'user', on, desktop }: Script,
  environment: ReadonlyMap<string, Variable>,
  server: string,
): string {
  const variables = [...environment].map(([name, { value }]) => [name, value]).sort()
  return createHash('sha256')
    .update(JSON.stringify(['approval-1', server, on, level, body, variables, ...(desktop === undefined ? [] : [desktop])]))
    .digest('hex')
}
