// Options of an OpenVPN client as it has them: from its command line and the files that this names, by openvpn(8).
import fs from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from '../../errors.ts'
import { readOnlyOurs } from '../files/only-ours.ts'

/** An option's name, without dashes, and its words; `<NAME>` and the text where that stands in the file itself. */
export type Directive = readonly [name: string, ...words: string[]]

/** Public, and asked for here; others are keys. */
const KEPT_INSIDE = ['ca', 'peer-fingerprint']
/** Options whose word is a file or a folder, from OpenVPN's own. */
const PATHS = ['ca', 'capath']

const DEEPEST_CONFIG = 10 // openvpn(8), --config: as deep as OpenVPN itself goes

/** Of a running OpenVPN, where the system shows them: proc(5). */
export function directivesOf(pid: number): readonly Directive[] {
  const proc = `/proc/${pid}`
  try {
    const words = fs.readFileSync(`${proc}/cmdline`, 'utf8').split('\0').slice(1, -1)
    if (fs.readFileSync(`${proc}/comm`, 'utf8').trim() !== 'openvpn') throw new Error('it is another program')
    return ofCommandLine(words, () => fs.readlinkSync(`${proc}/cwd`))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError(`the connection profile of OpenVPN (process ${pid}) was not found, --config names it: ${why}`, {
      complete: true,
      cause: error,
    })
  }
}

/** A file that others can write is refused by name. `cwd`: OpenVPN's, from which its names of files start. */
export function directivesIn(file: string, cwd: () => string = process.cwd, depth = 0): readonly Directive[] {
  if (depth > DEEPEST_CONFIG) throw new UsageError(`${file} is taken in too often`, { complete: true })
  const found: Directive[] = []
  let inside = ''
  const text: string[] = []
  for (const line of readOnlyOurs(file)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)) {
    const [, tag] = /^\s*<(\/?[\w-]+)>\s*$/.exec(line) ?? []
    if (inside !== '') {
      if (tag !== `/${inside}`) text.push(line)
      else if (KEPT_INSIDE.includes(inside)) found.push([`<${inside}>`, text.join('\n')])
      if (tag === `/${inside}`) inside = ''
    } else if (tag !== undefined && !tag.startsWith('/') && tag !== 'connection') {
      inside = tag
      text.length = 0
    } else if (tag === undefined) found.push(...taken(wordsOf(line), depth, cwd))
  }
  return found
}

function ofCommandLine(words: readonly string[], cwd: () => string): readonly Directive[] {
  const [first = ''] = words
  if (words.length === 1 && !first.startsWith('--')) return taken(['config', first], 0, cwd)
  const options: string[][] = []
  for (const word of words) {
    if (word.startsWith('--')) options.push([word.slice(2)])
    else options.at(-1)?.push(word)
  }
  return options.flatMap((option) => taken(option, 0, cwd))
}

function taken([name, ...words]: readonly string[], depth: number, cwd: () => string): readonly Directive[] {
  if (name === undefined) return []
  const [path] = words
  if (path === undefined || path.startsWith('[')) return [[name, ...words]] // [inline]: what stands between <NAME> and </NAME>
  const whole = () => (path.startsWith('/') ? path : resolve(cwd(), path))
  if (name === 'config') return directivesIn(whole(), cwd, depth + 1)
  return PATHS.includes(name) ? [[name, whole()]] : [[name, ...words]]
}

/** By parse_line() of OpenVPN: blanks between words, quotes of two kinds, a backslash outside single ones, comments by # and ;. */
export function wordsOf(line: string): readonly string[] {
  const words: string[] = []
  const part = /\s*(?:([#;]).*|((?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\#;]|(?<=\S)[#;])+))/gy
  for (let found = part.exec(line); found?.[2] !== undefined; found = part.exec(line))
    words.push(
      found[2].replace(/"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/g, (_, double, single, plain) => {
        return double?.replace(/\\(.)/g, '$1') ?? single ?? plain
      }),
    )
  return words
}
