// What a maker of snapshots leaves in its place: the newest two, and nothing of makers that were killed.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { ownWords } from '../../src/own-program.ts'
import { ourselves } from '../../src/setup/holder.ts'
import { deadHolder, Installation, initialised, restored } from './installation.ts'
import { startTen } from './ten-starts.ts'

const installation = new Installation()
const { installation: folder } = installation.places()
const name = basename(installation.snapshot())
const made = [name, `${name}.stamp`]
afterAll(() => installation.remove())
beforeEach(async () => {
  await installation.makersEnd()
  installation.run(['setup', '--remove'])
})

/** As a start without a snapshot calls it; its exit status is 1 when it left the work to another. */
const preparation = JSON.stringify({ platform: 'linux', system: false, anew: false })
const maker = [installation.cli, ...ownWords('setup', preparation)]
const makeInBackground = () => spawnSync(process.execPath, maker, { stdio: 'ignore' }).status

function put(file: string, madeHoursAgo: number, readHoursAgo = madeHoursAgo): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, file), file)
  const time = (hours: number) => Date.now() / 1000 - hours * 3600
  utimesSync(join(folder, file), time(readHoursAgo), time(madeHoursAgo))
}

function putLeftovers(): void {
  mkdirSync(join(folder, 'work-abc/deep'), { recursive: true })
  for (const file of ['.0123.tmp', 'work-abc/deep/file', 'linux-v9.9.9-x64.snapshot.stamp']) writeFileSync(join(folder, file), '')
}

describe('the newest two snapshots of a place stay', () => {
  test.each<[string, Record<string, [made: number, read?: number]>, string]>([
    ['made', { a: [3], b: [1], c: [2] }, 'b.snapshot'],
    ['read', { a: [9, 1], b: [2], c: [3] }, 'a.snapshot'],
  ])('counted by when they were last %s', (_, hours, kept) => {
    for (const [each, [madeHours, readHours]] of Object.entries(hours)) {
      put(`${each}.snapshot`, madeHours, readHours)
      put(`${each}.snapshot.stamp`, 0)
    }
    expect(installation.run(['setup']).status).toBe(0)
    expect(installation.list()).toEqual([kept, `${kept}.stamp`, ...made].sort())
  })
})

describe('what a killed maker has left', () => {
  const moments: [string, () => boolean][] = [
    ['as soon as it has its lock', hasLock],
    ['while it writes', () => installation.list().some((each) => each.endsWith('.tmp'))],
    ['before it has the code cache', () => existsSync(join(folder, name))],
  ]
  test.each(moments)('%s is removed by the next', async (_, come) => {
    const killed = spawn(process.execPath, maker, { stdio: 'ignore', cwd: '/' })
    await killWhen(killed, come)
    expect(installation.list()).toContain('lock')
    expect(makeInBackground()).toBe(0)
    expect(installation.list()).toEqual(made)
    expect(installation.run(['doctor']).status).toBe(0)
  })

  test('is removed by a start where the snapshot is there, but not its code cache', async ({ skip }) => {
    skip(Number.parseInt(process.versions.v8, 10) >= 14, 'this V8 keeps none')
    const killed = spawn(process.execPath, maker, { stdio: 'ignore', cwd: '/' })
    await killWhen(killed, () => existsSync(join(folder, name)))
    expect(installation.start()).toEqual(restored)
    await installation.makersEnd()
    expect(installation.list()).toEqual(made)
    expect(installation.run(['doctor']).status).toBe(0)
  })

  test('is removed where a pid that is used again has the lock', () => {
    mkdirSync(folder, { mode: 0o700 })
    putLeftovers()
    const [pid, started, machine] = ourselves().split(' ')
    writeFileSync(join(folder, 'lock'), `${pid} ${Number(started) - 1} ${machine}`)
    expect(makeInBackground()).toBe(0)
    expect(installation.list()).toEqual(made)
  })
})

test('what a living process is writing is left alone', () => {
  mkdirSync(folder, { mode: 0o700 })
  putLeftovers()
  writeFileSync(join(folder, 'lock'), ourselves())
  const before = readdirSync(folder, { recursive: true })
  expect(makeInBackground()).toBe(1)
  expect(readdirSync(folder, { recursive: true })).toEqual(before)
  writeFileSync(join(folder, 'lock'), deadHolder())
  expect(makeInBackground()).toBe(0)
  expect(installation.list()).toEqual(made)
})

test.each([0o770, 0o707])('a folder that others can write (mode %i) is left, and the next place is used', async (mode) => {
  installation.run(['setup'])
  chmodSync(folder, mode)
  expect(installation.start()).toEqual(initialised)
  await installation.makersEnd()
  expect(installation.start()).toEqual(restored)
  expect(installation.list(installation.places().user)).toEqual([...made, 'scripts'].sort())
  chmodSync(folder, 0o700)
})

test('a maker that comes when all is made leaves it as it is', () => {
  installation.run(['setup'])
  const before = installation.run(['doctor', '--json']).stdout
  expect(makeInBackground()).toBe(0)
  expect(installation.run(['doctor', '--json']).stdout).toBe(before)
})

test('a killed setup leaves a machine that the next sets up', async () => {
  const killed = spawn(process.execPath, [installation.cli, 'setup'], { detached: true, stdio: 'ignore', cwd: '/' })
  await killWhen(killed, hasLock, -(killed.pid ?? 0))
  expect(installation.run(['setup'])).toMatchObject({ status: 0, stderr: '' })
  expect(installation.list()).toEqual(made)
})

test.each([1, 2])('ten starts at once make one file (%i)', () => startTen(installation))

/** Written, too: one that was killed while it wrote its name is given five seconds before it counts as dead. */
function hasLock(): boolean {
  return (statSync(join(folder, 'lock'), { throwIfNoEntry: false })?.size ?? 0) > 0
}

async function killWhen(child: ChildProcess, come: () => boolean, pid = child.pid ?? 0): Promise<void> {
  const ended = once(child, 'exit')
  while (!come()) await delay(1)
  process.kill(pid, 'SIGKILL')
  await ended
}
