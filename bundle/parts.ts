// Makes py-runner.js, the one file that the host's code and its dependencies are in: a table of functions, one for each chunk that
// esbuild splits the ES modules into. src/read-parts.ts reads it by parts, and a part is a line; src/whole-parts.ts at its end is for
// who loads it whole.
import { basename } from 'node:path'
import { type Metafile, type OutputFile, transform } from 'esbuild'

export interface Named {
  readonly name: string
  /** One expression: the function. */
  readonly text: string
}

/** Where the first part begins, which is known before the file is. */
export const firstAt = (name: string) => HEAD.length + label(name).length
const HEAD = '"use strict";const parts={\n'
const label = (name: string) => `${JSON.stringify(name)}:`

/** The file; `end` stands behind the table. */
export function joinParts(parts: readonly Named[], end: string): string {
  const lines = parts.map(({ name, text }) => `${label(name)}${text},\n`)
  return `${HEAD}${lines.join('')}};${end.trim()}\n/*! Licences: py-runner.js.LEGAL.txt */\n`
}

/** The chunks of a build with `splitting`. */
export async function partsOf(files: readonly OutputFile[], { outputs }: Metafile): Promise<readonly Named[]> {
  const chunks = new Map<string, string>()
  for (const { path, text } of files) if (path.endsWith('.mjs')) chunks.set(basename(path), text)
  const names = namesOf(outputs)
  const idle = Object.entries(outputs).flatMap(([path, { inputs }]) => (Object.keys(inputs).length === 0 ? [basename(path)] : []))
  const parts = [...chunks.keys()].map((chunk) =>
    partOf(names.get(chunk) ?? chunk, withoutBare(chunk, chunks, new Set(idle)), names),
  )
  return (await Promise.all(parts)).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** `text`: an ES module that esbuild made small; `names`: of the others that it names. */
export async function partOf(name: string, text: string, names: ReadonlyMap<string, string> = new Map()): Promise<Named> {
  const { code } = await transform(text, { ...TARGET, format: 'cjs', minifySyntax: true, minifyWhitespace: true })
  const others = (_: string, how: string, other: string) =>
    `${how === 'import' ? 'importFile' : how}("./${names.get(other) ?? other}")`
  const body = boundOnce(withoutHelpers(name, code)).replaceAll(/\b(require|import)\("\.\/([^"]+)"\)/g, others)
  // Assigned, else it would be minified to nothing; in brackets, which tell V8 that it will be called at once.
  const { code: made } = await transform(`${MADE}function(${TAKES}){${body}\n}`, { ...TARGET, minify: true })
  const part = `(${made.trim().slice(MADE.length).replace(/;$/, '')})`
  if (/\braw`[^`]*[\n\u0080-\uffff]/.test(part))
    throw new Error(`the part ${name} has a raw template, which escapes would change`)
  return { name, text: part.replaceAll(/[\n\u0080-\uffff]/g, escaped) }
}
/** See Part in src/link-parts.ts. */
const TAKES = 'require,define,__dirname,importFile,__toESM'
const MADE = 'part='
const TARGET = { platform: 'neutral', target: 'node20', legalComments: 'none' } as const

/** What esbuild leaves: in templates the ends of lines, in regular expressions characters of more than a byte. */
const escaped = (unit: string) => (unit === '\n' ? '\\n' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

// esbuild names in each chunk all that are to run before it; here one runs when something of it is asked for. One that is named and
// never asked may be there for what it does, unless nothing of any source is in it.
function withoutBare(chunk: string, chunks: ReadonlyMap<string, string>, idle: ReadonlySet<string>): string {
  const textOf = (each: string) => chunks.get(each) ?? ''
  const asked = new Set(idle)
  const follow = (each: string) => {
    for (const [, other = ''] of textOf(each).matchAll(/\bfrom"\.\/([^"]+)"/g)) {
      if (asked.has(other)) continue
      asked.add(other)
      follow(other)
    }
  }
  follow(chunk)
  return textOf(chunk).replaceAll(/\bimport"\.\/([^"]+)";/g, (bare, other: string) => (asked.has(other) ? '' : bare))
}

/** esbuild writes its helpers before each file that needs one: ours are the same for all parts, and exports are defined at once. */
function withoutHelpers(name: string, code: string): string {
  const bare = code
    .replace(/^var __(?:create|defProp)=.*?,mod\)+;/s, '')
    .replace(
      /var stdin_exports=\{\};__export\(stdin_exports,(\{[^{}]*\})\);module\.exports=__toCommonJS\(stdin_exports\);/,
      'define($1);',
    )
  if (/\b(?:__(?:create|defProp|copyProps|reExport)|stdin_exports|module\.exports)\b/.test(bare))
    throw new Error(`the part ${name} has helpers of esbuild that bundle/parts.ts does not know`)
  if (/\bimport_meta\b/.test(bare)) throw new Error(`the part ${name} asks for something of import.meta that no part has`)
  return bare
}

/**
 * Imports as names of their own again, which are shorter than properties. That takes them when the part begins: no module exports
 * what it assigns later, and no chunks import one another.
 */
function boundOnce(code: string): string {
  const bound = new Map<string, Set<string>>()
  const used = code.replaceAll(/\b(import_[\w$]+)\.([\w$]+)/g, (_, from: string, name: string) => {
    bound.set(from, (bound.get(from) ?? new Set()).add(name))
    return `${from}__${name}`
  })
  return used.replaceAll(/\b(import_[\w$]+)(?==(?:__toESM\()?require\()/g, (from) => {
    const names = [...(bound.get(from) ?? [])]
    return names.length === 0 ? from : `{${names.map((name) => `${name}:${from}__${name}`).join()}}`
  })
}

/** An entry has its own name, another that of the file which is most of it: stack traces say it. */
function namesOf(outputs: Metafile['outputs']): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const all = Object.entries(outputs).filter(([path]) => path.endsWith('.mjs'))
  const isNamed = ([path]: readonly [string, unknown]) => !/-[0-9A-Z]{8}\.mjs$/.test(path)
  for (const [path, { inputs }] of [...all.filter(isNamed), ...all.filter((each) => !isNamed(each))]) {
    const [[most = path] = []] = Object.entries(inputs).sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput)
    const wanted = basename(isNamed([path, 0]) ? path : most).replace(/(-[0-9A-Z]{8})?\.\w+$/, '')
    let name = wanted
    for (let count = 2; taken.has(name); count++) name = `${wanted}-${count}`
    taken.add(name)
    names.set(basename(path), name)
  }
  return names
}
