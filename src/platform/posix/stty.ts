// The settings of a terminal by stty(1), since Node has no tcsetattr(3): it sees the terminal as its standard input. What
// `stty -g` prints it takes back as a word; where that is not the list of numbers that Linux systems print, there are no settings.
import fs from 'node:fs'

/** struct termios as Linux numbers it: the four sets of flags, then the characters. */
export interface TerminalSettings {
  readonly flags: readonly number[]
  readonly characters: readonly number[]
}

export interface WindowSize {
  readonly rows: number
  readonly columns: number
}

const FLAGS = 4 // c_iflag, c_oflag, c_cflag, c_lflag
export const CHARACTERS = 32 // NCCS of the C libraries; the kernel itself has 19

/** undefined where the system has no stty(1) that we understand. */
export function readSettings(fd: number): TerminalSettings | undefined {
  const numbers = stty(fd, ['-g'])?.trim().split(':') ?? []
  if (numbers.length < FLAGS + 1 || numbers.some((each) => !/^[0-9a-f]+$/.test(each))) return undefined
  const values = numbers.map((each) => Number.parseInt(each, 16))
  return { flags: values.slice(0, FLAGS), characters: values.slice(FLAGS, FLAGS + CHARACTERS) }
}

/** Answers whether there is such a terminal; as tcsetattr(3), it does what of it can be done. */
export function writeSettings(fd: number, { flags, characters }: TerminalSettings): boolean {
  const word = [...flags, ...characters].map((value) => (value >>> 0).toString(16)).join(':')
  return stty(fd, [word]) !== undefined || readSettings(fd) !== undefined
}

export function readWindowSize(fd: number): WindowSize | undefined {
  const [, rows, columns] = /^(\d+) (\d+)\n$/.exec(stty(fd, ['size']) ?? '') ?? []
  return rows === undefined ? undefined : { rows: Number(rows), columns: Number(columns) }
}

export function writeWindowSize(fd: number, rows: number, columns: number): boolean {
  return stty(fd, ['rows', String(rows), 'cols', String(columns)]) !== undefined
}

/** The same for a terminal by its path, when whoever changed it is gone. */
export function restoreSettings(path: string, settings: TerminalSettings): void {
  try {
    const fd = fs.openSync(path, fs.constants.O_RDWR | fs.constants.O_NOCTTY)
    writeSettings(fd, settings)
    fs.closeSync(fd)
  } catch {
    // hung up: nobody sees it any more
  }
}

const PLACES = ['stty', '/usr/bin/stty', '/bin/stty'] // PATH may be the script's, or empty

// On a description of its own: libuv makes a child's standard streams blocking, and that would be ours too.
function stty(fd: number, words: readonly string[]): string | undefined {
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  const own = reopened(fd)
  try {
    for (const program of PLACES) {
      const { error, status, stdout } = spawnSync(program, words, { stdio: [own ?? fd, 'pipe', 'ignore'], encoding: 'latin1' })
      if (!error) return status === 0 ? stdout : undefined
    }
    return undefined
  } finally {
    if (own !== undefined) fs.closeSync(own)
  }
}

function reopened(fd: number): number | undefined {
  try {
    return fs.openSync(`/dev/fd/${fd}`, fs.constants.O_RDWR | fs.constants.O_NOCTTY | fs.constants.O_NONBLOCK)
  } catch {
    return undefined // a terminal of another user
  }
}
