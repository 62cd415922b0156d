// A case of the suite test/cases: one folder with a script and, where needed, a case.json that says how it is run.
// What case.json says is checked here in full: an unknown key, a wrong type or a difference without a reason is an error.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bytes } from './bytes.ts'
import { bytesField, fields, listField, mapField, numberField, textField } from './json-fields.ts'

export interface CaseFile {
  readonly name: Bytes
  readonly content: { readonly bytes: Bytes } | { readonly link: Bytes } | { readonly folder: true }
  readonly mode?: number | undefined
}

/** Where py-runner is known to differ, each with the reason. */
export interface Differences {
  /** The whole stream; what py-runner writes stands in the case's stdout.txt or stderr.txt. */
  readonly stdout?: string | undefined
  readonly stderr?: string | undefined
  /** Only the lines of ~ and ^ in tracebacks. */
  readonly markers?: string | undefined
}

export type TerminalStep = readonly [shown: string, typed: string | Readonly<Record<string, number>>]

export interface Case {
  /** `<area>/<case>`. */
  readonly name: string
  /** What the case shows, as a sentence: `about` of case.json, or the script's first comment line. */
  readonly about: string
  readonly folder: string
  readonly args: readonly Bytes[]
  readonly stdin?: Bytes | { readonly file: string } | undefined
  readonly env: Readonly<Record<string, Bytes | null>>
  readonly files: readonly CaseFile[]
  readonly closed: readonly number[]
  readonly umask?: number | undefined
  /** On a terminal: what is typed, each once the text before it is shown. stdout is what the terminal showed. */
  readonly terminal?: readonly TerminalStep[] | undefined
  /** Where stdout and stderr go: two pipes, or one open file. */
  readonly output: 'pipes' | 'file'
  /** The reason why only the exit code and the files left behind are compared. */
  readonly rcOnly?: string | undefined
  readonly differs: Differences
  /** What python3 has nothing to compare with: why, and how it ends; stdout.txt and stderr.txt are what is written. */
  readonly ours?: { readonly because: string; readonly rc: number | string } | undefined
}

/** All cases below `root`, in the order of their names. */
export function findCases(root: string): Case[] {
  const below = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true })
      .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
      .sort()
  return below(root).flatMap((area) => below(join(root, area)).map((name) => readCase(root, `${area}/${name}`)))
}

/** Files of a case folder that describe the run and are not laid out for it. */
export const descriptionFiles: readonly string[] = ['case.json', 'stdout.txt', 'stderr.txt']

function readCase(root: string, name: string): Case {
  const folder = join(root, name)
  const path = join(folder, 'case.json')
  try {
    return parseCase(name, folder, existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {})
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

function parseCase(name: string, folder: string, json: unknown): Case {
  const read = fields(json, KEYS)
  const differs = read('differs', differsField) ?? {}
  const ours = read('ours', oursField)
  if (!ours)
    for (const stream of ['stdout', 'stderr'] as const) {
      const expected = existsSync(join(folder, `${stream}.txt`))
      if (expected !== (differs[stream] !== undefined)) throw new Error(`"differs.${stream}" and ${stream}.txt need each other`)
    }
  return {
    name,
    folder,
    about: read('about', textField) ?? firstComment(join(folder, 'script.py')),
    args: read('args', (value) => listField(value, bytesField)) ?? ['script.py'],
    stdin: read('stdin', stdinField),
    env: read('env', (value) => mapField(value, (item) => (item === null ? null : bytesField(item)))) ?? {},
    files: read('files', (value) => listField(value, fileField)) ?? [],
    closed: read('closed', (value) => listField(value, numberField)) ?? [],
    umask: read('umask', modeField),
    terminal: read('terminal', (value) => listField(value, stepField)),
    output: read('output', outputField) ?? 'pipes',
    rcOnly: read('rcOnly', textField),
    differs,
    ours,
  }
}

const KEYS = [
  'about',
  'args',
  'stdin',
  'env',
  'files',
  'closed',
  'umask',
  'output',
  'terminal',
  'rcOnly',
  'differs',
  'ours',
] as const

function firstComment(script: string): string {
  const line = readFileSync(script, 'latin1')
    .split('\n')
    .find((text) => text.startsWith('# '))
  if (line === undefined) throw new Error('neither "about" nor a comment in script.py says what the case shows')
  return line.slice(2).trim()
}

function stdinField(value: unknown): Bytes | { file: string } {
  if (typeof value !== 'object' || value === null || !('file' in value)) return bytesField(value)
  return { file: fields(value, ['file'])('file', textField) ?? '' }
}

function oursField(value: unknown): Case['ours'] {
  const read = fields(value, ['because', 'rc'])
  const because = read('because', textField)
  const rc = read('rc', (each) => (typeof each === 'string' ? textField(each) : numberField(each)))
  if (because === undefined || rc === undefined) throw new Error('"ours" needs "because" and "rc"')
  return { because, rc }
}

function stepField(value: unknown): TerminalStep {
  const [shown, typed] = Array.isArray(value) && value.length === 2 ? value : [undefined, undefined]
  if (typeof shown !== 'string') throw new Error(`${JSON.stringify(value)} is no pair of what is shown and what is typed`)
  if (typeof typed === 'string') return [shown, typed]
  const read = fields(typed, ['signal', 'rows', 'columns'])
  const numbers = (['signal', 'rows', 'columns'] as const).flatMap((key) => {
    const number = read(key, numberField)
    return number === undefined ? [] : [[key, number] as const]
  })
  return [shown, Object.fromEntries(numbers)]
}

function differsField(value: unknown): Differences {
  const read = fields(value, ['stdout', 'stderr', 'markers'])
  return { stdout: read('stdout', textField), stderr: read('stderr', textField), markers: read('markers', textField) }
}

function fileField(value: unknown): CaseFile {
  const read = fields(value, ['name', 'text', 'hex', 'link', 'folder', 'mode'])
  const name = read('name', bytesField)
  const text = read('text', textField)
  const hex = read('hex', textField)
  const link = read('link', bytesField)
  const mode = read('mode', modeField)
  const folder = read('folder', (item) => item === true)
  if (name === undefined) throw new Error('a file without a "name"')
  if (folder) return { name, mode, content: { folder } }
  if (link !== undefined) return { name, content: { link } }
  return { name, mode, content: { bytes: hex === undefined ? (text ?? '') : { hex } } }
}

function modeField(value: unknown): number {
  if (typeof value !== 'string' || !/^[0-7]{3,4}$/.test(value)) throw new Error(`${JSON.stringify(value)} is no octal mode`)
  return Number.parseInt(value, 8)
}

function outputField(value: unknown): 'pipes' | 'file' {
  if (value !== 'pipes' && value !== 'file') throw new Error(`${JSON.stringify(value)} is neither "pipes" nor "file"`)
  return value
}
