// What the guest's half of processes asks: to start a program, to wait for children, to become another program.
import fs from 'node:fs'
import os from 'node:os'
import type { Value } from '../../transport/marshal.ts'
import { AT_FDCWD } from '../arguments.ts'
import type { Errno } from '../errno.ts'
import type { Kernel } from '../kernel.ts'
import { usageOfChildren } from '../limits/services.ts'
import { Refusal, type Service, type Services, waits } from '../service.ts'
import { EndedBySignal } from '../signals/signals.ts'
import { LOOK_AGAIN_MS, WAIT_FOR } from './child-states.ts'
import { guestEnvironment } from './environment.ts'
import { canJoin, setGroup, whyNotJoined } from './groups.ts'
import { hasPerl } from './perl.ts'
import { carryOut, type Plan } from './plan.ts'

/**
 * processes.spawn(candidates, argv, environment, cwd, umask, (closeFrom, moves), {session, group, uid, gid, restored}): the
 * pid, or where it failed before there was a program, `chdir`, `group` or `exec`, and the errno's number. None for environment, cwd, umask or
 * closeFrom: as they are. `restored`: numbers of signals that it does not find ignored.
 */
const spawn: Service = (kernel, args) => {
  const started = start(kernel, args)
  return started instanceof NotStarted ? [started.where, kernel.platform.errnoNumber(started.errno)] : started
}

type Where = 'chdir' | 'group' | 'exec'

/** Why there is no program. */
class NotStarted {
  readonly where: Where
  readonly errno: Errno
  constructor(where: Where, errno: Errno) {
    this.where = where
    this.errno = errno
  }
}

function start(
  kernel: Kernel,
  [candidates, argv, environment, cwd, umask, plan, rights]: readonly Value[],
): number | Refusal | NotStarted {
  const folder = cwd === null ? kernel.paths.hostCwd() : folderOf(kernel, cwd as Uint8Array) // bytes or None
  if (typeof folder === 'string') return new NotStarted('chdir', folder)
  const streams = carryOut(kernel, planOf(plan))
  if (typeof streams === 'string') return new Refusal(streams)
  const right = rights instanceof Map ? (rights as ReadonlyMap<Value, Value>) : NO_RIGHTS
  const isLeader = right.get('session') === true
  const group = right.get('group') ?? undefined
  const refused = group === undefined ? undefined : whyNotJoined(kernel, Number(group), isLeader)
  if (refused) return new NotStarted('group', refused)
  const mask = umask === null ? kernel.umask : Number(umask)
  const ignored = kernel.signals.ignored((right.get('restored') ?? []) as readonly number[])
  const program = [candidates, argv, environment ?? guestEnvironment(kernel), folder, mask, ignored]
  const words = [...program, streams, rights].map((value) => value ?? null)
  try {
    const pid = Number(kernel.complete(kernel.link.request('process.spawn', ...words)))
    const exit = kernel.link.request('process.exited', pid)
    exit.onAnswer(() => kernel.signals.add(os.constants.signals.SIGCHLD))
    const ofItsOwn = isLeader || (group === 0 && !hasPerl()) ? pid : undefined
    kernel.children.add({ pid, group: group === undefined ? ofItsOwn : Number(group) || pid, session: ofItsOwn, exit })
    return pid
  } catch (error) {
    return new NotStarted('exec', kernel.errnoOf(error, 'execve'))
  }
}

const NO_RIGHTS: ReadonlyMap<Value, Value> = new Map()

/**
 * processes.create(application, command line, environment, cwd, plan, rights): the pid of a program that is started by one
 * command line, as CreateProcessW does it. `application` None: it is the first word. No umask, no search path of the guest's.
 */
const create: Service = (kernel, [application, line, environment, cwd, plan, rights]) => {
  const { startedBy } = kernel.platform
  if (!startedBy) return new Refusal('ENOSYS')
  const { candidates, argv } = startedBy((application ?? null) as Uint8Array | null, line as Uint8Array, (path) => {
    const found = kernel.paths.resolve(AT_FDCWD, path)
    return typeof found === 'string' ? undefined : found.host
  })
  const started = start(kernel, [candidates, argv, environment ?? null, cwd ?? null, null, plan ?? null, rights ?? null])
  if (!(started instanceof NotStarted)) return started
  return new Refusal(started.where === 'chdir' ? 'ENOTDIR' : started.errno)
}

function planOf(value: Value | undefined): Plan {
  const [closeFrom, moves] = value as readonly [number | null, Plan['moves']] // children.py sends these two
  return { closeFrom: closeFrom ?? undefined, moves }
}

function folderOf(kernel: Kernel, path: Uint8Array): Buffer | Errno {
  const resolved = kernel.paths.resolve(AT_FDCWD, Buffer.from(path))
  if (typeof resolved === 'string') return resolved
  if (resolved.node?.isFolder) return kernel.paths.besideLibrary
  try {
    if (!fs.statSync(resolved.host).isDirectory()) return 'ENOTDIR'
    fs.accessSync(resolved.host, fs.constants.X_OK)
    return resolved.host
  } catch (error) {
    return kernel.errnoOf(error, 'chdir')
  }
}

/** processes.unborn(status): the pid of a child that ended before it was its program. */
const unborn: Service = (kernel, [status]) => {
  kernel.signals.add(os.constants.signals.SIGCHLD)
  return kernel.children.addUnborn(Number(status))
}

/**
 * processes.wait(which, block, keep, seconds, wanted): pid, status and usage of a child that has ended, or was stopped or goes on where
 * `wanted` says so (options of waitid); (0, 0, None) when there is none by then, or it is not to block.
 */
const wait = waits((kernel, [which, block, keep, seconds, options]) => {
  const { children } = kernel
  const wanted = Number(options ?? WAIT_FOR.EXITED)
  const looksAtStates = (wanted & ~WAIT_FOR.EXITED) !== 0
  const ownGroup = () => kernel.platform.facts?.relations(0)?.group ?? 0
  const meant = () => children.meant(Number(which), ownGroup)
  const isNone = () => meant().every(({ exit }) => !(wanted & WAIT_FOR.EXITED) && exit.settled)
  const ended = () => (wanted & WAIT_FOR.EXITED ? children.firstEnded(meant()) : undefined)
  const changed = () => (looksAtStates ? children.states.find(meant(), wanted, stoppedBy) : undefined)
  const stoppedBy = (pid: number) => kernel.platform.facts?.stoppedBy(pid)
  if (isNone()) return new Refusal('ECHILD')
  const look = (): Value | Refusal => {
    const end = ended()
    const change = end ? undefined : changed()
    if (!end && !change) return isNone() ? new Refusal('ECHILD') : [0, 0, null]
    kernel.link.lookForSignals() // what it sent before it ended comes first
    if (change) {
      if (keep !== true) children.states.tell(change)
      return [change.pid, change.status, null]
    }
    if (keep !== true && end) children.forget(end.pid)
    return end ? [end.pid, end.status, usageOfChildren(end.used)] : [0, 0, null]
  }
  const ready = () => ended() !== undefined || changed() !== undefined || isNone()
  if (block !== true || ready()) return look()
  const answer = { wait: true, ready, resume: look, ...(looksAtStates ? { pollMs: LOOK_AGAIN_MS } : {}) } as const
  return typeof seconds === 'number' ? { ...answer, deadlineMs: performance.now() + seconds * 1000 } : answer
})

/** processes.end(signal): the guest ends by it, as the program did that it had become. */
const end: Service = (_, [signal]) => {
  throw new EndedBySignal(Number(signal))
}

export const processServices: Services = {
  'processes.spawn': spawn,
  'processes.create': create,
  'processes.can_join': canJoin,
  'processes.set_group': setGroup,
  'processes.unborn': unborn,
  'processes.wait': wait,
  'processes.end': end,
}
