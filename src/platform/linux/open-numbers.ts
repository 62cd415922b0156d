// The numbers of the descriptors that this process has open.
import fs from 'node:fs'

const DESCRIPTORS = '/proc/self/fd'

/** In their order; none on a system that does not tell. */
export function openNumbers(): readonly number[] {
  let names: readonly string[]
  try {
    names = fs.readdirSync(DESCRIPTORS)
  } catch {
    return [] // no such system
  }
  const listing = fs.openSync(DESCRIPTORS, 'r') // gets the number that reading the folder had: it is free again
  fs.closeSync(listing)
  return names
    .map(Number)
    .filter((fd) => fd !== listing)
    .sort((a, b) => a - b)
}
