// The data of a module as one image of the memory from address 0, and back into segments.
import { number, OP, signed, type WasmReader } from '../wasm-binary.ts'

/** Zeros between two segments cost more than the head of a second one from here on. */
const HEAD_BYTES = 24

export function dataImage(reader: WasmReader): Buffer {
  const segments = reader.vector(() => {
    if (reader.number() !== 0) throw new RangeError('a data segment of another kind')
    reader.byte()
    const at = reader.signed()
    reader.byte()
    const length = reader.number()
    return { at, bytes: reader.bytes.subarray(reader.at, (reader.at += length)) }
  })
  const image = Buffer.alloc(Math.max(...segments.map(({ at, bytes }) => at + bytes.length)))
  for (const { at, bytes } of segments) bytes.copy(image, at)
  return image
}

export function dataSegments(image: Buffer): Buffer[] {
  const segments: Buffer[] = []
  for (let from = 0; from < image.length; ) {
    while (from < image.length && image[from] === 0) from++
    if (from === image.length) break
    let to = from + 1
    for (let at = to; at < image.length && at - to < HEAD_BYTES; at++) if (image[at] !== 0) to = at + 1
    segments.push(
      Buffer.concat([
        number(0),
        Buffer.of(OP.i32Const),
        signed(from),
        Buffer.of(OP.end),
        number(to - from),
        image.subarray(from, to),
      ]),
    )
    from = to
  }
  return segments
}
