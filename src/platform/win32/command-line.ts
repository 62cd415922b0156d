// A program and its words out of one command line, as on Windows, where a process gets nothing else: CreateProcessW takes the
// program from it, and the program's C runtime its argv. Microsoft's "Parsing C command-line arguments".

export interface Words {
  readonly program: string
  readonly words: readonly string[]
}

/** Bytes as latin1: what matters is ASCII. */
export function wordsOf(line: string): Words {
  const { word: program, end } = first(line)
  const words: string[] = []
  for (let at = skipBlank(line, end); at < line.length; ) {
    const found = next(line, at)
    words.push(found.word)
    at = skipBlank(line, found.end)
  }
  return { program, words }
}

// The program's name knows no escapes: quotes only keep blanks together.
function first(line: string): { readonly word: string; readonly end: number } {
  let word = ''
  let quoted = false
  let end = 0
  for (; end < line.length; end++) {
    const char = line.charAt(end)
    if (char === '"') quoted = !quoted
    else if (!quoted && isBlank(char)) break
    else word += char
  }
  return { word, end }
}

// 2n backslashes before a quote are n and the quote counts, 2n+1 are n and a quote as such; others are themselves. Within
// quotes two quotes are one.
function next(line: string, start: number): { readonly word: string; readonly end: number } {
  let word = ''
  let quoted = false
  let at = start
  while (at < line.length && (quoted || !isBlank(line.charAt(at)))) {
    const [slashes = ''] = /^\\*/.exec(line.slice(at)) ?? []
    const after = at + slashes.length
    if (line.charAt(after) !== '"') {
      word += slashes || line.charAt(at)
      at = slashes ? after : at + 1
      continue
    }
    word += slashes.slice(0, Math.floor(slashes.length / 2))
    at = after + 1
    if (slashes.length % 2 === 1) word += '"'
    else if (quoted && line.charAt(at) === '"') {
      word += '"'
      at++
    } else quoted = !quoted
  }
  return { word, end: at }
}

function skipBlank(line: string, start: number): number {
  let at = start
  while (at < line.length && isBlank(line.charAt(at))) at++
  return at
}

const isBlank = (char: string) => char === ' ' || char === '\t'
