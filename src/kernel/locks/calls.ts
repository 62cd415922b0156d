// Locks. Everything in CPython that waits for another thread (locks, events, its own mutexes) parks on a semaphore, so
// waiting for it is the one call to serve. CPython Include/internal/pycore_semaphore.h, Python/parking_lot.c.
import { i32, i64 } from '../arguments.ts'
import { call } from '../call.ts'

const PARK = { OK: 0, TIMEOUT: -2, INTERRUPTED: -3 } as const
const COUNTER_AT = 72 // struct _PySemaphore: mutex of 24 bytes, condition of 48, then the counter

const semaphoreWait = call({
  name: '_PySemaphore_Wait', via: 'served', abi: 'linux', man: 'sem_clockwait(3)', when: 'waits',
  args: { semaphore: i32, timeoutNs: i64, detach: i32 },
  errors: [],
  gap: 'the thread keeps the interpreter while it waits: there is no other to give it to yet',
  serve(kernel, { semaphore, timeoutNs }) {
    const at = semaphore + COUNTER_AT
    const free = () => kernel.memory.readI32(at) > 0
    const take = () => {
      if (!free()) return PARK.TIMEOUT
      kernel.memory.writeU32(at, kernel.memory.readI32(at) - 1)
      return PARK.OK
    }
    if (free() || timeoutNs === 0) return take()
    const wait = { wait: true, ready: free, resume: take, cancel: () => PARK.INTERRUPTED } as const
    return timeoutNs < 0 ? wait : { ...wait, deadlineMs: performance.now() + timeoutNs / 1e6 }
  },
})

export const lockCalls = [semaphoreWait]
