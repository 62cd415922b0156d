// A mark that a process hands down to all that it starts, whatever parent, session, user or environment they take later: the limit
// RLIMIT_LOCKS, which Linux has not counted by since 2.4.25 (getrlimit(2)), and which everybody can read in /proc/PID/limits. Who sets that
// limit anew loses the mark, which nothing does that does not mean to.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import type { OwnMark, ProgramMark } from '../process-mark.ts'

/** util-linux's: sets limits, then becomes the program. Node has no call for it. */
const PRLIMIT = ['/usr/bin/prlimit', '/bin/prlimit']
const ROW = 'Max file locks'
const UNLIMITED = 'unlimited'
/** No limits that anybody means, and numbers that JavaScript has exactly. */
const SMALLEST = 2 ** 47
const RANDOM_BYTES = 5

/** In words of prlimit(1), `soft:hard`. */
interface Drawn {
  readonly mark: string
  /** For a program. */
  readonly theirs: string
  /** For this process, which can be without it again. */
  readonly ours: string
  readonly before: string
}

/** Under a mark already that one stays, as the limit above ours. */
function drawn(): Drawn | undefined {
  const [soft, hard] = limitsOf('self') ?? []
  if (soft === undefined || hard === undefined) return undefined
  const random = randomBytes(RANDOM_BYTES).readUIntBE(0, RANDOM_BYTES)
  const before = `${soft}:`
  if (soft === UNLIMITED) {
    const mark = String(2 * SMALLEST + random)
    return { mark, theirs: `${mark}:${mark}`, ours: `${mark}:`, before }
  }
  if (Number(soft) < SMALLEST) return undefined // somebody means it
  const mark = String(Number(soft) - 1 - random)
  const below = `${mark}:${hard === UNLIMITED ? soft : ''}`
  return { mark, theirs: below, ours: below, before }
}

/** One that nobody else has; undefined where none can be given. */
export function drawProgramMark(): ProgramMark | undefined {
  const program = prlimit()
  const limits = drawn()
  if (program === undefined || !limits) return undefined
  return { words: [program, `--locks=${limits.theirs}`], isOn: (pid) => isOn(pid, limits.mark) }
}

export function drawOwnMark(): OwnMark | undefined {
  const program = prlimit()
  const limits = drawn()
  if (program === undefined || !limits) return undefined
  const set = (to: string) => void spawnSync(program, ['--pid', String(process.pid), `--locks=${to}`], { stdio: 'ignore' })
  return { put: () => set(limits.ours), takeOff: () => set(limits.before), isOn: (pid) => isOn(pid, limits.mark) }
}

const isOn = (pid: number, mark: string) => limitsOf(pid)?.includes(mark) ?? false

const prlimit = () => PRLIMIT.find((path) => fs.existsSync(path))

function limitsOf(pid: number | 'self'): readonly string[] | undefined {
  try {
    const row = fs
      .readFileSync(`/proc/${pid}/limits`, 'latin1')
      .split('\n')
      .find((line) => line.startsWith(ROW))
    return row?.slice(ROW.length).trim().split(/\s+/).slice(0, 2)
  } catch {
    return undefined // it is gone, whichever way the system says so
  }
}
