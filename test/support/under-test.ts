// The py-runner that the tests run: what the checkout built, or a bundle in its place.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What `npm run build` made: the only one that makes bundles, and describes itself with more than its own files. */
export const built = fileURLToPath(new URL('../../dist', import.meta.url))
/** The folder under test: PY_RUNNER_TEST_BUNDLE, or `built`. */
export const underTest = process.env.PY_RUNNER_TEST_BUNDLE || built
/** Its command. */
export const cli = join(underTest, 'cli.js')
