// Empties the docstrings of CPython's C functions in the wasm's data, but for their signatures.
import { InternalError } from '../../errors.ts'
import { addressesNamed } from './addresses.ts'

/** What CPython looks for between the two: Objects/typeobject.c, SIGNATURE_END_MARKER. */
const MARKER = Buffer.from('\n--\n\n')
/** How a text begins that has a signature: the function's name and its parameters. */
const SIGNATURE = /^[A-Za-z_]\w*\([^]*\)$/
/** A wasm that has fewer is not the one that this was written for. */
const LEAST = 1500

/**
 * The linker lets a text that is another's end lie in that other: so a docstring goes up to the first place in it that code or data
 * may mean. `fill`: as trim() has it, behind a text that is empty then.
 */
export function forgetDocstrings(data: Buffer, code: Buffer, fill: number): void {
  const named = addressesNamed(data, code)
  let found = 0
  for (let at = data.indexOf(MARKER); at >= 0; at = data.indexOf(MARKER, at + 1)) {
    const signature = data.toString('latin1', data.lastIndexOf(0, at) + 1, at)
    if (!SIGNATURE.test(signature)) continue
    const words = at + MARKER.length
    let end = words
    while (data[end] !== 0 && !named.has(end)) end++
    if (end > words) data.fill(fill, words + 1, end).fill(0, words, words + 1)
    found++
  }
  if (found < LEAST) throw new InternalError(`the wasm has ${found} docstrings with signatures, not ${LEAST}`)
}
