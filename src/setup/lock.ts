// One process at a time prepares one file; the others leave it to that one.
import fs from 'node:fs'

/** Runs `work` unless a living process has the lock; false when one has. The lock is a file with its owner's pid. */
export async function withLock(file: string, work: () => Promise<void>): Promise<boolean> {
  if (!take(file)) return false
  try {
    await work()
    return true
  } finally {
    fs.rmSync(file, { force: true })
  }
}

function take(file: string): boolean {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 })
    return true
  } catch {
    if (!isAbandoned(file)) return false
    fs.rmSync(file, { force: true })
    return take(file)
  }
}

function isAbandoned(file: string): boolean {
  try {
    const { mtimeMs } = fs.statSync(file)
    const pid = Number(fs.readFileSync(file, 'utf8'))
    if (Date.now() - mtimeMs > LONGEST_MS) return true
    return pid > 0 && !isAlive(pid)
  } catch {
    return false // gone in between, or not ours to judge
  }
}
const LONGEST_MS = 600_000 // a preparation takes seconds; pids are used again

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
