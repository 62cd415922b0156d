// poll: asks every descriptor's file, and waits until one has an event. select() of the C library comes through it too.
import { i32 } from '../arguments.ts'
import { call } from '../call.ts'
import { POLL } from '../descriptors/open-file.ts'
import type { Kernel } from '../kernel.ts'

interface Entry {
  readonly at: number
  readonly fd: number
  readonly events: number
}

const POLLFD_BYTES = 8 // struct pollfd {int fd; short events; short revents}

const poll = call({
  name: '__wrap___syscall_poll', via: 'served', abi: 'linux', man: 'poll(2)', when: 'waits',
  args: { list: i32, count: i32, timeoutMs: i32 },
  errors: ['EFAULT', 'EINTR', 'EINVAL', 'ENOMEM'],
  gap: 'a pipe, terminal or socket always polls writable: Node cannot ask without writing',
  serve(kernel, { list, count, timeoutMs }) {
    if (count < 0) return 'EINVAL'
    if (!kernel.memory.holds(list, POLLFD_BYTES * count)) return 'EFAULT'
    const { view } = kernel.memory
    const entries = Array.from({ length: count }, (_, i): Entry => {
      const at = list + POLLFD_BYTES * i
      return { at, fd: view.getInt32(at, true), events: view.getInt16(at + 4, true) }
    })
    const now = () => entries.map((entry) => eventsOf(kernel, entry))
    const answer = () => {
      const found = now()
      found.forEach((events, i) => {
        kernel.memory.view.setInt16((entries[i]?.at ?? 0) + 6, events, true)
      })
      return found.filter((events) => events !== 0).length
    }
    if (timeoutMs === 0 || now().some((events) => events !== 0)) return answer()
    for (const { fd, events } of entries) kernel.descriptors.get(fd)?.file.watch?.(kernel, events)
    const unwatch = () => {
      for (const { fd } of entries) kernel.descriptors.get(fd)?.file.unwatch?.(kernel)
    }
    const wait = {
      wait: true,
      ready: () => now().some((events) => events !== 0),
      resume() {
        unwatch()
        return answer()
      },
      cancel: unwatch,
    } as const
    return timeoutMs < 0 ? wait : { ...wait, deadlineMs: performance.now() + timeoutMs }
  },
})

function eventsOf(kernel: Kernel, { fd, events }: Entry): number {
  if (fd < 0) return 0
  const file = kernel.descriptors.get(fd)?.file
  return file ? file.poll(kernel, events) : POLL.NVAL
}

export const pollingCalls = [poll]
