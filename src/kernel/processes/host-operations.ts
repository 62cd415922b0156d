// The host end's half of processes: starts programs, and tells when they have ended.
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import { constants } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { linuxProcessFacts } from '../../platform/linux/process-facts.ts'
import type { ChildUsage } from '../../platform/process-facts.ts'
import type { Operation, OperationContext } from '../../transport/host-link.ts'
import type { Value } from '../../transport/marshal.ts'
import { EndedUsage } from './ended-usage.ts'
import { whyNotExecutable } from './executable.ts'
import { ignoreInterrupts } from './ignore-interrupts.ts'
import { launch, type Program } from './launch.ts'
import { inFolder } from './working-folder.ts'

/** process.system(command, environment, cwd, umask, ignored signals, descriptors): the wait status of `sh -c command`. */
export const system: Operation = async ([command, environment, cwd, umask, ignored, streams], context) => {
  const argv = [Buffer.from('sh'), Buffer.from('-c'), bytes(command), Buffer.from('sh')]
  const program = {
    file: SHELL,
    argv,
    environment: list(environment),
    umask: Number(umask),
    ignored: isRemoved(bytes(cwd)) ? [] : numbers(ignored),
  }
  let child: ChildProcess
  try {
    child = await started(program, bytes(cwd), streams, context)
  } catch (error) {
    if (codeOf(error) === 'E2BIG') return CANNOT_START << 8
    throw error
  }
  const heedAgain = ignoreInterrupts()
  const { status } = await endOf(child).finally(heedAgain)
  return status
}
const SHELL = Buffer.from('/bin/sh')
// The shell that ignores signals for the command's would say a second time that its folder is gone.
const isRemoved = (folder: Uint8Array) => fs.statSync(Buffer.from(folder)).nlink === 0
const CANNOT_START = 127 // system(3): as a shell that ended so

/** Children whose end nobody has been told of, by pid. */
const ends = new Map<number, Promise<Ended>>()
const usage = new EndedUsage(() => linuxProcessFacts.childUsage()) // of the host's processes, whatever the guest's platform

interface Ended {
  readonly status: number
  readonly used: ChildUsage | undefined
}

/**
 * process.spawn(candidates, argv, environment, cwd, umask, ignored signals, descriptors, {session, group, uid, gid}): the
 * pid. The first candidate that can be executed is; when none can, the failure is the one that os.execvpe would raise.
 */
export const spawnChild: Operation = async ([candidates, argv, environment, cwd, umask, ignored, streams, rights], context) => {
  const { session, group, uid, gid } = Object.fromEntries(rights as ReadonlyMap<string, Value>) // the guest end sends a dict
  const options = {
    ...(session === true ? { detached: true } : {}),
    ...(uid === null ? {} : { uid: idOf(uid) }),
    ...(gid === null ? {} : { gid: idOf(gid) }),
  }
  const setting = {
    argv: list(argv),
    environment: list(environment),
    umask: Number(umask),
    ignored: numbers(ignored),
    group: group == null ? undefined : Number(group),
  }
  let failure = 'ENOENT'
  for (const candidate of list(candidates)) {
    const program = { ...setting, file: candidate.includes(SLASH) ? candidate : Buffer.concat([HERE, candidate]) }
    const why = whyNotExecutable(program.file, bytes(cwd))
    if (why) {
      failure = worse(failure, why)
      continue
    }
    try {
      const child = await started(program, bytes(cwd), streams, context, options)
      const pid = child.pid as number // it has started
      ends.set(pid, endOf(child))
      if (program.group !== undefined) await joined(child, program.group || pid)
      return pid
    } catch (error) {
      const code = codeOf(error)
      if (code === undefined) throw error
      failure = worse(failure, code)
    }
  }
  throw Object.assign(new Error(failure), { code: failure })
}
const SLASH = 0x2f
const HERE = Buffer.from('./') // libuv would search PATH for a bare name, execve(2) does not
// Lib/os.py, _execvpe and Modules/_posixsubprocess.c, child_exec: what is not there does not hide another reason.
const ABSENT = new Set(['ENOENT', 'ENOTDIR'])
const worse = (known: string, found: string) => (!ABSENT.has(found) || ABSENT.has(known) ? found : known)

// posix_spawn(3) answers when the program is there, and so in its group; here another may be on the way to it.
async function joined(child: ChildProcess, group: number): Promise<void> {
  const isOnTheWay = () => child.exitCode === null && child.signalCode === null
  while (isOnTheWay() && linuxProcessFacts.relations(child.pid ?? 0)?.group !== group) await delay(1)
}

// Node takes ids as signed numbers of 32 bits and hands the bits on.
const idOf = (id: Value | undefined) => Number(id) | 0

/** process.exited(pid): the wait status and what it used, as far as that is known, once it has ended; SIGCHLD follows. */
export const exited: Operation = async ([pid], { raise }) => {
  const ended = await ends.get(Number(pid))
  ends.delete(Number(pid))
  if (ended === undefined) throw new Error(`no child ${String(pid)}`)
  setImmediate(raise, constants.signals.SIGCHLD) // behind the answer
  const { status, used } = ended
  return used ? [status, used.user, used.system, used.minorFaults, used.majorFaults] : [status]
}

type Rights = { readonly detached?: boolean; readonly uid?: number; readonly gid?: number }

// A child that its guest leaves behind is nobody's here either, as one whose parent has died.
function started(
  program: Program,
  folder: Uint8Array,
  streams: Value | undefined,
  { started }: OperationContext,
  rights: Rights = {},
): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const { file, args, options } = launch(program)
    usage.starts()
    const stdio = numbers(streams).map((fd) => (fd < 0 ? 'ignore' : fd)) // from 3 up, ignoring opens nothing
    const child = inFolder(folder, stdio.length, (cwd) => spawn(file, args, { ...options, ...rights, cwd, stdio }))
    started(child)
    if (child.pid !== undefined) resolve(child)
    else usage.failed()
    child.on('error', reject)
  })
}

function endOf(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve) => {
    child.on('exit', async (code, signal) => {
      const used = await usage.ended()
      resolve({ status: signal ? constants.signals[signal] : (code ?? 0) << 8, used })
    })
  })
}

const codeOf = (error: unknown) => (error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined)
const bytes = (value: Value | undefined) => value as Uint8Array // the guest end sends bytes here
const numbers = (value: Value | undefined) => value as readonly number[]
const list = (value: Value | undefined) => value as readonly Uint8Array[] // and a list of them here
