// A program that uses py-runner as a library: runs a script, ends it in one of three ways, and writes to outcome.json how
// long that took and what is left in the process. Its arguments are a Request as JSON and
// the library's file.
import { existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

const [, , request, library] = process.argv
const { script, args, end, timeoutMs } = JSON.parse(request)
const { runInWorker } = await import(library)

/** Long enough for the script to come from `ready` to its wait. */
const SETTLED_MS = 300

const bytes = (text) => Buffer.from(text)
const options = (mode, target, argv) => ({
  mode,
  target: bytes(target),
  argv: argv.map(bytes),
  origArgv: [],
  environment: Object.entries(process.env).map(([name, value]) => bytes(`${name}=${value}`)),
  platform: 'linux',
  executable: process.execPath,
  snapshot: true,
})

// What a process opens once and keeps: Node's own pool of threads, its event loop's descriptors.
const nothing = new AbortController()
await runInWorker(options('command', 'None', ['-c']), { signal: nothing.signal }).result
await delay(0)
const before = inventory()

const abort = new AbortController()
const limits = { abort: { signal: abort.signal }, timeout: { timeoutMs }, interrupt: {} }[end]
const began = performance.now()
const run = runInWorker(options('file', script, [script, ...args]), limits)
const outcome = run.result.then(
  (result) => result,
  (error) => ({ rejected: error === abort.signal.reason ? 'with the reason' : String(error?.stack ?? error) }),
)
let over = false
outcome.then(() => (over = true))
while (!over && !existsSync('ready')) await delay(5)
const wasReady = !over
await Promise.race([outcome, delay(SETTLED_MS)])
const wasWaiting = !over
const asked = end === 'timeout' ? began + timeoutMs : performance.now()
if (end === 'abort') abort.abort()
if (end === 'interrupt') run.interrupt(2)
const result = await Promise.race([outcome, delay(10_000, 'goes on', { ref: false })])
const tookMs = performance.now() - asked
const after = inventory()
writeFileSync(
  'outcome.json',
  JSON.stringify({
    result,
    wasReady,
    wasWaiting,
    tookMs,
    left: {
      descriptors: minus(after.descriptors, before.descriptors),
      threads: after.threads - before.threads,
      children: after.children,
      listeners: after.listeners - before.listeners,
    },
  }),
)
process.kill(process.pid, 'SIGKILL') // a run that goes on must not keep the test

function inventory() {
  return {
    descriptors: readdirSync('/proc/self/fd').flatMap(named),
    threads: readdirSync('/proc/self/task').length,
    children: readdirSync('/proc/self/task').flatMap(childrenOf),
    listeners: process.eventNames().length,
  }
}

function named(fd) {
  try {
    return [`${fd} ${readlinkSync(`/proc/self/fd/${fd}`)}`]
  } catch {
    return [] // the one that listed them
  }
}

// Command lines; one that has ended has none any more.
function childrenOf(task) {
  const pids = readFileSync(`/proc/self/task/${task}/children`, 'latin1').split(' ').filter(Boolean)
  return pids.map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ').trim()).filter(Boolean)
}

function minus(all, some) {
  return all.filter((each) => !some.includes(each))
}
