// The slow way to a Python: a fresh instance, CPython's own initialisation by PEP 741, the guest's modules as frozen
// modules. Nothing of the machine goes in but the platform's names: what comes out can be restored elsewhere.
import { InternalError } from '../errors.ts'
import { ARITY_SECTION } from './arity-section.ts'
import type { GuestModule } from './facts.ts'
import { withLateTierUp } from './flags.ts'
import { type InitialSettings, WITHOUT_SITE } from './initial-settings.ts'
import type { Loaded } from './load.ts'
import { setBuiltins, setFileNameErrors } from './persona.ts'
import { protectStack, stackTop } from './stack.ts'

export interface InitialiseOptions {
  readonly module: WebAssembly.Module
  readonly guestModules: readonly GuestModule[]
  /** C stack that the seat's own stack can carry, in bytes. */
  readonly stackBytes: number
  /** What the run's environment wants of an initialisation. */
  readonly settings?: InitialSettings
  /** Instead of the platform's library: the build's own work. */
  readonly searchPaths?: readonly string[]
  readonly argv?: readonly string[]
}

export function initialise(loaded: Loaded, options: InitialiseOptions): void {
  const { instance } = loaded
  instance.call('__wasm_call_ctors')
  setArities(loaded, options.module)
  setPlatformName(loaded)
  setBuiltins(loaded)
  setGuestModules(loaded, options.guestModules)
  withLateTierUp(() => configure(loaded, options))
  setFileNameErrors(loaded)
  protectStack(loaded, stackTop(loaded), options.stackBytes)
  if (options.guestModules.length > 0) installHostCall(loaded)
  if (!options.settings?.includes(WITHOUT_SITE)) sayThatSiteIsThere(loaded)
}

// `site` runs later than CPython would run it, when the machine's names are settled; sys.flags.no_site must not tell.
function sayThatSiteIsThere({ instance }: Loaded): void {
  const sys = instance.enter('PyImport_ImportModule', instance.cString('sys'))
  const flags = instance.call('PyObject_GetAttrString', sys, instance.cString('flags'))
  instance.call('PyStructSequence_SetItem', flags, NO_SITE, instance.call('PyLong_FromLong', 0))
}
const NO_SITE = 6 // its place in sys.flags, Python/sysmodule.c

function setArities({ instance, memory }: Loaded, module: WebAssembly.Module): void {
  const [section] = WebAssembly.Module.customSections(module, ARITY_SECTION)
  if (!section) throw new InternalError('the engine has no table of arities')
  const size = Math.max(section.byteLength, instance.table.length)
  const address = instance.call('malloc', size)
  memory.bytes(address, size).fill(0).set(new Uint8Array(section))
  instance.global('arity').value = address
  // CPython would otherwise look for a trampoline that Emscripten's JavaScript makes.
  memory.writeU32(instance.address('_PyRuntime') + memory.readU32(instance.address('_PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET')), 0)
  memory.writeU32(instance.address('Py_EMSCRIPTEN_SIGNAL_HANDLING'), 1)
}

// sys.platform is a literal in the data, read before any code of ours could set it.
function setPlatformName({ instance, memory, kernel }: Loaded): void {
  const data = Buffer.from(memory.u8.buffer, 0, instance.address('_PyRuntime')) // what is constant lies before what changes
  const literal = Buffer.from('emscripten\0')
  const name = Buffer.from(`${kernel.platform.name}\0`)
  let found = 0
  for (let at = data.indexOf(literal); at >= 0; at = data.indexOf(literal, at + 1)) {
    name.copy(data, at)
    found++
  }
  if (found === 0) throw new InternalError('the engine has no literal of its platform')
}

const FROZEN_BYTES = 16 // struct _frozen {const char *name; const unsigned char *code; int size; int is_package}

function setGuestModules({ instance, memory, kernel: { platform } }: Loaded, all: readonly GuestModule[]): void {
  const modules = all.filter(
    ({ name, platforms }) => platforms?.includes(platform.name) ?? !platform.persona?.absent.includes(name),
  )
  const table = instance.call('malloc', FROZEN_BYTES * (modules.length + 1))
  modules.forEach(({ name, isPackage, code }, i) => {
    const nameAt = instance.cString(name)
    const codeAt = instance.call('malloc', code.length)
    memory.bytes(codeAt, code.length).set(code)
    ;[nameAt, codeAt, code.length, isPackage ? 1 : 0].forEach((word, k) => {
      memory.writeU32(table + FROZEN_BYTES * i + 4 * k, word)
    })
  })
  memory.bytes(table + FROZEN_BYTES * modules.length, FROZEN_BYTES).fill(0)
  memory.writeU32(instance.address('PyImport_FrozenModules'), table)
}

function configure({ instance, memory, kernel }: Loaded, options: InitialiseOptions): void {
  const config = instance.call('PyInitConfig_Create')
  const check = (status: number, name: string) => {
    if (status !== 0) throw new InternalError(`PyInitConfig refuses ${name}`)
  }
  const setInt = (name: string, value: number) =>
    check(instance.call('PyInitConfig_SetInt', config, instance.cString(name), BigInt(value)), name)
  const setStr = (name: string, value: string) =>
    check(instance.call('PyInitConfig_SetStr', config, instance.cString(name), instance.cString(value)), name)
  const setList = (name: string, values: readonly string[]) => {
    const list = instance.call('malloc', 4 * Math.max(1, values.length))
    values.forEach((value, i) => {
      memory.writeU32(list + 4 * i, instance.cString(value))
    })
    check(instance.call('PyInitConfig_SetStrList', config, instance.cString(name), values.length, list), name)
  }
  const { layout, persona } = kernel.platform
  const { prefix, library, executable } = layout
  // An isolated configuration is where PyInitConfig starts; these make it python's ordinary one.
  for (const name of ['isolated', 'safe_path', 'parse_argv', 'site_import', 'install_signal_handlers'])
    setInt(name, name === 'install_signal_handlers' ? 1 : 0)
  setInt('use_environment', 1) // the environment is empty until a run sets it
  setInt('user_site_directory', 1)
  setInt('write_bytecode', 1)
  setInt('optimization_level', 0)
  for (const [field, value] of options.settings ?? []) setInt(field, value)
  setList('module_search_paths', options.searchPaths ?? [library])
  setStr('executable', executable)
  setStr('base_executable', executable)
  for (const name of ['prefix', 'exec_prefix', 'base_prefix', 'base_exec_prefix']) setStr(name, prefix)
  if (persona) setStr('platlibdir', persona.libraryFolder)
  setStr('filesystem_encoding', 'utf-8')
  setStr('filesystem_errors', 'surrogateescape')
  setStr('stdio_encoding', 'utf-8')
  setStr('stdio_errors', persona?.streamErrors ?? 'surrogateescape')
  setList('argv', options.argv ?? [''])
  if (instance.enter('Py_InitializeFromInitConfig', config) !== 0)
    throw new InternalError(`Python does not start: ${initError(instance, memory, config)}`)
  instance.call('PyInitConfig_Free', config)
}

function initError(instance: Loaded['instance'], memory: Loaded['memory'], config: number): string {
  const at = instance.call('malloc', 4)
  instance.call('PyInitConfig_GetError', config, at)
  const message = memory.readU32(at)
  return message ? memory.string(message).toString() : 'no reason given'
}

const METH_FASTCALL = 0x80

// _pyrunner._call: a built-in function whose C body is in the wasm's table, build/entries.ts.
function installHostCall({ instance, memory }: Loaded): void {
  const definition = instance.call('malloc', 16) // struct PyMethodDef {name, function, flags, doc}
  const name = instance.cString('_call')
  ;[name, instance.address('host_call_slot'), METH_FASTCALL, 0].forEach((word, i) => {
    memory.writeU32(definition + 4 * i, word)
  })
  const module = instance.enter('PyImport_ImportModule', instance.cString('_pyrunner'))
  const function_ = instance.call('PyCMethod_New', definition, 0, 0, 0)
  if (module === 0 || function_ === 0 || instance.call('PyObject_SetAttrString', module, name, function_) !== 0) {
    instance.enter('PyErr_PrintEx', 0)
    throw new InternalError("the guest's own module does not load")
  }
}
