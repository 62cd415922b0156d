// stat without the price of an exception for the commonest answer: that nothing is there.
import fs from 'node:fs'
import type { HostPath } from '../arguments.ts'
import type { Errno } from '../errno.ts'
import type { Stat } from '../structs.ts'
import { rawStat } from './raw-stat.ts'

export function lookUp({ host: path, readOnly, node }: HostPath, follow: boolean): Stat | Errno {
  if (readOnly) return node?.stat ?? 'ENOENT'
  const raw = rawStat(path, follow)
  if (raw) return raw
  const stat = (follow ? fs.statSync : fs.lstatSync)(path, { bigint: true, throwIfNoEntry: false })
  return stat ?? absence(path)
}

/** Node answers undefined for ENOENT and, in newer versions always, for ENOTDIR: the nearest ancestor that exists tells which it is. */
export function absence(path: Buffer): Errno {
  let end = path.length
  while (end > 1 && path[end - 1] === SLASH) end--
  if (end < path.length && fs.lstatSync(path.subarray(0, end), { throwIfNoEntry: false })?.isFile()) return 'ENOTDIR'
  const at = path.lastIndexOf(SLASH, end - 1)
  if (at <= 0) return 'ENOENT'
  const parent = path.subarray(0, at)
  const stat = fs.statSync(parent, { throwIfNoEntry: false })
  if (stat) return stat.isDirectory() ? 'ENOENT' : 'ENOTDIR'
  return fs.lstatSync(parent, { throwIfNoEntry: false }) ? 'ENOENT' : absence(parent)
}
const SLASH = 0x2f
