// struct tm of musl: nine 32-bit fields, then tm_gmtoff and the pointer tm_zone.
import type { Kernel } from '../kernel.ts'
import type { Memory } from '../memory.ts'
import { TM_BYTES } from '../structs.ts'
import { type CivilFields, civilFromSeconds } from './civil.ts'
import type { LocalTime } from './zone.ts'

/** The civil fields as they stand (out of range ones are mktime's matter), and tm_isdst. */
export function readTm(memory: Memory, address: number): { readonly fields: CivilFields; readonly isDst: number } {
  const field = (i: number) => memory.readI32(address + 4 * i)
  const fields = { second: field(0), minute: field(1), hour: field(2), day: field(3), month: field(4) + 1, year: field(5) + 1900 }
  return { fields, isDst: field(8) }
}

/** Writes the civil time `civilSeconds`; false when the year does not fit (EOVERFLOW). */
export function writeTm(kernel: Kernel, address: number, civilSeconds: number, local: LocalTime): boolean {
  const civil = civilFromSeconds(civilSeconds)
  if (Math.abs(civil.year - 1900) > 0x7fff_ffff) return false
  const zone = kernel.intern(local.abbreviation) // first: it may grow the memory
  const fields = [
    civil.second,
    civil.minute,
    civil.hour,
    civil.day,
    civil.month - 1,
    civil.year - 1900,
    civil.weekday,
    civil.yearDay,
    local.isDst ? 1 : 0,
    local.offsetSeconds,
    zone,
  ]
  if (!kernel.memory.holds(address, TM_BYTES)) return false
  fields.forEach((value, i) => {
    kernel.memory.view.setInt32(address + 4 * i, value, true)
  })
  return true
}
