// Who holds a lock, as a line that tells processes apart even when a pid is used again, and machines that share a folder.
import fs from 'node:fs'
import os from 'node:os'

/** This process: pid, when it started, where its pid counts. */
export function ourselves(): string {
  return `${process.pid} ${startOf(process.pid)} ${machine()}`
}

/** Whether the process that wrote the line lives no more. `ageMs`: how long ago it was written. */
export function isGone(line: string, ageMs: number): boolean {
  if (line === '') return ageMs > WRITING_MS // ended before it had written anything
  const [pid, start, where] = line.split(' ')
  if (where === machine()) return !isAlive(Number(pid)) || startOf(Number(pid)) !== start
  return ageMs > LONGEST_MS // another machine's or container's, or no whole line: only time tells
}
const WRITING_MS = 5_000 // writing the line takes microseconds
const LONGEST_MS = 600_000 // making a snapshot takes seconds

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

// Field 22 of proc(5), stat: in clock ticks since the machine started. Names of programs, field 2, may have blanks.
function startOf(pid: number): string {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'latin1')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-'
  } catch {
    return '-' // a system that does not tell, or no such process
  }
}

// Pids count in one namespace of one machine since it started.
function machine(): string {
  try {
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()
    return `${boot}/${fs.readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return os.hostname()
  }
}
