// The host end's half of pipes. Node has no pipe(2), and what it gives a child as one is a socket, under which `cat
// /dev/stdin` and `test -p` fail. A shell makes real ones for its here-documents (POSIX leaves the means open; dash, bash and
// busybox take pipes for short ones), and through /proc its descriptors can be opened here.
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Operation } from '../../transport/host-link.ts'

const FIRST = 3
const LAST = 9 // the highest number that every shell redirects
const numbers = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i)
const SCRIPT = [`exec ${numbers.map((fd) => `${fd}<<E`).join(' ')}`, ...numbers.map(() => 'E'), 'echo; read -r end'].join('\n')
const GIVE_UP_MS = 10_000

/** pipes.make(): descriptors of so many new pipes, each by its reading end, until they are released or the guest is gone. */
export const make: Operation = async (_, { gone }) => {
  const shell = spawn('/bin/sh', ['-c', SCRIPT], { stdio: ['pipe', 'pipe', 'ignore'], env: {} })
  try {
    await ready(shell)
    const opened = numbers.map((fd) => open(`/proc/${shell.pid}/fd/${fd}`))
    if (gone.aborted) closeAll(opened)
    else keep(opened, gone)
    return opened
  } finally {
    await ended(shell) // as long as it lives, a pipe that nobody else reads is not broken
  }
}

/** pipes.release(descriptors): the guest has opened them for itself. */
export const release: Operation = async ([descriptors]) => {
  const released = descriptors as readonly number[] // real-pipes.ts sends back what it got
  for (const fd of released) kept.delete(fd)
  closeAll(released)
  return null
}

const kept = new Set<number>()

function keep(descriptors: readonly number[], gone: AbortSignal): void {
  for (const fd of descriptors) kept.add(fd)
  gone.addEventListener('abort', () => closeAll(descriptors.filter((fd) => kept.delete(fd))))
}

function closeAll(descriptors: readonly number[]): void {
  for (const fd of descriptors) fs.closeSync(fd)
}

/** pipes.relay(from, to): from now on what comes out of the one goes into the other. */
export const relay: Operation = ([from, to], { started }) =>
  new Promise((resolve, reject) => {
    const cat = spawn('/bin/cat', [], { stdio: [Number(from), Number(to), 'ignore'], env: {} })
    started(cat)
    cat.on('error', reject)
    cat.on('spawn', () => {
      cat.unref()
      resolve(null)
    })
  })

// It says a line when all redirections are done.
function ready(shell: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    shell.on('error', reject)
    shell.on('exit', () => reject(failure('the shell that makes pipes ended')))
    shell.stdout?.on('data', () => resolve())
    pause(GIVE_UP_MS, undefined, { ref: false }).then(() => reject(failure('the shell that makes pipes does not answer')), reject)
  })
}

function ended(shell: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    shell.on('error', () => resolve())
    shell.on('exit', () => resolve())
    if (shell.pid === undefined || shell.exitCode !== null || shell.signalCode !== null) resolve()
    shell.kill('SIGKILL')
  })
}

function open(path: string): number {
  if (!fs.statSync(path).isFIFO()) throw failure('the shell of this system makes no pipes for here-documents')
  return fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)
}

const failure = (message: string) => Object.assign(new Error(message), { code: 'ENFILE' })
