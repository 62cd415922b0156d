// The environment as the guest has it now: os.environ writes through putenv into the C library's `environ`.
import type { Kernel } from '../kernel.ts'

/** NAME=value entries, as bytes. */
export function guestEnvironment(kernel: Kernel): Uint8Array[] {
  const entries: Uint8Array[] = []
  const list = kernel.memory.readU32(kernel.guest.environAddress)
  if (list === 0) return entries
  for (let at = list; kernel.memory.readU32(at) !== 0; at += 4) entries.push(kernel.memory.string(kernel.memory.readU32(at)))
  return entries
}

/** The value of one variable, as bytes. */
export function guestVariable(kernel: Kernel, name: string): Uint8Array | undefined {
  return variableOf(guestEnvironment(kernel), name)
}

/** The value of the first of NAME=value entries with this name, as bytes. */
export function variableOf(entries: readonly Uint8Array[], name: string): Uint8Array | undefined {
  const prefix = Buffer.from(`${name}=`)
  return entries.find((entry) => prefix.equals(entry.subarray(0, prefix.length)))?.subarray(prefix.length)
}
