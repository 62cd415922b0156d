// Drops the data sections of a wasm module, byte for byte and without decoding anything else. WebAssembly Core, binary
// format: a section is an id, a LEB128 size, its bytes; data is 11, its count 12.

const DATA_SECTIONS = new Set([11, 12])
const PREAMBLE_BYTES = 8

export function withoutData(wasm: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [wasm.subarray(0, PREAMBLE_BYTES)]
  for (let at = PREAMBLE_BYTES; at < wasm.length; ) {
    const start = at
    const id = wasm[at++] ?? 0
    let size = 0
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at++] ?? 0
      size += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) break
    }
    at += size
    if (!DATA_SECTIONS.has(id)) kept.push(wasm.subarray(start, at))
  }
  return Buffer.concat(kept)
}
