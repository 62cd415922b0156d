// How a text travels in the lines that a stock OpenVPN server can push: short words, each with its place, after one that says how
// many there are, how long the text is and what its digest is. What does not arrive exactly so is refused whole.
//
//   py-runner:1:0:COUNT:LENGTH:SHA256        the text's length in bytes of UTF-8, its digest in hexadecimal
//   py-runner:1:INDEX:ID:BASE64              INDEX from 1 to COUNT; ID: how the digest begins
//
// No character of it means anything to OpenVPN's option files, nor to its list of pushed options.
import { createHash } from 'node:crypto'

export const MARK = 'py-runner:'
const VERSION = '1'
/** OpenVPN reads lines of at most 254 characters (OPTION_LINE_SIZE); `push "setenv-safe NAME …"` has to fit around a word. */
const CHUNK_BYTES = 144
/** A server was seen to push half as much again, and no list of scripts is so long. */
export const MOST_BYTES = 1024 * 1024
const ID_LENGTH = 8

/** Stable codes of why what was pushed is not taken. */
export type TransferCode = 'incomplete' | 'repeated' | 'out-of-order' | 'too-large' | 'version' | 'damaged'

export interface Refused {
  readonly code: TransferCode
  readonly message: string
}

/** The words for a text that is not longer than MOST_BYTES. */
export function toChunks(text: string): readonly string[] {
  const bytes = Buffer.from(text)
  const digest = digestOf(bytes)
  const count = countFor(bytes.length)
  const chunks = Array.from({ length: count }, (_, i) =>
    word(i + 1, digest.slice(0, ID_LENGTH), bytes.subarray(i * CHUNK_BYTES, (i + 1) * CHUNK_BYTES).toString('base64')),
  )
  return [word(0, count, bytes.length, digest), ...chunks]
}

interface Head {
  readonly count: number
  readonly length: number
  readonly digest: string
}

/** Takes the words of one transfer in the order in which they come. Keeps no more than the longest text, whatever comes. */
export class Assembly {
  #head: Head | undefined
  #chunks: Buffer[] = []
  #refused: Refused | undefined

  /** Words without MARK are not for us, and may stand between ours. */
  take(text: string): void {
    if (!text.startsWith(MARK) || this.#refused) return
    const refused = this.#next(text.slice(MARK.length).split(':'))
    if (!refused) return
    this.#refused = refused
    this.#chunks = []
  }

  /** What has come: nothing, a whole text, or why it is not taken. */
  end(): undefined | { readonly text: string } | { readonly refused: Refused } {
    if (this.#refused) return { refused: this.#refused }
    if (!this.#head) return undefined
    const { count, length, digest } = this.#head
    const have = this.#chunks.length
    if (have < count) return { refused: { code: 'incomplete', message: `${have} of ${count} chunks have come` } }
    const bytes = Buffer.concat(this.#chunks)
    const text = bytes.length === length && digestOf(bytes) === digest ? utf8(bytes) : undefined
    return text === undefined ? { refused: damaged('the text is not the one that was sent, by its digest') } : { text }
  }

  #next([version = '', index = '', ...fields]: readonly string[]): Refused | undefined {
    if (version !== VERSION)
      return { code: 'version', message: `it is of version ${JSON.stringify(version.slice(0, 20))}, and this is ${VERSION}` }
    if (!/^(0|[1-9]\d{0,8})$/.test(index)) return damaged('a chunk has no number')
    return index === '0' ? this.#begin(fields) : this.#add(Number(index), fields)
  }

  #begin([count = '', length = '', digest = '', ...rest]: readonly string[]): Refused | undefined {
    if (this.#head) return { code: 'repeated', message: 'it began twice' }
    const isWhole = [count, length].every((number) => /^[1-9]\d{0,14}$/.test(number)) && /^[0-9a-f]{64}$/.test(digest)
    if (!isWhole || rest.length > 0) return damaged('its beginning is not one')
    if (Number(length) > MOST_BYTES)
      return { code: 'too-large', message: `${length} bytes are announced, and ${MOST_BYTES} are the most` }
    if (Number(count) !== countFor(Number(length))) return damaged(`${length} bytes are not ${count} chunks`)
    this.#head = { count: Number(count), length: Number(length), digest }
    return undefined
  }

  #add(index: number, [id = '', base64 = '', ...rest]: readonly string[]): Refused | undefined {
    if (!this.#head)
      return { code: 'incomplete', message: `chunk ${index} came without the beginning: what came before it was not seen` }
    const { count, length, digest } = this.#head
    if (id !== digest.slice(0, ID_LENGTH)) return damaged(`chunk ${index} belongs to another text`)
    const expected = this.#chunks.length + 1
    if (index < expected) return { code: 'repeated', message: `chunk ${index} came twice` }
    if (index > count) return damaged(`there is a chunk ${index} of ${count}`)
    if (index > expected) return { code: 'out-of-order', message: `chunk ${index} came where ${expected} was to come` }
    const bytes = Buffer.from(base64, 'base64')
    const wanted = index < count ? CHUNK_BYTES : length - (count - 1) * CHUNK_BYTES
    if (rest.length > 0 || bytes.length !== wanted || bytes.toString('base64') !== base64)
      return damaged(`chunk ${index} is not what was sent`)
    this.#chunks.push(bytes)
    return undefined
  }
}

const word = (...fields: readonly (string | number)[]) => `${MARK}${VERSION}:${fields.join(':')}`
const countFor = (length: number) => Math.ceil(length / CHUNK_BYTES)
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const damaged = (message: string): Refused => ({ code: 'damaged', message })

function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined // it is no UTF-8
  }
}
