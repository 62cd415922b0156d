// Processes as far as they are offered: a shell command, signals to others. Children with pipes come with their own family.
import os from 'node:os'
import { i32, optional, path } from '../arguments.ts'
import { call, refuse } from '../call.ts'
import type { Kernel } from '../kernel.ts'
import { guestEnvironment } from './environment.ts'

const system = call({
  name: 'system', via: 'served', abi: 'libc', man: 'system(3)', when: 'waits',
  args: { command: optional({ width: 1, decode: path.decode }) },
  errors: ['EFAULT', 'ENOMEM', 'EAGAIN', 'EINTR', 'ENAMETOOLONG'],
  serve(kernel, { command }) {
    if (!command) return 1 // a shell is available
    const running = kernel.link.request('process.system', command, kernel.paths.hostCwd(), guestEnvironment(kernel), kernel.umask, standardStreams(kernel))
    return { wait: true, ready: () => running.settled, resume: () => Number(running.take()), cancel: () => undefined }
  },
})

// What the child gets as 0, 1 and 2: the host's descriptors behind the guest's, -1 where there is none.
function standardStreams(kernel: Kernel): readonly number[] {
  return [0, 1, 2].map((fd) => {
    const file = kernel.descriptors.get(fd)?.file
    file?.share?.(kernel)
    return file?.hostFd ?? -1
  })
}

const kill = call({
  name: 'kill', via: 'served', abi: 'libc', man: 'kill(2)', when: 'now',
  args: { pid: i32, signal: i32 },
  errors: ['EINVAL', 'EPERM', 'ESRCH'],
  serve(_, { pid, signal }) {
    if (signal < 0 || signal > MAX_SIGNAL) return 'EINVAL'
    process.kill(pid, signal)
    return 0
  },
})
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
