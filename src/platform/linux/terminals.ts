// Terminals of Linux: settings by stty(1), the process group in front by proc(5).
import fs from 'node:fs'
import type { WriteStream } from 'node:tty'
import type { Terminals } from '../platform.ts'
import { readSettings, readWindowSize, restoreSettings, type WindowSize, writeSettings, writeWindowSize } from '../posix/stty.ts'

export const linuxTerminals: Terminals = {
  read: readSettings,
  write: writeSettings,
  resize: writeWindowSize,
  restore: restoreSettings,
  isMaster: (rdev) => rdev === DEV_PTMX,
  foreground(rdev) {
    const [, , , , terminal, group] = afterName(fs.readFileSync('/proc/self/stat', 'latin1'))
    return Number(terminal) === rdev || (rdev === DEV_TTY && Number(terminal) !== 0) ? Number(group) : undefined
  },
}

/**
 * Of a standard stream Node tells at once, but opens it anew and keeps it: one for each stays, as process.stdout does. A terminal that
 * a script has opened must be closed when the script closes it.
 */
export function windowSize(fd: number): WindowSize | undefined {
  if (fd > 2) return readWindowSize(fd)
  const stream = (standard[fd] ??= new (process.getBuiltinModule('node:tty').WriteStream)(fd) as AskingStream)
  stream._refreshSize()
  const [columns, rows] = stream.getWindowSize()
  return { rows, columns }
}
const standard: AskingStream[] = []
/** What Node does at SIGWINCH, of which a guest's thread never hears; Node's own types leave it out. */
type AskingStream = WriteStream & { _refreshSize(): void }

const DEV_PTMX = 0x502 // Documentation/admin-guide/devices.txt
const DEV_TTY = 0x500 // /dev/tty, the process's own by another name

/** The fields behind the program's name, which may have blanks: state, ppid, pgrp, session, tty_nr, tpgid. */
function afterName(stat: string): readonly string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}
