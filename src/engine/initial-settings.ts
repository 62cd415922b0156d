// What only an initialisation can set: variables and options of python's that a snapshot cannot honour, because they decide
// how code is compiled or strings are hashed. A run that has one starts without a snapshot: slower, never wrong.

import { variableOf } from '../kernel/processes/environment.ts'

/** What python's own command line asks for. */
export interface PythonOptions {
  /** How often each letter was given: B, E, O … */
  readonly flags: Readonly<Record<string, number>>
  /** Of -W, in order. */
  readonly warnings: readonly Uint8Array[]
  /** Of -X, in order. */
  readonly implementation: readonly Uint8Array[]
}

/** Fields of CPython's PyConfig by name, as PyInitConfig_SetInt takes them. */
export type InitialSettings = readonly (readonly [field: string, value: number])[]

/** Options count more than variables. CPython Python/initconfig.c. */
export function initialSettings(environment: readonly Uint8Array[], python?: PythonOptions): InitialSettings {
  if (!python) return ofVariables(environment)
  const { flags, implementation } = python
  const isDeaf = Boolean(flags.E || flags.I)
  const variables = isDeaf ? deafTo(environment) : ofVariables(environment)
  const letters = Object.entries(flags).flatMap(([letter, count]) => (LETTERS[letter] ? [[LETTERS[letter], count] as const] : []))
  const siteless: InitialSettings = flags.S ? [WITHOUT_SITE] : []
  const randomised = flags.R ? hashSeed('random') : [] // whatever PYTHONHASHSEED says
  return [
    ...variables,
    ...letters,
    ...siteless,
    ...randomised,
    ...implementation.flatMap((option) => ofImplementation(Buffer.from(option).toString())),
  ]
}

// -E: most variables are for the guest to heed or not; this one CPython's C code reads whenever breakpoint() is called.
const deafTo = (environment: readonly Uint8Array[]): InitialSettings =>
  variableOf(environment, 'PYTHONBREAKPOINT')?.length ? [['use_environment', 0]] : []

/** It is never CPython that imports site; this asks that the guest does not either. */
export const WITHOUT_SITE = ['site_import', 0] as const

const LETTERS: Readonly<Record<string, string>> = {
  O: 'optimization_level',
  b: 'bytes_warning',
  d: 'parser_debug',
  v: 'verbose',
  i: 'interactive',
}

/** Of -X. */
const IMPLEMENTATION: Readonly<Record<string, InitialSettings>> = {
  dev: [['dev_mode', 1]],
  importtime: [['import_time', 1]],
  no_debug_ranges: [['code_debug_ranges', 0]],
  warn_default_encoding: [['warn_default_encoding', 1]],
}

function ofImplementation(option: string): InitialSettings {
  const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(option) ?? []
  return IMPLEMENTATION[option] ?? NUMBERS[name]?.(value) ?? []
}

// What is no number of these is for the guest to refuse, as python does.
const positive = (field: string) => (value: string) => (/^0*[1-9]\d{0,8}$/.test(value) ? ([[field, Number(value)]] as const) : [])
const oneOrNone = (field: string) => (value: string) => (/^[01]$/.test(value) ? ([[field, Number(value)]] as const) : [])
const NUMBERS: Readonly<Record<string, (value: string) => InitialSettings>> = {
  cpu_count: positive('cpu_count'),
  importtime: importTime,
  thread_inherit_context: oneOrNone('thread_inherit_context'),
  context_aware_warnings: oneOrNone('context_aware_warnings'),
}

/** Whether a program may be followed by a prompt: -i, PYTHONINSPECT. */
export function mayPrompt(environment: readonly Uint8Array[], python?: PythonOptions): boolean {
  return Boolean(python?.flags.i) || Boolean(variableOf(environment, 'PYTHONINSPECT')?.length)
}

/** From NAME=value entries; the first of a name counts. config_read_env_vars. */
function ofVariables(environment: readonly Uint8Array[]): InitialSettings {
  const found = new Map<string, InitialSettings>()
  for (const entry of environment) {
    if (entry[0] !== LETTER_P) continue // most are not python's
    const [, name = '', value = ''] = /^(PYTHON[^=]*)=(.+)$/s.exec(Buffer.from(entry).toString('latin1')) ?? []
    const settings = VARIABLES[name]?.(value)
    if (settings && !found.has(name)) found.set(name, settings)
  }
  return [...found.values()].flat()
}
const LETTER_P = 0x50

const VARIABLES: Readonly<Record<string, (value: string) => InitialSettings>> = {
  PYTHONHASHSEED: hashSeed,
  PYTHONOPTIMIZE: (value) => level('optimization_level', value),
  PYTHONVERBOSE: (value) => level('verbose', value),
  PYTHONDEBUG: (value) => level('parser_debug', value),
  PYTHONNODEBUGRANGES: () => [['code_debug_ranges', 0]],
  PYTHONDEVMODE: () => [['dev_mode', 1]],
  PYTHONWARNDEFAULTENCODING: () => [['warn_default_encoding', 1]],
  PYTHONPROFILEIMPORTTIME: importTime,
  PYTHON_CPU_COUNT: positive('cpu_count'),
  PYTHON_THREAD_INHERIT_CONTEXT: oneOrNone('thread_inherit_context'),
  PYTHON_CONTEXT_AWARE_WARNINGS: oneOrNone('context_aware_warnings'),
}

// What is neither is for the guest to refuse, as python does.
function hashSeed(value: string): InitialSettings {
  if (value === 'random') return [['use_hash_seed', 0]] // asked for by name: one of this process alone, not the snapshot's
  if (!/^\d+$/.test(value) || Number(value) > MAX_HASH_SEED) return []
  return [
    ['use_hash_seed', 1],
    ['hash_seed', Number(value)],
  ]
}
const MAX_HASH_SEED = 0xffff_ffff

// config_init_import_time: what is no number is 1.
function importTime(value: string): InitialSettings {
  if (!/^[+-]?\d+$/.test(value)) return [['import_time', 1]]
  return Number(value) === 1 || Number(value) === 2 ? [['import_time', Number(value)]] : []
}

// _Py_get_env_flag: 0 changes nothing, what is no number counts as 1.
function level(field: string, value: string): InitialSettings {
  const wanted = /^\d+$/.test(value) ? Number(value) : 1
  return wanted === 0 ? [] : [[field, wanted]]
}
