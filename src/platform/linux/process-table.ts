// Every process from /proc: proc(5), /proc/PID/stat.
import fs from 'node:fs'
import type { ProcessEntry, ProcessTable } from '../process-table.ts'

export const linuxProcessTable: ProcessTable = {
  list: () => fs.readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? entryOf(Number(name)) : [])),
  now: () => Number(fs.readFileSync('/proc/uptime', 'latin1').split(' ')[0]) * CLOCK_TICKS,
}

const CLOCK_TICKS = 100 // USER_HZ, the same on every architecture Node runs on
/** Where the fields stand that follow the name; the page counts from 1, the state is its third. */
const FIELD = { state: 0, parent: 1, group: 2, session: 3, began: 19 } as const

function entryOf(pid: number): ProcessEntry | [] {
  let stat: string
  try {
    stat = fs.readFileSync(`/proc/${pid}/stat`, 'latin1')
  } catch {
    return [] // it is gone, whichever way the system says so
  }
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ') // the name before may hold anything
  const number = (field: keyof typeof FIELD) => Number(fields[FIELD[field]])
  return {
    pid,
    parent: number('parent'),
    group: number('group'),
    session: number('session'),
    ended: fields[FIELD.state] === 'Z' || fields[FIELD.state] === 'X',
    began: number('began'),
  }
}
