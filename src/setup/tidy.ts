// What a place need not keep: snapshots beyond the newest two, and all that a maker which was killed has left. Only whoever
// has the place's lock may tidy: what is unfinished then belongs to no living process.
import fs from 'node:fs'
import { basename, join } from 'node:path'
import { lockOf } from '../engine/snapshot-place.ts'
import { stampOf } from '../engine/snapshot-stamp.ts'
import { lastNeeded } from '../platform/last-needed.ts'

const KEPT = 2

export function tidy(folder: string): void {
  const names = fs.readdirSync(folder)
  const lock = basename(lockOf(folder))
  const newest = names
    .filter((name) => name.endsWith('.snapshot'))
    .map((name) => ({ name, stat: fs.lstatSync(join(folder, name)) }))
    .filter(({ stat }) => stat.isFile())
    .sort((a, b) => lastNeeded(b.stat) - lastNeeded(a.stat))
    .slice(0, KEPT)
    .map(({ name }) => name)
  const kept = new Set([lock, `${lock}.claim`, ...newest, ...newest.map(stampOf)])
  for (const name of names) if (!kept.has(name)) fs.rmSync(join(folder, name), { recursive: true, force: true })
}
