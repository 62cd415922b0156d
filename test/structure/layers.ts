// The architecture's arrows: which part of src may import which. A part is a folder, or a file of its own at the top.
import { dirname, join, normalize } from 'node:path/posix'
import type { Finding, Source } from './sources.ts'

export type Part =
  | 'cli'
  | 'scripting'
  | 'index'
  | 'engine'
  | 'kernel'
  | 'bridges'
  | 'dialect'
  | 'guest'
  | 'transport'
  | 'platform'
  | 'errors'

const LOWEST: readonly Part[] = ['platform', 'errors']

/** What each part may import besides itself. */
const MAY_IMPORT: Readonly<Record<Part, readonly Part[]>> = {
  cli: ['scripting', 'index', 'engine', 'kernel', 'bridges', 'transport', ...LOWEST],
  scripting: ['index', 'engine', 'kernel', 'bridges', 'transport', ...LOWEST],
  index: ['engine', 'kernel', 'bridges', 'transport', ...LOWEST],
  engine: ['kernel', 'transport', ...LOWEST],
  bridges: ['kernel', 'transport', ...LOWEST],
  kernel: ['transport', ...LOWEST],
  dialect: [],
  guest: [],
  transport: ['errors'],
  platform: ['errors'],
  errors: [],
}

/** What may be imported upwards, as types only: they leave nothing at run time. */
const TYPES_ONLY: Readonly<Partial<Record<Part, readonly Part[]>>> = { platform: ['kernel'] }

export interface Import {
  readonly specifier: string
  readonly typeOnly: boolean
}

/** The part that a file under src belongs to. What stands at the top and is no part of its own is at the level of index. */
export function partOf(path: string): Part {
  const [, first = ''] = path.split('/')
  if (first === 'cli.ts') return 'cli'
  if (first === 'errors.ts') return 'errors'
  return first in MAY_IMPORT ? (first as Part) : 'index' // a key of the table
}

export function importsOf(text: string): readonly Import[] {
  const found: Import[] = []
  for (const [, typeWord, clause = '', specifier = ''] of text.matchAll(STATEMENT)) {
    found.push({ specifier, typeOnly: typeWord !== undefined || onlyTypes(clause) })
  }
  for (const [, specifier = ''] of text.matchAll(CALL)) found.push({ specifier, typeOnly: false })
  return found
}

export function checkLayers({ path, text }: Source): readonly Finding[] {
  return importsOf(text)
    .filter(({ specifier }) => specifier.startsWith('.'))
    .flatMap(({ specifier, typeOnly }) => {
      const target = normalize(join(dirname(path), specifier))
      const complaint = target.startsWith('src/') ? complaintAbout(path, target, typeOnly) : 'which is outside src'
      return complaint ? [`${path} imports ${specifier}, ${complaint}`] : []
    })
}

const STATEMENT = /^\s*(?:import|export)(\s+type)?\s+(?:([^'";]*?)\s+from\s+)?'([^']+)'/gm
const CALL = /\bimport\(\s*'([^']+)'\s*\)/g

function onlyTypes(clause: string): boolean {
  const names = /^\{([^}]*)\}$/.exec(clause.trim())?.[1]
  const parts = names?.split(',').filter((name) => name.trim() !== '')
  return parts?.every((name) => /^\s*type\s/.test(name)) ?? false
}

function complaintAbout(path: string, target: string, typeOnly: boolean): string | undefined {
  const from = partOf(path)
  const to = partOf(target)
  if (from === 'bridges' && to === 'bridges' && bridgeOf(path) !== bridgeOf(target)) return 'another bridge'
  if (from === to || MAY_IMPORT[from].includes(to) || (typeOnly && TYPES_ONLY[from]?.includes(to))) return undefined
  return `against the arrows: ${from} may import ${MAY_IMPORT[from].join(', ') || 'nothing'}`
}

const bridgeOf = (path: string) => path.split('/')[2]
