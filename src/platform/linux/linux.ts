// Linux: paths are bytes and go to Node as they are, /proc tells what Node cannot.
import fs from 'node:fs'
import { O } from '../open-flags.ts'
import type { Platform } from '../platform.ts'
import { makeFifo } from '../posix/fifo.ts'
import { posixPaths } from '../posix/paths.ts'
import { seekFd } from '../posix/seek.ts'
import { setTimes } from '../posix/times.ts'
import { LINUX_ERRNO } from './errno-numbers.ts'
import { LINUX_ERROR_WORDS } from './error-words.ts'
import { inheritedAmong } from './inherited.ts'
import { localeCodeset } from './locales.ts'
import { openDescriptor } from './open-descriptor.ts'
import { hostOpenFlags } from './open-flags.ts'
import { pathByParents } from './path-by-parents.ts'
import { linuxProcessFacts } from './process-facts.ts'
import { linuxProcessTable } from './process-table.ts'
import { linuxTerminals, windowSize } from './terminals.ts'

const PREFIX = '/.py-runner'

export const linux: Platform = {
  name: 'linux',
  layout: { prefix: PREFIX, library: `${PREFIX}/lib/python3.14`, executable: `${PREFIX}/bin/python3` },
  paths: { ...posixPaths(PREFIX), openDescriptor },
  executable: (launcher) => launcher,
  errnoTable: LINUX_ERRNO,
  errnoNumber: (errno) => LINUX_ERRNO[errno] ?? 0,
  errorWords: (number) => LINUX_ERROR_WORDS[number] ?? `Unknown error ${number}`,
  openFlags: hostOpenFlags,
  opensDirectories: true,
  // Memory devices (major 1: null, zero, full, random, urandom); Documentation/admin-guide/devices.txt.
  answersAtOnce: (rdev) => rdev >>> 8 === 1,
  directoryBase: (fd) => Buffer.from(`/proc/self/fd/${fd}`),
  pathOfFd(fd) {
    const place = `/proc/self/fd/${fd}`
    let path: Buffer
    try {
      path = fs.readlinkSync(place, 'buffer')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENAMETOOLONG') return pathByParents(place) // Node throws nothing else from readlinkSync
      throw error
    }
    return path.toString('latin1').endsWith(' (deleted)') && !fs.existsSync(path) ? undefined : path
  },
  inheritedAmong,
  statusOfFd(fd) {
    const flags = fdinfo(fd, 'flags')
    return flags === undefined ? undefined : Number.parseInt(flags, 8) & (O.ACCMODE | O.APPEND | O.PATH)
  },
  offsetOfFd: (fd) => Number(fdinfo(fd, 'pos') ?? 0),
  seekFd,
  reopen(fd, access) {
    try {
      return fs.openSync(`/proc/self/fd/${fd}`, access | fs.constants.O_NONBLOCK | fs.constants.O_NOCTTY)
    } catch {
      return undefined // a socket, a reader that is gone, a terminal of another user: the description we have must do
    }
  },
  openPipe: (fd, end) => fs.openSync(`/proc/self/fd/${fd}`, end === 'read' ? fs.constants.O_RDONLY : fs.constants.O_WRONLY),
  setTimes,
  makeFifo,
  threadCpuNanoseconds: () => BigInt(fs.readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[0] ?? '0'),
  groups: () => (procStatus('Groups') ?? '').split(/\s+/).filter(Boolean).map(Number),
  // glibc's getlogin: /proc/self/loginuid, where unset is the highest number.
  loginUid() {
    const uid = Number(fs.readFileSync('/proc/self/loginuid', 'latin1'))
    return uid === 0xffff_ffff ? undefined : uid
  },
  localeCodeset: (name, locpath) => localeCodeset(name, locpath),
  facts: linuxProcessFacts,
  processes: linuxProcessTable,
  // Not node:crypto, whose loading alone costs more than a small script.
  randomFill(target) {
    const fd = fs.openSync('/dev/urandom', 'r')
    try {
      for (let done = 0; done < target.length; ) done += fs.readSync(fd, target, done, target.length - done, null)
    } finally {
      fs.closeSync(fd)
    }
  },
  isTerminal: (fd) => process.getBuiltinModule('node:tty').isatty(fd),
  windowSize: (fd) => windowSize(fd),
  terminal: linuxTerminals,
}

function procStatus(key: string): string | undefined {
  return new RegExp(`^${key}:[ \\t]*(.*)$`, 'm').exec(fs.readFileSync('/proc/self/status', 'latin1'))?.[1]
}

// Not fs.readFileSync, which asks for the size, there is none, and reads into 64 KB: three of these stand in every start.
function fdinfo(fd: number, key: string): string | undefined {
  const file = fs.openSync(`/proc/self/fdinfo/${fd}`, 'r')
  const head = Buffer.allocUnsafe(FDINFO_HEAD_BYTES)
  const length = fs.readSync(file, head)
  fs.closeSync(file)
  return new RegExp(`^${key}:\\s*(\\S+)`, 'm').exec(head.toString('latin1', 0, length))?.[1]
}
const FDINFO_HEAD_BYTES = 128 // proc(5): pos and flags come first
