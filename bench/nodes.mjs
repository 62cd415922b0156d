// npm run bench:nodes [-- VERSION-PREFIX… [-- OPTION…]]: the start on each supported Node, one after the other, each against its own
// `node -e 0`. The binaries are those of npm run test:nodes. Options are bench/run.mjs's; without any: the sets start and script.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { nodeBinary } from '../test/nodes/node-binary.mjs'
import { plan, versionsOf } from '../test/nodes/versions.mjs'

const words = process.argv.slice(2)
const border = words.indexOf('--')
const options = border < 0 ? ['--only', 'start,script'] : words.slice(border + 1)

const run = fileURLToPath(new URL('run.mjs', import.meta.url))
for (const version of versionsOf(border < 0 ? words : words.slice(0, border))) {
  console.log(`Node ${version}`)
  const { status } = spawnSync(nodeBinary(plan.package, version), [run, ...options], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
