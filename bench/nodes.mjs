// npm run bench:nodes [-- VERSION-PREFIX… [-- OPTION…]]: the start on each supported Node, one after the other, each against its own
// `node -e 0`. The binaries are those of npm run test:nodes. Options are bench/run.mjs's; without any: the sets start and script.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { nodeBinary } from '../test/nodes/node-binary.mjs'

const words = process.argv.slice(2)
const border = words.indexOf('--')
const wanted = border < 0 ? words : words.slice(0, border)
const options = border < 0 ? ['--only', 'start,script'] : words.slice(border + 1)

const plan = JSON.parse(readFileSync(new URL('../test/nodes/plan.json', import.meta.url), 'utf8'))
const all = Object.keys(plan.cases)
const versions = all.filter((version) => wanted.length === 0 || wanted.some((start) => version.startsWith(start)))
if (versions.length === 0) {
  console.error(`no version begins with ${wanted.join(' or ')}: ${all.join(', ')}`)
  process.exit(2)
}
const run = fileURLToPath(new URL('run.mjs', import.meta.url))
for (const version of versions) {
  console.log(`Node ${version}`)
  const { status } = spawnSync(nodeBinary(plan.package, version), [run, ...options], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
