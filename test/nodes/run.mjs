// npm run test:nodes [VERSION-PREFIX…]: the samples, the cases of plan.json and what V8 makes of the engine,
// with each supported Node executing dist/cli.js.
// vitest stays on the developer's node; the binaries come from npm packages, into a cache folder outside the checkout.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { nodeBinary } from './node-binary.mjs'
import { plan, versionsOf } from './versions.mjs'

const TESTS = ['test/samples', 'test/cases.test.ts', 'test/engine/code-cache.test.ts', 'test/engine/tier-up.test.ts']
const checkout = fileURLToPath(new URL('../..', import.meta.url))
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))
const versions = versionsOf(process.argv.slice(2))

const failed = versions.filter((version) => !passesOn(version))
process.stdout.write(`${versions.length - failed.length} passed, ${failed.length} failed\n`)
if (failed.length > 0) process.stderr.write(`failed with Node ${failed.join(', ')}\n`)
process.exitCode = failed.length > 0 ? 1 : 0

function passesOn(version) {
  const binary = nodeBinary(plan.package, version)
  process.stdout.write(`Node ${version}\n`)
  const env = { ...process.env, PY_RUNNER_TEST_NODE: binary, PY_RUNNER_TEST_CASES: plan.cases[version].join(',') }
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...TESTS], {
    cwd: checkout,
    env,
    stdio: 'inherit',
  })
  return status === 0
}
