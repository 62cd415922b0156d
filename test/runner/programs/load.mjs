// A client under load, and what it measures of itself; its second argument says which load. Answers one line of JSON.

import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

const [, , dist, what] = process.argv
const { createRunner } = await import(`${dist}/index.mjs`)
const file = new URL('load.py', import.meta.url).pathname
const RESOLUTION_MS = 5
const BURN = 'const until = performance.now() + 1000; while (performance.now() < until);'
console.log(JSON.stringify(await { delays, gigabyte, together, aborts }[what]()))

/**
 * The 99th percentile of how late the event loop is, in milliseconds: beside a
 * thread of Node's that burns, beside a script that does, and of a loop that is blocked.
 */
async function delays() {
  const runner = createRunner()
  await runner.run({ file, args: ['burn', '0.1'] }).result
  const lateness = async (during) => {
    const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
    await delay(50)
    histogram.enable()
    await during()
    histogram.disable()
    return histogram.percentile(99) / 1e6 - RESOLUTION_MS
  }
  const beside = await lateness(async () => {
    const other = new Worker(BURN, { eval: true })
    await once(other, 'exit')
  })
  const burning = await lateness(() => runner.run({ file, args: ['burn', '1'] }).result)
  const blocked = await lateness(async () => {
    for (let i = 0; i < 5; i++) {
      const until = performance.now() + 100
      while (performance.now() < until);
      await delay(1)
    }
  })
  await runner.close()
  return { beside, burning, blocked }
}

async function gigabyte() {
  const runner = createRunner()
  await runner.ready()
  const before = process.memoryUsage.rss()
  let most = 0
  let length = 0
  const { stdout, result } = runner.run({ file, args: ['gigabyte'] }, { stdout: 'stream' })
  for await (const chunk of stdout) {
    length += chunk.length
    most = Math.max(most, process.memoryUsage.rss())
  }
  const { exitCode } = await result
  await runner.close()
  return { exitCode, length, grownMb: (most - before) / 2 ** 20 }
}

async function together() {
  const runner = createRunner({ warm: 1, most: 50 })
  const results = await Promise.all(
    Array.from({ length: 50 }, async (_, i) => {
      const cwd = join(process.cwd(), `run${i}`)
      mkdirSync(cwd)
      const script = { file, args: ['own', String(i)], env: { WHO: `w${i}` }, cwd }
      const { exitCode, stdout, stderr } = await runner.run(script).result
      return { exitCode, lines: stdout.split('\n').filter(Boolean).map(JSON.parse), stderr }
    }),
  )
  await runner.close()
  return results
}

async function aborts() {
  const runner = createRunner({ warm: 2, most: 4 })
  await runner.ready()
  const one = async (ms) => {
    const abort = new AbortController()
    const settings = { signal: abort.signal, input: 'some', stdout: () => delay(1), graceMs: 100 }
    const { result } = runner.run({ file, args: ['various'], env: { PATH: process.env.PATH } }, settings)
    void delay(ms).then(() => abort.abort())
    return result.then(
      ({ exitCode }) => exitCode,
      (error) => error.name,
    )
  }
  await Promise.all([one(0), one(50), one(100), one(150)])
  await runner.ready()
  await delay(1000) // those runs' threads are taken down
  const before = inventory()
  const ends = new Set()
  for (let round = 0; round < 50; round++)
    for (const end of await Promise.all(Array.from({ length: 4 }, () => one(Math.random() * 120)))) ends.add(end)
  await runner.ready()
  const { exitCode } = await runner.run({ command: 'pass' }).result
  let after = inventory()
  // Threads that were ended are gone when the system has taken them down.
  for (let i = 0; i < 200 && after.threads + after.descriptors.length > before.threads + before.descriptors.length; i++) {
    await delay(50)
    after = inventory()
  }
  await runner.close()
  const left = process.getActiveResourcesInfo().filter((name) => /Worker|MessagePort|Process/.test(name))
  return { ends: [...ends], exitCode, before, after, left, files: readdirSync('.') }
}

function inventory() {
  const tasks = readdirSync('/proc/self/task')
  const children = tasks.flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'latin1').split(' ').filter(Boolean))
  return { descriptors: readdirSync('/proc/self/fd').flatMap(kindOf).sort(), children, threads: tasks.length }
}

function kindOf(fd) {
  try {
    return [readlinkSync(`/proc/self/fd/${fd}`).replace(/\d+/g, 'n')]
  } catch {
    return [] // the one that listed them
  }
}
