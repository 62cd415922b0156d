// Which rule for first lines a script meets: those by which a client decides on Windows what runs it.

export type Rule = 'none' | 'program' | 'options' | 'quoted' | 'extension' | 'python' | 'env-python'

export interface Shebang {
  /** The first line without its end; empty where it is neither #! nor #EXT. */
  readonly line: string
  readonly rule: Rule
  readonly meaning: string
}

const MEANINGS: Readonly<Record<Rule, string>> = {
  none: 'no first line of that kind: on Windows cmd.exe runs it, elsewhere nothing says that it is Python',
  program: 'a program, found in PATH, runs it',
  options: 'a program with options runs it, the script is its last word',
  quoted: 'a quoted program runs it, the script is its last word',
  extension: 'it is written to a file with this extension, and that is run',
  python: 'the built-in Python runs it',
  'env-python': "on Windows the built-in Python runs it, elsewhere the system's",
}

export function shebangOf(source: Uint8Array): Shebang {
  const text = Buffer.from(source.subarray(0, LONGEST_LINE))
    .toString()
    .replace(/^\uFEFF/, '')
  const [line = ''] = /^#(?:!|EXT\s)[^\r\n]*/.exec(text) ?? []
  const rule = ruleOf(line)
  return { line, rule, meaning: MEANINGS[rule] }
}
const LONGEST_LINE = 1024 // bytes; systems read less of it

/** The rules in the order of the document; a Python is told from other programs by its name. */
function ruleOf(line: string): Rule {
  if (line.startsWith('#EXT')) return /^#EXT\s+\S+\s*$/.test(line) ? 'extension' : 'none'
  const words = line.slice(2).trim()
  if (words === '') return 'none'
  if (/^python[\d.]*(\.exe)?(\s|$)/i.test(words)) return 'python'
  if (/^\/(usr\/)?bin\/env\s+(-S\s+)?python[\d.]*(\s|$)/.test(words)) return 'env-python'
  if (words.startsWith('"')) return 'quoted'
  return /\s/.test(words) ? 'options' : 'program'
}
