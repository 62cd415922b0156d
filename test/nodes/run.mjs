// npm run test:nodes [VERSION-PREFIX…]: the samples and the cases of plan.json with each supported Node executing dist/cli.js.
// vitest stays on the developer's node; the binaries come from npm packages, into a cache folder outside the checkout.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { nodeBinary } from './node-binary.mjs'

const checkout = fileURLToPath(new URL('../..', import.meta.url))
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))
const plan = JSON.parse(readFileSync(new URL('plan.json', import.meta.url), 'utf8'))
const wanted = process.argv.slice(2)
const all = Object.keys(plan.cases)
const versions = all.filter((version) => wanted.length === 0 || wanted.some((start) => version.startsWith(start)))
if (versions.length === 0) throw new Error(`no version of plan.json begins with ${wanted.join(' or ')}: ${all.join(', ')}`)

const failed = versions.filter((version) => !passesOn(version))
process.stdout.write(`${versions.length - failed.length} passed, ${failed.length} failed\n`)
if (failed.length > 0) process.stderr.write(`failed with Node ${failed.join(', ')}\n`)
process.exitCode = failed.length > 0 ? 1 : 0

function passesOn(version) {
  const binary = nodeBinary(plan.package, version)
  process.stdout.write(`Node ${version}\n`)
  const env = { ...process.env, PY_RUNNER_TEST_NODE: binary, PY_RUNNER_TEST_CASES: plan.cases[version].join(',') }
  const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/samples', 'test/cases.test.ts'], {
    cwd: checkout,
    env,
    stdio: 'inherit',
  })
  return status === 0
}
