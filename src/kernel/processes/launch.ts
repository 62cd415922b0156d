// How Node is told to start a program. It hands over only text that is UTF-8 and its own umask, no signal that is ignored
// and no group but a session's; what is to be otherwise goes through a program that sets it and becomes the wanted one.
import { isUtf8 } from 'node:buffer'
import type { SpawnOptions } from 'node:child_process'
import { byPerl } from './launch-by-perl.ts'
import { byShell, nameThroughShell } from './launch-by-shell.ts'
import { hasPerl } from './perl.ts'

export interface Program {
  /** A path, as execve(2) takes it. */
  readonly file: Uint8Array
  readonly argv: readonly Uint8Array[]
  /** NAME=value. */
  readonly environment: readonly Uint8Array[]
  readonly umask: number
  /** Signals that the program is to find ignored. */
  readonly ignored: readonly number[]
  /** The process group that it is to be in: 0 for one of its own. Undefined: ours. */
  readonly group?: number | undefined
}

export interface Launch {
  readonly file: string
  readonly args: readonly string[]
  readonly options: Pick<SpawnOptions, 'argv0' | 'env' | 'detached'>
}

export function launch(given: Program): Launch {
  const program = { ...given, environment: given.environment.filter((entry) => entry.includes(EQUALS)) }
  const { file, argv, environment, umask, ignored, group } = program
  const isText = [file, ...argv, ...environment].every((each) => isUtf8(each))
  const needsAnother = !isText || umask !== process.umask() || ignored.length > 0
  // A shell and perl drop a variable without a name, as setenv(3) would refuse it.
  if ((needsAnother || group !== undefined) && environment.some((entry) => entry[0] === EQUALS))
    throw Object.assign(new Error('setenv'), { code: 'EINVAL' })
  if (group !== undefined && hasPerl()) return byPerl(program, isText)
  if (needsAnother) {
    const name = nameThroughShell(program)
    if (!name && hasPerl()) return byPerl(program, isText)
    return withSession(byShell({ ...program, file: name ?? file }, isText), group)
  }
  const env = Object.fromEntries(environment.map(textOf).map(split))
  const [argv0 = '', ...args] = argv.map(textOf)
  return withSession({ file: textOf(file), args, options: { env, argv0 } }, group)
}

const EQUALS = 0x3d

/** A group of its own by the means that Node has: with a session. */
function withSession(launched: Launch, group: number | undefined): Launch {
  return group === undefined ? launched : { ...launched, options: { ...launched.options, detached: true } }
}

function split(entry: string): readonly [name: string, value: string] {
  const at = entry.indexOf('=')
  return [entry.slice(0, at), entry.slice(at + 1)]
}

const textOf = (value: Uint8Array) => Buffer.from(value.buffer, value.byteOffset, value.length).toString()
