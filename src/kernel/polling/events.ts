// Waiting for events of descriptors, as poll(2) and select(2) do.
import { POLL } from '../descriptors/open-file.ts'
import type { Kernel } from '../kernel.ts'
import type { Wait } from '../wait.ts'

export interface Asked {
  readonly fd: number
  readonly events: number
}

export function eventsOf(kernel: Kernel, { fd, events }: Asked): number {
  if (fd < 0) return 0
  const file = kernel.descriptors.get(fd)?.file
  return file ? file.poll(kernel, events) : POLL.NVAL
}

/** `answer` gets the events found, in the order asked; all may be 0 once the timeout has passed. */
export function waitForEvents(
  kernel: Kernel,
  asked: readonly Asked[],
  timeoutMs: number | undefined,
  answer: (found: readonly number[]) => number,
): number | Wait<number> {
  const now = () => asked.map((entry) => eventsOf(kernel, entry))
  const first = now()
  if (timeoutMs === 0 || first.some((events) => events !== 0)) return answer(first)
  for (const { fd, events } of asked) kernel.descriptors.get(fd)?.file.watch?.(kernel, events)
  const unwatch = () => {
    for (const { fd } of asked) kernel.descriptors.get(fd)?.file.unwatch?.(kernel)
  }
  const wait = {
    wait: true,
    ready: () => now().some((events) => events !== 0),
    resume() {
      unwatch()
      return answer(now())
    },
    cancel: unwatch,
    pollMs: Math.min(...asked.map(({ fd }) => kernel.descriptors.get(fd)?.file.pollMs ?? Number.POSITIVE_INFINITY)),
  } as const
  return timeoutMs === undefined ? wait : { ...wait, deadlineMs: performance.now() + timeoutMs }
}
