// The kernel's table as the build sees it, taken from the sources by running describe-calls.ts.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { bundle } from './bundle.ts'

export interface DescribedCall {
  readonly name: string
  readonly errors: readonly string[]
}

/** JSON text: a list of DescribedCall and what else describe-calls.ts tells. */
export async function describeCalls(folder: string): Promise<string> {
  const program = await bundle(fileURLToPath(new URL('describe-calls.ts', import.meta.url)), join(folder, 'describe-calls.mjs'))
  const { stdout } = await promisify(execFile)(process.execPath, [program])
  return stdout
}
