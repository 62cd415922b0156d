// Node has no flock(2): the program of the same name takes the lock on a descriptor that it inherits, and it stays taken.
import { spawn } from 'node:child_process'
import { getSystemErrorName } from 'node:util'
import type { Operation } from '../../transport/host-link.ts'
import { PERL } from '../processes/perl.ts'

const LOCK = { SH: 1, NB: 4, UN: 8 } as const
const TAKEN = 1 // flock(1): the lock could not be had at once

/** locks.flock(descriptor, operation) */
export const flock: Operation = ([descriptor, operation], { signal, started }) =>
  new Promise((resolve, reject) => {
    const how = Number(operation)
    const kind = how & LOCK.UN ? '-u' : how & LOCK.SH ? '-s' : '-x'
    const words = how & LOCK.NB ? [kind, '-n', '3'] : [kind, '3']
    const child = spawn('flock', words, { stdio: ['ignore', 'ignore', 'ignore', Number(descriptor)] })
    started(child)
    signal.addEventListener('abort', () => child.kill())
    child.on('error', () => reject(failure('ENOLCK', 'the host has no flock(1), which takes locks on its behalf')))
    child.on('exit', (status) => {
      if (status === 0) resolve(null)
      else
        reject(
          status === TAKEN ? failure('EAGAIN', 'locked by another process') : failure('ENOLCK', `flock(1) ended with ${status}`),
        )
    })
  })

/**
 * locks.record(descriptor, command, type, whence, start, length): fcntl(2) for a lock of the open file description, by perl. It
 * keeps out other processes' record locks, and outlasts the perl that took it. Answers type, whence, start, length and pid: of a
 * lock in the way, where that was asked.
 */
export const record: Operation = ([descriptor, ...words], { signal, started }) =>
  new Promise((resolve, reject) => {
    const child = spawn(PERL, ['-e', RECORD_LOCK, '--', ...words.map(String)], {
      stdio: ['ignore', 'pipe', 'ignore', Number(descriptor)],
      env: {},
    })
    started(child)
    signal.addEventListener('abort', () => child.kill())
    let printed = ''
    child.stdout?.setEncoding('latin1').on('data', (text: string) => {
      printed += text
    })
    child.on('error', () => reject(failure('ENOLCK', 'the host has no perl(1), which takes record locks on its behalf')))
    child.on('close', (status) => {
      const [number, ...lock] = printed.split(' ')
      if (number === '0') resolve(lock.map(Number))
      else if (!number) reject(failure('ENOLCK', `perl(1) ended with ${status}`))
      else reject(failure(getSystemErrorName(-Number(number)), 'fcntl'))
    })
  })

// struct flock of 64-bit Linux: l_type, l_whence, l_start, l_len, l_pid. 3: what it inherits besides.
const RECORD_LOCK = [
  'my ($command, @lock) = @ARGV;',
  'my $layout = "s s x4 q q i x4";',
  'my $lock = pack $layout, @lock, 0;',
  'open my $file, "+<&=", 3 or die;',
  'my $failure = defined fcntl($file, $command, $lock) ? 0 : 0 + $!;',
  'print join " ", $failure, unpack $layout, $lock;',
].join('\n')

const failure = (code: string, message: string) => Object.assign(new Error(message), { code })
