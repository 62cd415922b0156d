// FNV-1a, 32 bits: names files and checks short headers where node:crypto would cost more than what it guards.
// Fowler, Noll, Vo; draft-eastlake-fnv.

export function fnv1a(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}
