// What a stream carries at each place: different for every stream, and never the same for long.

export function patternByte(stream: number, place: number): number {
  return (Math.imul(place + 1, 2_654_435_761) + stream * 97) >>> 24
}
