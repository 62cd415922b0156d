// A client of the library: runs the steps of a plan on one runner and reports what each came to and what it left.
// Between the output of two steps stands a NUL.

import { readdirSync, readFileSync, readlinkSync, writeFileSync, writeSync } from 'node:fs'
import { constants } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'

const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const { createRunner } = await import(`${plan.dist}/index.mjs`)
let guests = 0
process.on('worker', () => guests++)

const runner = createRunner(plan.options)
await runner.ready()
// A timer that the loop keeps brings files of its own; what stands first is what a process has anyway.
const before = descriptors()
const steps = []
for (const step of plan.steps) {
  const startedMs = performance.now()
  const running = (step.runs ?? [step]).map((each) => each).map(start)
  const results = await Promise.all(running.map(outcome))
  const ms = performance.now() - startedMs
  await runner.ready()
  writeSync(1, '\0')
  steps.push({ results, ms, guests, descriptors: descriptors(), rssMb: process.memoryUsage.rss() / 2 ** 20 })
}
await runner.close()
const refused = await Promise.resolve()
  .then(() => runner.run({ command: '' }))
  .catch((error) => error.message)
const left = process.getActiveResourcesInfo().filter((name) => name === 'Worker' || name === 'MessagePort')
const listeners = process.eventNames().filter((name) => String(name).startsWith('SIG'))
writeFileSync(plan.report, JSON.stringify({ listeners, before, steps, after: descriptors(), refused, left }))

function start({ script, abortMs, timeoutMs, terminateMs, interruptMs }) {
  const controller = new AbortController()
  if (abortMs !== undefined) setTimeout(() => controller.abort(), abortMs)
  const signal = timeoutMs === undefined ? controller.signal : AbortSignal.timeout(timeoutMs)
  const running = runner.run(script, { signal, stdin: 'inherit', stdout: 'inherit', stderr: 'inherit' })
  if (terminateMs !== undefined) void delay(terminateMs).then(() => running.terminate())
  if (interruptMs !== undefined) void delay(interruptMs).then(() => running.interrupt(2))
  return running
}

function outcome({ result }) {
  return result.then(
    ({ exitCode, signal }) => (signal === undefined ? exitCode : -constants.signals[signal]),
    (error) => `${error.name}: ${error.message}`,
  )
}

function descriptors() {
  return readdirSync('/proc/self/fd')
    .map((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`)
      } catch {
        return '' // the one that read the folder
      }
    })
    .map((target) => target.replace(/\d+/g, 'n'))
    .filter((target) => target !== '')
    .sort()
}
