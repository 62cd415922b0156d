// The inner loop: builds, runs `py-runner WORDS`, and does both again when a file of the sources or the script changes.
//   npm run dev -- script.py one two
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, watch } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const words = process.argv.slice(2)
const here = process.env.INIT_CWD ?? process.cwd() // where `npm run` was typed
const QUIET_MS = 100 // an editor writes a file in more than one step

const watched = ['src', 'scripthelper', 'bundle/build.ts', 'bundle/host.ts'].map((path) => join(root, path))
const scripts = words.map((word) => resolve(here, word)).filter((path) => existsSync(path))

let running
let changed = deferred()
for (const path of [...watched, ...scripts])
  watch(path, { recursive: true }, () => {
    running?.kill()
    changed.resolve()
  })

for (;;) {
  changed = deferred()
  const status = await run(root, 'bundle/build.mjs')
  if (status === 0 && words.length > 0) console.error(`-- ended with ${await run(here, join(root, 'dist/cli.js'), ...words)}`)
  await changed.promise
  await delay(QUIET_MS)
}

async function run(cwd, ...args) {
  running = spawn(process.execPath, args, { cwd, stdio: 'inherit' })
  const [code, signal] = await once(running, 'exit')
  return signal ?? code
}

function deferred() {
  let resolve
  const promise = new Promise((call) => (resolve = call))
  return { promise, resolve }
}
