// Terminals of Linux: settings by stty(1), the process group in front by proc(5).
import fs from 'node:fs'
import type { Terminals } from '../platform.ts'
import { readSettings, restoreSettings, writeSettings, writeWindowSize } from '../posix/stty.ts'

export const linuxTerminals: Terminals = {
  read: readSettings,
  write: writeSettings,
  resize: writeWindowSize,
  restore: restoreSettings,
  foreground(rdev) {
    const [, , , , terminal, group] = afterName(fs.readFileSync('/proc/self/stat', 'latin1'))
    return Number(terminal) === rdev || (rdev === DEV_TTY && Number(terminal) !== 0) ? Number(group) : undefined
  },
}

const DEV_TTY = 0x500 // /dev/tty, the process's own by another name

/** The fields behind the program's name, which may have blanks: state, ppid, pgrp, session, tty_nr, tpgid. */
function afterName(stat: string): readonly string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}
