// A large file as differences, piece by piece: the program of a Node has 120 MB, and what fossil-delta puts together is an array of
// numbers, of which V8 makes none so long. Each piece is a difference to the stretch of the old file around the same place.
import { applyDelta } from 'fossil-delta'

export const PIECE_BYTES = 8 << 20
/** How far something may have moved and still be found, besides what the whole file has grown by. */
const REACH_BYTES = 4 << 20

/** What the piece that begins at `at` in a file of `bytes` is a difference to. */
export function stretchFor(old: Uint8Array, at: number, bytes: number): Uint8Array {
  const middle = bytes === 0 ? 0 : Math.floor((at * old.length) / bytes)
  return old.subarray(Math.max(0, middle - REACH_BYTES), middle + PIECE_BYTES + REACH_BYTES)
}

/** `pieces`: each with its length before it, in four bytes. RangeError, or fossil-delta's error, where they do not make a file of `bytes`. */
export function fromPieces(old: Uint8Array, pieces: Uint8Array, bytes: number): Uint8Array {
  const view = new DataView(pieces.buffer, pieces.byteOffset, pieces.length)
  const file = Buffer.alloc(bytes)
  let from = 0
  for (let at = 0; at < bytes; at += PIECE_BYTES) {
    const length = view.getUint32(from, true)
    const piece = Uint8Array.from(applyDelta(stretchFor(old, at, bytes), pieces.subarray(from + 4, from + 4 + length)))
    if (piece.length !== Math.min(PIECE_BYTES, bytes - at)) throw new RangeError('a piece of another length')
    file.set(piece, at)
    from += 4 + length
  }
  if (from !== pieces.length) throw new RangeError('more pieces than the file has')
  return file
}
