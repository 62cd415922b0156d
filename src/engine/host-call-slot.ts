// The guest's reserved call as a function pointer.
import type { Instance } from './instance.ts'

/** The table entry of guest_host_call: the one after the wasm's own, in every instance. */
export function addHostCallSlot(instance: Instance): number {
  const slot = instance.table.length
  instance.table.grow(1)
  instance.table.set(slot, instance.exports.guest_host_call)
  return slot
}
