// A process by what no other one has, not even after the machine was started again, when processes often get the same numbers.
import fs from 'node:fs'
import { linuxProcessTable } from '../../platform/linux/process-table.ts'

/** Begins with the pid. What the system does not show is left out. */
export function processName(pid: number): string {
  const began = linuxProcessTable.list().find((each) => each.pid === pid)?.began
  return [pid, bootId(), began].filter((part) => part !== undefined).join(' ')
}

function bootId(): string | undefined {
  try {
    return fs.readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim() // random(4)
  } catch {
    return undefined
  }
}
