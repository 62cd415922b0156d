// Processes as far as they are offered: a shell command, signals to others. Children with pipes come with their own family.
import os from 'node:os'
import { i32, optional, text } from '../arguments.ts'
import { call, refuse } from '../call.ts'
import type { Kernel } from '../kernel.ts'
import { guestEnvironment } from './environment.ts'
import { ignoreInterrupts } from './ignore-interrupts.ts'

const system = call({
  name: 'system', via: 'served', abi: 'libc', man: 'system(3)', when: 'waits',
  args: { command: optional(text) },
  errors: ['EFAULT', 'ENOMEM', 'EAGAIN', 'EINTR'],
  serve(kernel, { command }) {
    if (!command) return 1 // a shell is available
    const running = kernel.link.request('process.system', command, kernel.paths.hostCwd(), guestEnvironment(kernel), kernel.umask, inherited(kernel))
    const heedAgain = ignoreInterrupts()
    return {
      wait: true,
      ignoresInterrupt: true,
      ready: () => running.settled,
      resume() {
        heedAgain()
        kernel.signals.drop(os.constants.signals.SIGINT) // came while the command ran
        return Number(running.take())
      },
      cancel: heedAgain,
    }
  },
})

// The child's descriptors: under each number of the guest's that is not close-on-exec the host's, -1 where there is none.
function inherited(kernel: Kernel): readonly number[] {
  const streams = [-1, -1, -1]
  for (const [fd, { file, closeOnExec }] of kernel.descriptors.entries()) {
    if (closeOnExec || file.hostFd === undefined) continue
    while (streams.length < fd) streams.push(-1)
    file.share?.(kernel)
    streams[fd] = file.hostFd
  }
  return streams
}

const kill = call({
  name: 'kill', via: 'served', abi: 'libc', man: 'kill(2)', when: 'waits',
  args: { pid: i32, signal: i32 },
  errors: ['EINVAL', 'EPERM', 'ESRCH', 'EINTR'],
  serve({ signals }, { pid, signal }) {
    if (signal < 0 || signal > MAX_SIGNAL) return 'EINVAL'
    if (pid === process.pid && signal > 0 && (signals.isBlocked(signal) || signals.disposition(signal) !== 'default')) {
      signals.add(signal) // to the guest itself: nobody else need see it
      return 0
    }
    process.kill(pid, signal)
    if (signal === 0 || pid > 0 && pid !== process.pid) return 0
    // A signal to oneself is delivered before kill returns, POSIX; here another thread may take it, a moment later.
    return { wait: true, deadlineMs: performance.now() + DELIVERY_MS, ready: () => false, resume: () => 0, cancel: () => 0 }
  },
})
const DELIVERY_MS = 20
const MAX_SIGNAL = Math.max(64, ...Object.values(os.constants.signals))

const NO_FORK = 'a WebAssembly instance cannot be copied into a second process'

export const processCalls = [
  system,
  kill,
  refuse('fork', 'served', 'libc', 'ENOSYS', NO_FORK),
  refuse('vfork', 'served', 'libc', 'ENOSYS', NO_FORK),
  // There are no children yet, so there is none to wait for: Linux's own answer.
  refuse('waitpid', 'served', 'libc', 'ECHILD', 'children other than os.system are not offered yet'),
]
