// From the rule of a script's first line to a command on this machine: programs are looked up, in the script's own PATH.
import type { Environment } from '../environment/compose.ts'
import type { ClientPlatform, ScriptLevel } from '../profile/words.ts'
import { firstLineOf, shebangOf } from '../rules/first-line.ts'
import type { Program, Way } from '../rules/plan.ts'
import { pythonLine } from '../rules/python-lines.ts'
import { type Found, findProgram, programAt } from './find-program.ts'

export interface Launch {
  /** How people name what runs the script. */
  readonly interpreter: string
  /** Its file; the built-in one and associations have none. */
  readonly program?: string
  /** The same where it is a python of the machine. */
  readonly python?: string
  /** The command for a script's file. */
  command(file: string): { readonly program: string; readonly words: readonly string[] }
}

export interface Machine {
  readonly platform: ClientPlatform
  /** The command that runs a Python script with the built-in interpreter: options and the file follow. */
  readonly builtin: readonly string[]
}

export type NotFound = Exclude<Found, { readonly path: string }>

export function launchOf(way: Way, environment: Environment, level: ScriptLevel, machine: Machine): Launch | NotFound {
  const { program, options } = way
  // python -I: no PYTHON* variables, no user's packages, not the working directory.
  const isolated = level === 'admin' ? ['-I'] : []
  const builtin = (): Launch => {
    const [first = '', ...rest] = machine.builtin
    return { interpreter: 'builtin', command: (file) => ({ program: first, words: [...rest, ...isolated, ...options, file] }) }
  }
  if (program.kind === 'builtin') return builtin()
  if (program.kind === 'association')
    return { interpreter: `the program for ${way.extension} files`, command: (file) => ({ program: file, words: [] }) }
  const found = look(program, environment, machine.platform)
  if (!('path' in found)) return program.kind === 'python' ? builtin() : found
  if (program.kind === 'itself') return byItself(way, program.interpreter, isolated)
  const before = program.kind === 'python' ? isolated : []
  const python = program.kind === 'python' ? { python: found.path } : {}
  return {
    interpreter: found.path,
    ...python,
    command: (file) => ({ program: found.path, words: [...before, ...options, file] }),
  }
}

// The system reads the line; only a python that is to be isolated is started with its words by us, as execve(2) would.
function byItself(way: Way, interpreter: string, isolated: readonly string[]): Launch {
  const shebang = shebangOf(firstLineOf(way.content)) ?? ''
  if (isolated.length === 0 || !pythonLine(shebang))
    return { interpreter, program: interpreter, command: (file) => ({ program: file, words: [] }) }
  const argument = shebang.slice(interpreter.length).trim()
  const words = [...isolated, ...(argument === '' ? [] : [argument])]
  return {
    interpreter,
    program: interpreter,
    python: interpreter,
    command: (file) => ({ program: interpreter, words: [...words, file] }),
  }
}

type Named = Exclude<Program, { readonly kind: 'builtin' | 'association' }>

function look(program: Named, environment: Environment, platform: ClientPlatform): Found {
  if (program.kind === 'at') return programAt(program.path)
  if (program.kind !== 'itself') return findProgram(program.name, environment, platform)
  const { interpreter } = program
  return interpreter.startsWith('/') ? programAt(interpreter) : { status: 127, message: `${interpreter} is no whole path` }
}
