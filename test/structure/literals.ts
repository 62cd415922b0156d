// String and template literals of TypeScript source, found by one pass over its characters. Comments and regular
// expressions are stepped over; in a template, what stands in ${ } is looked through as code again.

/** The text of each literal, escapes as they are written but for \n. */
export function literalsOf(text: string): readonly string[] {
  const found: string[] = []
  scan(text, 0, found, false)
  return found
}

// Scans code from `at` to the end, or to the brace that closes a template's expression; answers where it stopped.
function scan(text: string, start: number, found: string[], inTemplate: boolean): number {
  let depth = 0
  let before = ''
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at)
    const pair = text.slice(at, at + 2)
    if (pair === '//') at = lineEnd(text, at)
    else if (pair === '/*') at = text.indexOf('*/', at + 2) + 1
    else if (char === "'" || char === '"') at = quoted(text, at, char, found)
    else if (char === '`') at = template(text, at, found)
    else if (char === '/' && startsRegExp(before)) at = regExpEnd(text, at)
    else if (char === '{') depth++
    else if (char === '}' && depth-- === 0 && inTemplate) return at
    if (char.trim() !== '') before = `${before}${char}`.slice(-12)
  }
  return text.length
}

function quoted(text: string, start: number, quote: string, found: string[]): number {
  let at = start + 1
  while (at < text.length && text[at] !== quote && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1
  found.push(text.slice(start + 1, at).replaceAll('\\n', '\n'))
  return at
}

function template(text: string, start: number, found: string[]): number {
  let literal = ''
  let at = start + 1
  for (; at < text.length && text[at] !== '`'; at++) {
    if (text.startsWith('${', at)) at = scan(text, at + 2, found, true)
    else literal += text[at] === '\\' ? `${text[at]}${text[++at] ?? ''}` : text.charAt(at)
  }
  found.push(literal.replaceAll('\\n', '\n'))
  return at
}

// A slash begins a regular expression where a value may begin: after an operator, a bracket or a keyword.
function startsRegExp(before: string): boolean {
  return before === '' || /[(,=:[!&|?{};+\-*%<>~^]$|(?:return|typeof|case|in|of|yield|await)$/.test(before)
}

function regExpEnd(text: string, start: number): number {
  let inClass = false
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at]
    if (char === '\\') at++
    else if (char === '[') inClass = true
    else if (char === ']') inClass = false
    else if (char === '\n' || (char === '/' && !inClass)) return at
  }
  return text.length
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
