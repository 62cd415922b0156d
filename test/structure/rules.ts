// The rules that a file keeps by itself, each a function from a file to what is wrong in it. Which files a rule looks at
// stands in structure.test.ts.
import { GUEST_ERRNO } from '../../src/kernel/errno.ts'
import { literalsOf } from './literals.ts'
import type { Finding, Source } from './sources.ts'

const MAX_FILE_LINES = 250
const MAX_PYTHON_COLUMNS = 130

/** A file that grows past this holds a second idea. */
export function checkSize({ path, text }: Source): readonly Finding[] {
  const count = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  return count > MAX_FILE_LINES ? [`${path} has ${count} lines, more than ${MAX_FILE_LINES}`] : []
}

/** A stranger reads in the first lines what the file is. */
export function checkOpening({ path, text }: Source): readonly Finding[] {
  const [first = '', second = ''] = text.split('\n')
  const opening = first.startsWith('#!') ? second : first
  const wanted = path.endsWith('.py') ? /^[rR]?"""\S/ : /^\/\/ \S/
  return wanted.test(opening) ? [] : [`${path} does not open with a comment`]
}

/** Python lives in .py files, where it is checked, compiled and read as what it is. */
export function checkNoPythonText({ path, text }: Source): readonly Finding[] {
  return literalsOf(text)
    .filter((literal) => PYTHON.test(literal) && !literal.startsWith('#!')) // the first line of a script is what those are about
    .map((literal) => `${path} holds Python in a string: ${JSON.stringify(literal.slice(0, 60))}`)
}
const PYTHON =
  /^\s*(?:import [a-z_][\w.]*(?:\s*[,;#].*|\s+as \w+)?|from [\w.]+ import .+|(?:async )?def \w+\(.*|class \w+(?:\(.*\))?:|print\(.*|(?:if|for|while|with|try|except)\b.*:)$/m

/** Emscripten's and Pyodide's own JavaScript is not in the product. */
export function checkNoBridge(source: Source): readonly Finding[] {
  return matches(source, /\b(?:loadPyodide|NODEFS|JsProxy)\b|pyodide\.asm\.mjs/g, 'names')
}

/** Nothing depends on the machine that a file was written on, or says where its packages came from. */
export function checkNoMachine(source: Source): readonly Finding[] {
  return matches(
    source,
    /(?<![\w.~-])\/(?:work|root|home\/\w+|Users\/\w+)\/\w+|\bnpmjs\b|\bpypi\.org\b|\bdeb(?:ian)?\.debian\b/g,
    'names',
  )
}

/** Where a run happens is a parameter; only src/platform and the command itself look at the machine. */
export function checkNoPlatformQuestion(source: Source): readonly Finding[] {
  return matches(source, /\bprocess\.(?:platform|arch)\b|\bos\.platform\(\)/g, 'asks')
}

/** Errors are spoken of by name; their numbers stand in tables. */
export function checkNoErrnoNumbers(source: Source): readonly Finding[] {
  return matches(source, ERRNO_NUMBER, 'has an error number of its own:')
}
const names = Object.keys(GUEST_ERRNO).join('|')
const ERRNO_NUMBER = new RegExp(`\\b(?:errno|${names})\\b\\s*(?:[=!]=+|[:=])\\s*-?[1-9]\\d*|\\bOSError\\(\\s*\\d+`, 'g')

/** In py-runner.js who imports takes what is exported once, when it begins: bundle/parts.ts. */
export function checkExportsStay(source: Source): readonly Finding[] {
  return matches(source, /^export (?:let|var)\b/g, 'exports what may be assigned later:')
}

/** Python as it is formatted here: spaces, no trailing blanks, lines of the same width as TypeScript's. */
export function checkPythonLines({ path, text }: Source): readonly Finding[] {
  return text.split('\n').flatMap((line, i) => {
    const at = `${path}:${i + 1}`
    if (line.includes('\t')) return [`${at} has a tab`]
    if (/[ \r]$/.test(line)) return [`${at} ends in a blank`]
    return line.length > MAX_PYTHON_COLUMNS ? [`${at} has ${line.length} columns, more than ${MAX_PYTHON_COLUMNS}`] : []
  })
}

function matches({ path, text }: Source, pattern: RegExp, words: string): readonly Finding[] {
  return text.split('\n').flatMap((line, i) => [...line.matchAll(pattern)].map(([found]) => `${path}:${i + 1} ${words} ${found}`))
}
