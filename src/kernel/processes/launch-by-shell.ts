// A program through sh(1) and env(1), which every system has: with a umask, signals that it ignores, and words that are no text,
// which travel as escapes.
import { variableOf } from './environment.ts'
import { escaped } from './escaped.ts'
import { whyNotExecutable } from './executable.ts'
import type { Launch, Program } from './launch.ts'

export function byShell({ file, argv, environment, umask, ignored }: Program, isText: boolean): Launch {
  const words = [...environment, file, ...argv.slice(1)]
  const script = [PREPARE, ...(isText ? [] : [DECODE]), EXECUTE].join('\n')
  const settings = [umask.toString(8), ignored.join(' ')]
  const write = isText ? (word: Uint8Array) => Buffer.from(word).toString() : escaped
  return { file: '/bin/sh', args: ['-c', script, 'sh', ...settings, ...words.map(write)], options: { env: {} } }
}

const PREPARE = ['umask "$1"', '[ -z "$2" ] || trap "" $2', 'shift 2'].join('\n')
// Each word at the front is decoded and goes to the back; the dot keeps the line ends that $( ) would drop.
const DECODE = [
  'left=$#',
  'while [ "$left" -gt 0 ]; do',
  '  word=$(printf %b. "$1"); shift; set -- "$@" "${word%.}"; left=$((left - 1))',
  'done',
].join('\n')
// A shell has variables of its own in the environment and drops those whose names it could not set.
const EXECUTE = 'exec /usr/bin/env -i "$@"'

/**
 * What env(1) is to start so that the program finds its argv[0]: env makes that of the word by which it found the program. Undefined
 * where no word does both.
 */
export function nameThroughShell({ file, argv: [name = EMPTY], environment }: Program): Uint8Array | undefined {
  if (file.includes(EQUALS) || name.includes(EQUALS)) return undefined // env(1) would take it for a variable
  if (Buffer.from(file).equals(name)) return file
  const path = variableOf(environment, 'PATH')
  if (path === undefined || name.length === 0 || name.includes(SLASH)) return undefined
  for (const folder of Buffer.from(path).toString('latin1').split(':')) {
    if (!folder.startsWith('/')) return undefined
    const found = Buffer.concat([Buffer.from(`${folder}/`, 'latin1'), name])
    if (!whyNotExecutable(found, EMPTY)) return found.equals(file) ? name : undefined
  }
  return undefined
}

const EMPTY = new Uint8Array(0)
const EQUALS = 0x3d
const SLASH = 0x2f
