// A folder of its own for one test, with its real path, removed again when the test has ended.
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export async function inFreshFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  // Scripts print real paths (os.getcwd), so a link in the way of the temporary folder would make them differ.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'py-runner-test-')))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 20 }) // a snapshot's maker may still write in it
  }
}
