// The one codec for values that cross a border: guest <-> host (CPython's own C code reads and writes it there) and
// guest end <-> host end. It is the part of CPython's marshal format, version 2, that has no references and no code:
// None, bool, int, float, bytes, str, tuple, list, dict. CPython Python/marshal.c is the description.
import buffer from 'node:buffer'
import { InternalError } from '../errors.ts'

export type Value = null | boolean | number | bigint | string | Uint8Array | readonly Value[] | ReadonlyMap<string, Value>

/** Encodes a value. Arrays become tuples, Maps dicts, integral numbers ints, Uint8Array bytes, strings str (UTF-8, lone surrogates kept). */
export function encode(value: Value): Uint8Array {
  const writer = new Writer()
  writer.value(value)
  return writer.take()
}

/** Decodes what `encode` or the guest's `marshal.dumps(value, 2)` wrote. Anything else is an InternalError. */
export function decode(bytes: Uint8Array): Value {
  const reader = new Reader(bytes)
  const value = reader.value(0)
  if (reader.at !== bytes.length) throw new InternalError(`marshal: ${bytes.length - reader.at} bytes too many`)
  return value
}

const MAX_DEPTH = 200
const code = (letter: string) => letter.charCodeAt(0)

class Writer {
  #buffer = Buffer.allocUnsafe(256)
  #length = 0

  take(): Uint8Array {
    return this.#buffer.subarray(0, this.#length)
  }

  value(value: Value): void {
    if (value === null) this.#byte(code('N'))
    else if (value === true) this.#byte(code('T'))
    else if (value === false) this.#byte(code('F'))
    else if (typeof value === 'number') this.#number(value)
    else if (typeof value === 'bigint') this.#long(value)
    else if (typeof value === 'string') this.#sized('u', utf8(value))
    else if (value instanceof Uint8Array) this.#sized('s', value)
    else if (value instanceof Map) {
      this.#byte(code('{'))
      for (const [key, item] of value) {
        this.value(key)
        this.value(item)
      }
      this.#byte(code('0'))
    } else {
      const items = value as readonly Value[] // the only kind left
      this.#byte(code('('))
      this.#word(items.length)
      for (const item of items) this.value(item)
    }
  }

  #number(value: number): void {
    if (Number.isInteger(value) && !Object.is(value, -0)) {
      if (value !== (value | 0)) return this.#long(BigInt(value))
      this.#byte(code('i'))
      this.#word(value)
    } else {
      this.#byte(code('g'))
      this.#room(8)
      this.#buffer.writeDoubleLE(value, this.#length)
      this.#length += 8
    }
  }

  // TYPE_LONG: a signed count of 15-bit digits, least significant first.
  #long(value: bigint): void {
    const digits: number[] = []
    for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= 15n) digits.push(Number(rest & 0x7fffn))
    this.#byte(code('l'))
    this.#word(value < 0n ? -digits.length : digits.length)
    for (const digit of digits) {
      this.#room(2)
      this.#length = this.#buffer.writeUInt16LE(digit, this.#length)
    }
  }

  #sized(type: string, bytes: Uint8Array): void {
    this.#byte(code(type))
    this.#word(bytes.length)
    this.#room(bytes.length)
    this.#buffer.set(bytes, this.#length)
    this.#length += bytes.length
  }

  #byte(value: number): void {
    this.#room(1)
    this.#buffer[this.#length++] = value
  }

  #word(value: number): void {
    this.#room(4)
    this.#length = this.#buffer.writeInt32LE(value | 0, this.#length)
  }

  #room(size: number): void {
    if (this.#length + size <= this.#buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#length + size))
    larger.set(this.#buffer.subarray(0, this.#length))
    this.#buffer = larger
  }
}

class Reader {
  at = 0
  readonly #bytes: Buffer
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  value(depth: number): Value {
    if (depth > MAX_DEPTH) throw new InternalError('marshal: nested too deep')
    const type = String.fromCharCode(this.#take(1)[0] ?? 0)
    switch (type) {
      case 'N':
        return null
      case 'T':
        return true
      case 'F':
        return false
      case 'i':
        return this.#word()
      case 'l':
        return this.#long()
      case 'g':
        return this.#take(8).readDoubleLE()
      case 's':
        return this.#take(this.#count())
      case 'u':
      case 't':
        return text(this.#take(this.#count()))
      case '(':
      case '[': {
        const count = this.#count()
        const items: Value[] = []
        for (let i = 0; i < count; i++) items.push(this.value(depth + 1))
        return items
      }
      case '{':
        return this.#dict(depth)
      default:
        throw new InternalError(`marshal: unknown type ${JSON.stringify(type)}`)
    }
  }

  #dict(depth: number): ReadonlyMap<string, Value> {
    const map = new Map<string, Value>()
    while (this.#bytes[this.at] !== code('0')) {
      const key = this.value(depth + 1)
      if (typeof key !== 'string') throw new InternalError('marshal: a key that is no str')
      map.set(key, this.value(depth + 1))
    }
    this.at++
    return map
  }

  // As r_PyLong checks them: digits of 15 bits, the last one not zero. Anything else would have two encodings.
  #long(): Value {
    const count = this.#word()
    const size = Math.abs(count)
    const raw = this.#take(2 * size)
    let value = 0n
    for (let i = size - 1; i >= 0; i--) {
      const digit = raw.readUInt16LE(2 * i)
      if (digit > 0x7fff) throw new InternalError('marshal: a digit of more than 15 bits')
      if (digit === 0 && i === size - 1) throw new InternalError('marshal: a number that is not as short as it can be')
      value = (value << 15n) | BigInt(digit)
    }
    if (count < 0) value = -value
    return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value
  }

  #word(): number {
    return this.#take(4).readInt32LE()
  }

  #count(): number {
    const count = this.#word()
    if (count < 0 || count > this.#bytes.length - this.at) throw new InternalError('marshal: a size beyond the end')
    return count
  }

  #take(size: number): Buffer {
    if (size > this.#bytes.length - this.at) throw new InternalError('marshal: cut off')
    this.at += size
    return this.#bytes.subarray(this.at - size, this.at)
  }
}

// CPython writes str with the surrogatepass handler; WTF-8 in both directions keeps lone surrogates.
function utf8(value: string): Uint8Array {
  if (value.isWellFormed()) return Buffer.from(value, 'utf8')
  const parts: Uint8Array[] = []
  for (const point of value) {
    const unit = point.charCodeAt(0)
    const lone = point.length === 1 && unit >= 0xd800 && unit <= 0xdfff
    parts.push(
      lone ? Buffer.of(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)) : Buffer.from(point, 'utf8'),
    )
  }
  return Buffer.concat(parts)
}

function text(bytes: Buffer): string {
  let start = 0
  let result = ''
  for (let i = bytes.indexOf(0xed); i >= 0; i = bytes.indexOf(0xed, i + 1)) {
    const [, second = 0, third = 0] = bytes.subarray(i, i + 3)
    if (second < 0xa0 || second > 0xbf || (third & 0xc0) !== 0x80) continue
    result += wellFormed(bytes.subarray(start, i)) + String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f))
    start = i + 3
  }
  return result + wellFormed(bytes.subarray(start))
}

function wellFormed(bytes: Buffer): string {
  if (!buffer.isUtf8(bytes)) throw new InternalError('marshal: text that is not UTF-8')
  return bytes.toString('utf8')
}
