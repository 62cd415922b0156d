// Where two areas of the same length differ. Equal stretches are skipped by Node's own comparison, which is fast.

interface Part {
  readonly from: number
  readonly to: number
}

const STRETCH_BYTES = 4096

/** The parts of `now`, up to its length, in which it is not as `before`. */
export function* changedParts(before: Uint8Array, now: Uint8Array): Generator<Part> {
  for (let at = 0; at < now.length; at += STRETCH_BYTES) {
    const end = Math.min(at + STRETCH_BYTES, now.length)
    if (Buffer.compare(before.subarray(at, end), now.subarray(at, end)) === 0) continue
    for (let from = at; from < end; from++) {
      if (before[from] === now[from]) continue
      let to = from + 1
      while (to < end && before[to] !== now[to]) to++
      yield { from, to }
      from = to
    }
  }
}
