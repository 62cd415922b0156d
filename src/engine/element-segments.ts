// The element section of a module with one table of functions.
import { number, OP, signed, vector } from './wasm-binary.ts'

/** An active segment of the first table for each run of slots that have a function. */
export function elementSegments(slots: readonly (number | undefined)[]): Buffer[] {
  const segments: Buffer[] = []
  for (let from = 0; from < slots.length; from++) {
    let to = from
    while (to < slots.length && slots[to] !== undefined) to++
    if (to === from) continue
    const functions = slots.slice(from, to).map((index) => number(index ?? 0))
    segments.push(Buffer.concat([number(0), Buffer.of(OP.i32Const), signed(from), Buffer.of(OP.end), vector(functions)]))
    from = to
  }
  return segments
}
