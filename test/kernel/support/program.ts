// A program of this folder: <family>/<name>.py, and beside it, where needed, <name>.toml that says how it is run and where
// py-runner is known to differ. Unknown keys, and differences without a reason, are errors.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import { fields, listField, mapField, textField } from '../../support/json-fields.ts'

export const SEATS = ['inline', 'worker'] as const
export type Seat = (typeof SEATS)[number]

/** Lines that py-runner prints instead of python3's, for one reason. */
export interface Difference {
  readonly lines: Readonly<Record<string, string>>
  readonly seats: readonly Seat[]
  readonly reason: string
}

export interface Program {
  /** `<family>/<name>`. */
  readonly name: string
  /** The first line of the program's docstring. */
  readonly about: string
  readonly path: string
  /** Text for /bin/sh in which "$@" is the interpreter with the program and "$0" the folder that it lies in. */
  readonly shell: string | undefined
  readonly env: Readonly<Record<string, string>>
  readonly umask: number | undefined
  readonly differs: readonly Difference[]
}

/** All programs below `root`, in the order of their names. */
export function findPrograms(root: string): Program[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'support')
    .flatMap(({ name: family }) => readdirSync(join(root, family)).map((file) => `${family}/${file}`))
    .filter((file) => file.endsWith('.py'))
    .sort()
    .map((file) => readProgram(root, file.slice(0, -'.py'.length)))
}

export function readProgram(root: string, name: string): Program {
  const path = join(root, `${name}.py`)
  const settings = join(root, `${name}.toml`)
  try {
    const read = fields(existsSync(settings) ? parse(readFileSync(settings, 'utf8')) : {}, ['shell', 'env', 'umask', 'differs'])
    return {
      name,
      about: aboutOf(readFileSync(path, 'utf8')),
      path,
      shell: read('shell', textField),
      env: read('env', (value) => mapField(value, textField)) ?? {},
      umask: read('umask', octalField),
      differs: read('differs', (value) => listField(value, differenceField)) ?? [],
    }
  } catch (error) {
    throw new Error(`${settings}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

function aboutOf(source: string): string {
  const about = /^"""(.+)/.exec(source)?.[1]
  if (about === undefined) throw new Error('the program has no docstring that says what it shows')
  return about.replace(/"""$/, '')
}

function octalField(value: unknown): number {
  const text = textField(value)
  if (!/^[0-7]{3}$/.test(text)) throw new Error(`${text} is no octal mask`)
  return Number.parseInt(text, 8)
}

function differenceField(value: unknown): Difference {
  const read = fields(value, ['lines', 'seats', 'reason'])
  const lines = read('lines', (map) => mapField(map, textField))
  const reason = read('reason', textField)
  if (lines === undefined || reason === undefined) throw new Error('a difference needs "lines" and a "reason"')
  return { lines, reason, seats: read('seats', (seats) => listField(seats, seatField)) ?? SEATS }
}

function seatField(value: unknown): Seat {
  const seat = SEATS.find((each) => each === value)
  if (seat === undefined) throw new Error(`${JSON.stringify(value)} is no seat`)
  return seat
}
