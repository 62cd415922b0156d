// The locale for characters, as far as the guest asks the machine: its C library knows none but C and UTF-8.
import { guestVariable } from '../processes/environment.ts'
import type { Service, Services } from '../service.ts'

/** The codeset of a locale by name, null where the machine has no such locale. */
const codeset: Service = (kernel, [name]) => {
  const locpath = guestVariable(kernel, 'LOCPATH')
  return kernel.platform.localeCodeset(String(name), locpath?.length ? Buffer.from(locpath).toString() : undefined) ?? null
}

const setCodeset: Service = (kernel, [codeset]) => {
  kernel.codeset = String(codeset)
  return null
}

export const localeServices: Services = { 'locale.codeset': codeset, 'locale.set_codeset': setCodeset }
