// What only an initialisation can set: variables of python's that a snapshot cannot honour, because they decide how code
// is compiled or strings are hashed. A run that has one starts without a snapshot: slower, never wrong.

/** Fields of CPython's PyConfig by name, as PyInitConfig_SetInt takes them. */
export type InitialSettings = readonly (readonly [field: string, value: number])[]

/** From NAME=value entries; the first of a name counts. CPython Python/initconfig.c, config_read_env_vars. */
export function initialSettings(environment: readonly Uint8Array[]): InitialSettings {
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
  PYTHONPROFILEIMPORTTIME: () => [['import_time', 1]],
}

// What is neither is for the guest to refuse, as python does.
function hashSeed(value: string): InitialSettings {
  if (!/^\d+$/.test(value) || Number(value) > MAX_HASH_SEED) return []
  return [
    ['use_hash_seed', 1],
    ['hash_seed', Number(value)],
  ]
}
const MAX_HASH_SEED = 0xffff_ffff

// _Py_get_env_flag: 0 changes nothing, what is no number counts as 1.
function level(field: string, value: string): InitialSettings {
  const wanted = /^\d+$/.test(value) ? Number(value) : 1
  return wanted === 0 ? [] : [[field, wanted]]
}
