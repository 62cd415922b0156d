// What OpenVPN says on its management interface, line by line, by its doc/management-notes.txt. Whatever comes is taken: a line that is
// none of these, or is longer than any can be, is left out.

/** Longer than any line of OpenVPN: a log message has at most 10,240 characters (ERR_BUF_SIZE). */
const LONGEST_LINE = 64 * 1024
/** Asked without a line's end, before everything else. */
const PROMPT = 'ENTER PASSWORD:'

/** Cuts what comes into lines, and keeps no more than one of them. */
export class Lines {
  #rest = ''
  #skips = false

  push(bytes: Buffer): readonly string[] {
    const pieces = bytes.toString('latin1').split('\n')
    const last = pieces.pop() ?? ''
    const lines = pieces.flatMap((piece) => {
      const line = this.#skips ? undefined : this.#rest + piece
      this.#rest = ''
      this.#skips = false
      return line === undefined || line.length > LONGEST_LINE ? [] : [...this.#behindPrompt(line)]
    })
    this.#rest += last
    if (this.#rest.length > LONGEST_LINE) this.#skips = true
    if (this.#skips) this.#rest = ''
    if (this.#rest === PROMPT) {
      this.#rest = ''
      return [...lines, PROMPT]
    }
    return lines
  }

  #behindPrompt(line: string): readonly string[] {
    const text = Buffer.from(line.replace(/\r$/, ''), 'latin1').toString()
    return text.startsWith(PROMPT) ? [PROMPT, text.slice(PROMPT.length)] : [text]
  }
}

export type Notice =
  /** `reason`: why it exits or reconnects, by OpenVPN's words. */
  | { readonly kind: 'state'; readonly at: number; readonly name: string; readonly reason: string }
  | { readonly kind: 'echo'; readonly at: number; readonly text: string }
  | { readonly kind: 'log'; readonly at: number; readonly text: string }
  /** OpenVPN would go on by itself after `seconds`. */
  | { readonly kind: 'hold'; readonly seconds: number }
  /** What it says besides may be a token, and is not kept. */
  | { readonly kind: 'password'; readonly needed: boolean }

/** A line as what it is; undefined for what nobody here needs and for what is no line of OpenVPN's. */
export type Line =
  | Notice
  | { readonly kind: 'prompt' }
  | { readonly kind: 'success'; readonly text: string }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'end' }
  /** Of a history: to be read by what was asked for. */
  | { readonly kind: 'entry'; readonly text: string }

export function parseLine(line: string): Line | undefined {
  if (line === PROMPT) return { kind: 'prompt' }
  if (line === 'END') return { kind: 'end' }
  const [, word = '', text = ''] = /^>?([A-Z-]+):\s?(.*)$/s.exec(line) ?? []
  if (line.startsWith('>')) return parseNotice(word, text)
  if (word === 'SUCCESS') return { kind: 'success', text }
  if (word === 'ERROR') return { kind: 'error', text }
  return /^\d+,/.test(line) ? { kind: 'entry', text: line } : undefined
}

function parseNotice(word: string, text: string): Notice | undefined {
  if (word === 'STATE') return parseEntry('state', text)
  if (word === 'ECHO') return parseEntry('echo', text)
  if (word === 'LOG') return parseEntry('log', text)
  if (word === 'PASSWORD') return { kind: 'password', needed: text.startsWith('Need ') }
  if (word !== 'HOLD') return undefined
  return { kind: 'hold', seconds: Number(/:(\d{1,5})$/.exec(text)?.[1] ?? 0) }
}

/** The same entry stands behind a notice's word and in a history. */
export function parseEntry(kind: 'state' | 'echo' | 'log', text: string): Notice | undefined {
  const [, time, rest = ''] = /^(\d{1,12}),(.*)$/s.exec(text) ?? []
  if (time === undefined) return undefined
  const at = Number(time)
  if (kind === 'echo') return { kind, at, text: rest }
  const comma = rest.indexOf(',')
  if (comma < 0) return undefined
  if (kind === 'log') return { kind, at, text: rest.slice(comma + 1) }
  const [name = '', reason = ''] = rest.split(',')
  return /^[A-Z_]{1,30}$/.test(name) ? { kind, at, name, reason } : undefined
}
