// A client whose scripts read its standard input in turn: one that only looks, one that is ended while it waits, one that
// is left waiting when it ends, one that reads.
import { setTimeout as delay } from 'node:timers/promises'

const { createRunner } = await import(`${process.argv[2]}/index.mjs`)
const runner = createRunner({ most: 1 })
const OWN = { stdin: 'inherit', stdout: 'inherit', stderr: 'inherit' }
const file = new URL('read_input.py', import.meta.url).pathname
const run = (how, limits) =>
  runner.run({ file, args: [how] }, { ...limits, ...OWN }).result.then(
    ({ exitCode }) => ({ exitCode }),
    (error) => error.name,
  )
await run('look')
const controller = new AbortController()
const waiting = run('line', { signal: controller.signal })
await delay(200)
controller.abort()
const first = await waiting
process.stderr.write('now\n')
console.log(JSON.stringify([first, await run('line'), await run('leave'), await run('line')]))
await runner.close()
