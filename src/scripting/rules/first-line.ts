// A script's first line, taken apart. Line ends of any kind, blanks and a byte order mark are told apart from what it says.

export interface FirstLine {
  /** Without the line end and without blanks at the end. */
  readonly text: string
  readonly hasByteOrderMark: boolean
  /** The line ends as Windows ends lines. */
  readonly hasCarriageReturn: boolean
  /** All after the line, its line end not included. */
  readonly rest: string
}

export function firstLineOf(body: string): FirstLine {
  const hasByteOrderMark = body.startsWith('\uFEFF')
  const [whole = '', text = '', end = ''] = /^([^\n]*?)(\r*(?:\n|$))/.exec(hasByteOrderMark ? body.slice(1) : body) ?? []
  return {
    text: text.replace(/[ \t]+$/, ''),
    hasByteOrderMark,
    hasCarriageReturn: end.startsWith('\r'),
    rest: body.slice(whole.length + (hasByteOrderMark ? 1 : 0)),
  }
}

/** What stands after `#!`, or undefined where the line is no such line. */
export function shebangOf({ text }: FirstLine): string | undefined {
  return text.startsWith('#!') ? text.slice(2).replace(/^[ \t]+/, '') : undefined
}

/** What stands after `#EXT`. */
export function extensionOf({ text }: FirstLine): string | undefined {
  return /^#EXT(?:[ \t]+(.*))?$/
    .exec(text)
    ?.slice(1)
    .map((word = '') => word)[0]
}
