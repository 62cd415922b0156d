// poll and select: ask every descriptor's file, and wait until one has an event.
import { i32, optional, struct } from '../arguments.ts'
import { call } from '../call.ts'
import { POLL } from '../descriptors/open-file.ts'
import { inSet, readSet, SET_BYTES, writeSet } from './descriptor-set.ts'
import { type Asked, eventsOf, waitForEvents } from './events.ts'

const POLLFD_BYTES = 8 // struct pollfd {int fd; short events; short revents}
const GAP = 'a pipe, terminal or socket always polls writable, and holds a write of PIPE_BUF bytes back when it is full: Node cannot ask'

const poll = call({
  name: '__wrap___syscall_poll', via: 'served', abi: 'linux', man: 'poll(2)', when: 'waits',
  args: { list: i32, count: i32, timeoutMs: i32 },
  errors: ['EFAULT', 'EINTR', 'EINVAL', 'ENOMEM'],
  gap: GAP,
  serve(kernel, { list, count, timeoutMs }) {
    if (count < 0) return 'EINVAL'
    if (!kernel.memory.holds(list, POLLFD_BYTES * count)) return 'EFAULT'
    const { view } = kernel.memory
    const asked = Array.from({ length: count }, (_, i): Asked => {
      const at = list + POLLFD_BYTES * i
      return { fd: view.getInt32(at, true), events: view.getInt16(at + 4, true) }
    })
    return waitForEvents(kernel, asked, timeoutMs < 0 ? undefined : timeoutMs, (found) => {
      found.forEach((events, i) => {
        kernel.memory.view.setInt16(list + POLLFD_BYTES * i + 6, events, true)
      })
      return found.filter((events) => events !== 0).length
    })
  },
})

/** struct timeval {int64 tv_sec; long tv_usec}, in milliseconds. */
const timeval = optional(struct(16, ({ view }, at) => Number(view.getBigInt64(at, true)) * 1000 + view.getInt32(at + 8, true) / 1000))
const set = optional(struct(SET_BYTES, (_, at) => at))

// The sets are those of the C library; what makes a descriptor of which set ready is in select(2), Correspondence between
// select() and poll() notifications.
const READY = [POLL.IN | POLL.HUP | POLL.ERR, POLL.OUT | POLL.ERR, POLL.PRI] as const
const WANTED = [POLL.IN, POLL.OUT, POLL.PRI] as const

const select = call({
  name: 'select', via: 'served', abi: 'libc', man: 'select(2)', when: 'waits',
  args: { count: i32, readers: set, writers: set, exceptions: set, timeoutMs: timeval },
  errors: ['EBADF', 'EFAULT', 'EINTR', 'EINVAL'],
  gap: GAP,
  serve(kernel, { count, readers, writers, exceptions, timeoutMs }) {
    if (count < 0 || count > 8 * SET_BYTES || (timeoutMs ?? 0) < 0) return 'EINVAL'
    const places = [readers, writers, exceptions]
    const sets = places.map((at) => (at === undefined ? undefined : readSet(kernel.memory, at, count)))
    const asked: Asked[] = []
    for (let fd = 0; fd < count; fd++) {
      const events = sets.reduce((all, each, i) => (each && inSet(each, fd) ? all | (WANTED[i] ?? 0) : all), 0)
      if (events) asked.push({ fd, events })
    }
    if (asked.some((entry) => eventsOf(kernel, entry) & POLL.NVAL)) return 'EBADF'
    return waitForEvents(kernel, asked, timeoutMs, (found) => {
      let ready = 0
      places.forEach((at, i) => {
        if (at === undefined) return
        const members = asked.flatMap(({ fd, events }, k) => (events & (WANTED[i] ?? 0) && (found[k] ?? 0) & (READY[i] ?? 0) ? [fd] : []))
        writeSet(kernel.memory, at, count, members)
        ready += members.length
      })
      return ready
    })
  },
})

export const pollingCalls = [poll, select]
