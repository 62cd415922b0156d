// Which of the descriptors that were open when the process began come from whoever started it. Node marks all of them
// close-on-exec, so that flag tells nothing; its own are of few kinds: those of event loops, which are no files, and pipes
// with both ends here.
import fs from 'node:fs'
import { wholePipes } from './whole-pipes.ts'

export function inheritedAmong(numbers: readonly number[]): (fd: number) => boolean {
  let own: ReadonlySet<number> | undefined
  return (fd) => {
    const kind = kindOf(fd)
    return kind !== NO_FILE && !(kind === fs.constants.S_IFIFO && (own ??= ownPipes(numbers)).has(fd))
  }
}

const NO_FILE = 0 // what fstat(2) shows of an epoll or an event descriptor

function kindOf(fd: number): number {
  try {
    return fs.fstatSync(fd).mode & fs.constants.S_IFMT
  } catch {
    return NO_FILE // closed since: it was Node's
  }
}

// libuv src/unix/signal.c: each event loop has a non-blocking pipe for its signals; the process has one that blocks, made
// right before the first of them. Pipes are numbered as they are made.
function ownPipes(numbers: readonly number[]): ReadonlySet<number> {
  const pipes = wholePipes(numbers.filter((fd) => fd > LAST_STANDARD))
  const signals = pipes.filter(({ nonBlocking }) => nonBlocking)
  const first = signals[0]?.inode ?? 0
  const [lock] = pipes
    .filter(({ nonBlocking }) => !nonBlocking)
    .sort((a, b) => Math.abs(a.inode - first) - Math.abs(b.inode - first))
  return new Set([...signals, ...(lock ? [lock] : [])].flatMap(({ reader, writer }) => [reader, writer]))
}
const LAST_STANDARD = 2
