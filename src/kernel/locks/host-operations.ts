// Node has no flock(2): the program of the same name takes the lock on a descriptor that it inherits, and it stays taken.
import { spawn } from 'node:child_process'
import type { Operation } from '../../transport/host-link.ts'

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

const failure = (code: string, message: string) => Object.assign(new Error(message), { code })
