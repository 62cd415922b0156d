// WebAssembly's binary format, as far as whole sections and their entries go: WebAssembly Core Specification, 5. No
// instruction is decoded.

export const SECTION = {
  custom: 0,
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  memory: 5,
  global: 6,
  export: 7,
  start: 8,
  element: 9,
  code: 10,
  data: 11,
  dataCount: 12,
  tag: 13,
} as const
export const KIND = { function: 0, table: 1, memory: 2, global: 3, tag: 4 } as const
/** The instructions that stubs and initialisers are made of. */
export const OP = { unreachable: 0x00, end: 0x0b, call: 0x10, callIndirect: 0x11, localGet: 0x20, i32Const: 0x41 } as const
export const PREAMBLE = Buffer.from([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0])

/** Reads at a place that moves on. */
export class WasmReader {
  readonly bytes: Buffer
  at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.at = at
  }

  get ended(): boolean {
    return this.at >= this.bytes.length
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0
  }

  /** An unsigned LEB128. */
  number(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
    }
  }

  /** A signed LEB128 of up to 32 bits. */
  signed(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte()
      value |= (byte & 0x7f) << shift
      if (byte >= 0x80) continue
      return byte & 0x40 && shift < 25 ? value | (-1 << (shift + 7)) : value
    }
  }

  text(): string {
    const length = this.number()
    return this.bytes.toString('utf8', this.at, (this.at += length))
  }

  /** A vector: its count, then each entry by `read`. */
  vector<T>(read: (index: number) => T): T[] {
    return Array.from({ length: this.number() }, (_, index) => read(index))
  }

  /** What `skip` passes over. */
  raw(skip: () => void): Buffer {
    const start = this.at
    skip()
    return this.bytes.subarray(start, this.at)
  }
}

/** The contents of each section that is not custom; of a kind there is at most one. */
export function sectionsOf(wasm: Uint8Array): Map<number, Buffer> {
  const reader = new WasmReader(wasm, PREAMBLE.length)
  const sections = new Map<number, Buffer>()
  while (!reader.ended) {
    const id = reader.byte()
    const size = reader.number()
    const contents = reader.bytes.subarray(reader.at, (reader.at += size))
    if (id !== SECTION.custom) sections.set(id, contents)
  }
  return sections
}

export function number(value: number): Buffer {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest])
    bytes.push((rest % 128) | 0x80)
  }
}

export function signed(value: number): Buffer {
  const bytes: number[] = []
  for (let rest = value; ; rest >>= 7) {
    const byte = rest & 0x7f
    if ((rest >> 7 === 0 && !(byte & 0x40)) || (rest >> 7 === -1 && byte & 0x40)) return Buffer.from([...bytes, byte])
    bytes.push(byte | 0x80)
  }
}

export function text(value: string): Buffer {
  const bytes = Buffer.from(value)
  return Buffer.concat([number(bytes.length), bytes])
}

export function vector(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat([number(entries.length), ...entries])
}

export function section(id: number, contents: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([id]), number(contents.length), contents])
}
