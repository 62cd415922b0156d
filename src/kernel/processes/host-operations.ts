// The host end's half of processes: a shell command, as system(3) runs it.
import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import type { Operation } from '../../transport/host-link.ts'
import type { Value } from '../../transport/marshal.ts'
import { ignoreInterrupts } from './ignore-interrupts.ts'

/** process.system(command, cwd, environment, umask, streams): the wait status of `sh -c command` on these host descriptors. */
export const system: Operation = ([command, cwd, environment, umask, streams]) =>
  new Promise((resolve, reject) => {
    const [file, args, options] = shellCall(bytes(command), bytes(cwd), entries(environment), Number(umask))
    const stdio = (streams as readonly number[]).map((fd) => (fd < 0 ? 'ignore' : fd)) // from 3 up, ignoring opens nothing
    const child = started(() => spawn(file, args, { ...options, argv0: 'sh', stdio }))
    if (!child) return resolve(CANNOT_START << 8)
    const heedAgain = ignoreInterrupts()
    child.on('close', heedAgain)
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(signal ? constants.signals[signal] : (code ?? 0) << 8))
  })

const CANNOT_START = 127

// system(3): a shell that cannot be started, for a command that is too long, is as one that ended with 127.
function started(spawned: () => ChildProcess): ChildProcess | undefined {
  try {
    return spawned()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'E2BIG') return undefined // spawn throws nothing else but faults of ours
    throw error
  }
}
type ShellCall = readonly [
  file: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env: NodeJS.ProcessEnv },
]

function shellCall(command: Uint8Array, cwd: Uint8Array, environment: readonly Uint8Array[], umask: number): ShellCall {
  const env = Object.fromEntries(environment.filter(isText).map(split))
  if (isText(command) && isText(cwd) && environment.every(isText) && umask === process.umask()) {
    return ['/bin/sh', ['-c', Buffer.from(command).toString()], { cwd: Buffer.from(cwd).toString(), env }]
  }
  const others = environment.filter((entry) => !isText(entry)).flatMap(assignment)
  return ['/bin/sh', ['-c', FROM_OCTAL, 'sh', umask.toString(8), octal(cwd), octal(command), ...others], { env }]
}

// Node hands programs only text that is UTF-8, and its own umask. What is otherwise arrives as data, in octal, and the
// shell turns it back into bytes; the dot keeps the line ends that $( ) would drop.
const FROM_OCTAL = [
  'umask "$1"',
  '__py_runner=$(printf %b. "$2"); cd -- "${__py_runner%.}" || exit 127',
  '__py_runner=$(printf %b. "$3"); shift 3',
  'while [ $# -gt 0 ]; do export "$1=$(printf %b "$2")"; shift 2; done',
  'eval "unset __py_runner; ${__py_runner%.}"',
].join('\n')

function octal(value: Uint8Array): string {
  return Array.from(value, (byte) => `\\0${byte.toString(8).padStart(3, '0')}`).join('')
}

function assignment(entry: Uint8Array): string[] {
  const at = entry.indexOf(0x3d)
  const name = Buffer.from(entry.subarray(0, at)).toString()
  return /^[A-Za-z_]\w*$/.test(name) ? [name, octal(entry.subarray(at + 1))] : [] // a shell can set no other names
}

function split(entry: Uint8Array): [string, string] {
  const text = Buffer.from(entry).toString()
  const at = text.indexOf('=')
  return [text.slice(0, at), text.slice(at + 1)]
}

const isText = (value: Uint8Array) => Buffer.from(Buffer.from(value).toString()).equals(value)
const bytes = (value: Value | undefined) => value as Uint8Array // the guest end sends bytes here
const entries = (value: Value | undefined) => value as readonly Uint8Array[] // and a list of them here
