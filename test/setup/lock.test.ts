// The lock of a place: one holder at a time, and none that has died keeps it.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { isGone, ourselves } from '../../src/setup/holder.ts'
import { withLock } from '../../src/setup/lock.ts'
import { inFreshFolder } from '../support/fresh-folder.ts'
import { deadHolder } from './installation.ts'

const [pid = '', started = '', machine = ''] = ourselves().split(' ')
const HOUR_MS = 3_600_000

test.each<[string, () => string, ageMs: number, gone: boolean]>([
  ['this process', ourselves, HOUR_MS, false],
  ['one that has ended', deadHolder, 0, true],
  ['one whose pid is used again', () => `${pid} ${Number(started) - 1} ${machine}`, 0, true],
  ['one of another machine, lately', () => `${pid} ${started} elsewhere`, 1000, false],
  ['one of another machine, long ago', () => `${pid} ${started} elsewhere`, HOUR_MS, true],
  ['one that has not written its line yet', () => '', 1000, false],
  ['one that never wrote its line', () => '', 6000, true],
])('the holder is %s', (_, line, ageMs, gone) => {
  expect(isGone(line(), ageMs)).toBe(gone)
})

test('a process that still lives keeps its lock, however long; once it has ended another gets it', () =>
  inFreshFolder(async (folder) => {
    const lock = join(folder, 'lock')
    const child = spawn('/bin/sleep', ['1000'])
    const stat = readFileSync(`/proc/${child.pid}/stat`, 'latin1')
    writeFileSync(lock, `${child.pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]} ${machine}`)
    expect(await withLock(lock, () => undefined)).toBe(false)
    child.kill()
    await once(child, 'exit')
    expect(await withLock(lock, () => undefined)).toBe(true)
    expect(readdirSync(folder)).toEqual([])
  }))

test('it is let go when the work fails, and not there where the place has gone', () =>
  inFreshFolder(async (folder) => {
    const lock = join(folder, 'lock')
    const failing = withLock(lock, () => {
      throw new Error('the work')
    })
    await expect(failing).rejects.toThrow('the work')
    expect(existsSync(lock)).toBe(false)
    expect(await withLock(join(folder, 'gone/lock'), () => undefined)).toBe(false)
  }))

test('of many that see a dead lock at once one has it at a time', () =>
  inFreshFolder(async (folder) => {
    const program = join(folder, 'take-lock.mjs')
    const source = fileURLToPath(new URL('programs/take-lock.ts', import.meta.url))
    await build({ entryPoints: [source], outfile: program, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' })
    const run = () => promisify(execFile)(process.execPath, [program, folder, deadHolder(), '400'])
    const all = await Promise.all(Array.from({ length: 6 }, run)) // rejects if one found another inside
    expect(all.reduce((sum, { stdout }) => sum + Number(stdout), 0)).toBeGreaterThan(20)
    expect(readdirSync(folder).filter((name) => name !== 'lock')).toEqual(['take-lock.mjs'])
  }))
