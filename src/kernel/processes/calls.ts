// Processes by system calls: a shell command, signals. Children are services, see services.ts.
import os from 'node:os'
import { InternalError } from '../../errors.ts'
import { i32, optional, text } from '../arguments.ts'
import { call, refuse } from '../call.ts'
import { catchableName } from '../signals/signal-names.ts'
import { EndedBySignal } from '../signals/signals.ts'
import { guestEnvironment } from './environment.ts'
import { ignoreInterrupts } from './ignore-interrupts.ts'
import { carryOut, EVERYTHING } from './plan.ts'

const system = call({
  name: 'system', via: 'served', abi: 'libc', man: 'system(3)', when: 'waits',
  args: { command: optional(text) },
  errors: ['EFAULT', 'ENOMEM', 'EAGAIN', 'EINTR', 'ECHILD'],
  serve(kernel, { command }) {
    if (!command) return 1 // a shell is available
    const streams = carryOut(kernel, EVERYTHING)
    if (typeof streams === 'string') throw new InternalError('a plan that names no descriptor named a closed one')
    const running = kernel.link.request('process.system', command, guestEnvironment(kernel), kernel.paths.hostCwd(), kernel.umask, kernel.signals.ignored([]), streams)
    const heedAgain = ignoreInterrupts()
    return {
      wait: true,
      ignoresInterrupt: true,
      putsOffHandlers: true, // glibc waits on, and Python's handlers run when it has its answer
      ready: () => running.settled,
      resume() {
        heedAgain()
        kernel.signals.drop(os.constants.signals.SIGINT) // came while the command ran
        const status = Number(running.take())
        return kernel.children.leavesNoZombies ? 'ECHILD' : status // which is gone by then
      },
      cancel: heedAgain,
    }
  },
})

const kill = call({
  name: 'kill', via: 'served', abi: 'libc', man: 'kill(2)', when: 'waits',
  args: { pid: i32, signal: i32 },
  errors: ['EINVAL', 'EPERM', 'ESRCH', 'EINTR'],
  serve({ children, signals, sharesProcess }, { pid, signal }) {
    if (signal < 0 || signal > maxSignal()) return 'EINVAL'
    if (sharesProcess && signal > 0 && (pid <= 0 || (pid === process.pid && stops(signal)))) return 'EPERM' // would reach those who share it
    if (pid === process.pid && signal > 0) {
      if (signals.isBlocked(signal) || signals.disposition(signal) !== 'default') {
        signals.add(signal) // to the guest itself: nobody else need see it
        return 0
      }
      // The system's own would end those who share the process too, or be swallowed by a listener of ours.
      if (sharesProcess || isHeard(signal)) throw new EndedBySignal(signal)
    }
    if (children.hasEnded(pid)) return 0 // a zombie takes every signal and none does anything
    try {
      process.kill(pid, signal)
    } catch (error) {
      // Node waits for a child before it tells us; to the guest it is a zombie by then.
      const isZombie = () => (pid > 0 ? children.has(pid) : pid < -1 && children.meant(pid, () => 0).length > 0)
      if ((error as NodeJS.ErrnoException).code === 'ESRCH' && isZombie()) return 0 // Node throws nothing but such errors here
      throw error
    }
    if (signal === os.constants.signals.SIGCONT) for (const child of children.meant(pid, () => 0)) children.states.goesOn(child.pid)
    if (signal === 0 || pid > 0 && pid !== process.pid) return 0
    // A signal to oneself is delivered before kill returns, POSIX; here another thread may take it, a moment later.
    return { wait: true, deadlineMs: performance.now() + DELIVERY_MS, ready: () => false, resume: () => 0, cancel: () => 0 }
  },
})
const DELIVERY_MS = 20

/** Whether a listener of this thread's has taken the place of the default action. */
function isHeard(signal: number): boolean {
  const name = catchableName(signal)
  return name !== undefined && process.listenerCount(name) > 0
}

const maxSignal = () => Math.max(64, ...Object.values(os.constants.signals))

function stops(signal: number): boolean {
  const { SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU } = os.constants.signals
  return [SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU].includes(signal)
}

const NO_FORK = 'a WebAssembly instance cannot be copied into a second process'

export const processCalls = [
  system,
  kill,
  refuse('fork', 'served', 'libc', 'ENOSYS', NO_FORK),
  refuse('vfork', 'served', 'libc', 'ENOSYS', NO_FORK),
  refuse('waitpid', 'served', 'libc', 'ENOSYS', 'the guest module children waits instead'),
]
