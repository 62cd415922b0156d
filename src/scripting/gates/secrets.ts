// Values that may appear nowhere: taken out of what a script prints, piece by piece as it comes.
import type { Variable } from '../profile/resolve.ts'

export const MASK = '******'

export const secretsOf = (pushed: ReadonlyMap<string, Variable>): readonly string[] =>
  [...pushed.values()].flatMap(({ secret, value }) => (secret ? [value] : []))

/** Bytes in, bytes out. What could be the beginning of a secret is held back until more comes, or the end. */
export class Masker {
  readonly #secrets: readonly string[]
  #held = ''

  constructor(secrets: Iterable<string>) {
    this.#secrets = formsOf(secrets).map((form) => Buffer.from(form).toString('latin1'))
  }

  push(chunk: Buffer): Buffer {
    if (this.#secrets.length === 0) return chunk
    const text = this.#masked(this.#held + chunk.toString('latin1'))
    const keep = this.#beginningAtEnd(text)
    this.#held = text.slice(text.length - keep)
    return Buffer.from(text.slice(0, text.length - keep), 'latin1')
  }

  end(): Buffer {
    const rest = Buffer.from(this.#held, 'latin1')
    this.#held = ''
    return rest
  }

  #masked(text: string): string {
    return this.#secrets.reduce((masked, secret) => masked.replaceAll(secret, MASK), text)
  }

  #beginningAtEnd(text: string): number {
    const lengths = this.#secrets.map((secret) => {
      for (let n = Math.min(secret.length - 1, text.length); n > 0; n--) if (text.endsWith(secret.slice(0, n))) return n
      return 0
    })
    return Math.max(0, ...lengths)
  }
}

/** A text of the engine's own, such as why a script did not run. */
export function masked(text: string, secrets: Iterable<string>): string {
  return formsOf(secrets).reduce((shown, form) => shown.replaceAll(form, MASK), text)
}

/**
 * A secret, and how it looks where programs commonly print it: quoted (JSON, repr), in a URL, as base64, and line by line. What
 * a script disguises itself is its own affair. The longest first, as one may be a part of another.
 */
function formsOf(secrets: Iterable<string>): readonly string[] {
  const forms = [...secrets].flatMap((secret) => [secret, ...secret.split(/\r?\n/)]).flatMap(looks)
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST).sort((a, b) => b.length - a.length)
}

/** As the schema has it; a shorter piece would tear words apart. */
const SHORTEST = 4

function looks(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1)
  const ascii = json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const python = secret.replace(/[\\'\n\r\t]/g, (character) => PYTHON[character] ?? character)
  const url = encodeURIComponent(Buffer.from(secret).toString()) // without lone surrogates, which it does not take
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '')
  return [secret, json, ascii, python, python.replaceAll("\\'", "'"), url, url.replaceAll('%20', '+'), base64]
}

const PYTHON: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' }
