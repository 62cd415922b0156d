// What a runner's client waits for, in seconds, the median of many times. Words: what is measured, a script.
//   answer   from run() to the result, on a guest that waits       reset   from there until the guest waits again
//   fresh    the script in a process of its own                    empty   a process that does nothing
// A child does it, so that what the script prints goes nowhere.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createRunner } from '../dist/index.mjs'

const ROUNDS = 30
const WARM_UPS = 3 // the first one meets code that nobody has called before
const [what, file, child] = process.argv.slice(2)

if (child === undefined) {
  const words = [fileURLToPath(import.meta.url), what, file, 'child']
  const { status, stderr } = spawnSync(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  console.log(stderr)
} else {
  const milliseconds = what === 'answer' || what === 'reset' ? await onRunner() : wholeProcesses()
  const sorted = milliseconds.slice(WARM_UPS).sort((a, b) => a - b)
  process.stderr.write(String(sorted[sorted.length >> 1] / 1000))
}

async function onRunner() {
  const runner = createRunner({ warm: 1 })
  await runner.ready()
  const times = []
  for (let i = 0; i < WARM_UPS + ROUNDS; i++) {
    const startMs = performance.now()
    const { exitCode } = await runner.run({ file }, { stdin: 'inherit', stdout: 'inherit', stderr: 'inherit' }).result
    const answeredMs = performance.now()
    await runner.ready()
    if (exitCode !== 0) throw new Error(`${file} ended with ${exitCode}`)
    times.push(what === 'answer' ? answeredMs - startMs : performance.now() - answeredMs)
  }
  await runner.close()
  return times
}

function wholeProcesses() {
  const words = what === 'fresh' ? [fileURLToPath(new URL('../dist/cli.js', import.meta.url)), file] : ['-e', '0']
  return Array.from({ length: WARM_UPS + ROUNDS }, () => {
    const startMs = performance.now()
    const { status } = spawnSync(process.execPath, words, { stdio: 'ignore' })
    if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}`)
    return performance.now() - startMs
  })
}
