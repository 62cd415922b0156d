// Calls of the guest's own Python functions.
import { InternalError } from '../errors.ts'
import type { Loaded } from './load.ts'

/** Calls module.name(); the address of what it answered. An exception is a fault of ours. */
export function callGuest(loaded: Loaded, module: string, name: string): number {
  const result = loaded.instance.enter('PyObject_CallNoArgs', guestAttribute(loaded, module, name))
  if (result === 0) throw failed(loaded, `${module}.${name} failed`)
  return result
}

/** The same as deep as the seat allows. */
export async function callGuestDeep(loaded: Loaded, module: string, name: string): Promise<number> {
  const result = await loaded.instance.enterDeep('PyObject_CallNoArgs', guestAttribute(loaded, module, name))
  if (result === 0) throw failed(loaded, `${module}.${name} failed`)
  return result
}

/** An attribute of one of the guest's own modules, which are in the package that came with the engine. */
export function guestAttribute(loaded: Loaded, module: string, name: string): number {
  const imported = loadedModule(loaded, module) || loaded.instance.enter('PyImport_ImportModule', loaded.instance.cString(module))
  const value = imported && attribute(loaded, imported, name)
  if (!value) throw failed(loaded, `the guest has no ${module}.${name}`)
  return value
}

// Importing what is there already takes seventy functions of the engine; asking for it takes a few.
function loadedModule(loaded: Loaded, module: string): number {
  const { instance } = loaded
  const [root, name] = module.split('.')
  const found = instance.call('PyImport_AddModuleRef', instance.cString(root as string)) // split() answers one at least
  const value = name === undefined ? found : attribute(loaded, found, name)
  if (value === 0) instance.call('PyErr_Clear')
  return value
}

const attribute = ({ instance }: Loaded, object: number, name: string) =>
  instance.call('PyObject_GetAttrString', object, instance.cString(name))

/** The value of an int object; undefined for anything else. */
export function integerOf({ instance }: Loaded, object: number): number | undefined {
  const value = instance.call('PyLong_AsLong', object)
  if (value !== -1 || instance.call('PyErr_Occurred') === 0) return value
  instance.call('PyErr_Clear')
  return undefined
}

function failed({ instance }: Loaded, message: string): InternalError {
  instance.enter('PyErr_PrintEx', 0)
  return new InternalError(message)
}
